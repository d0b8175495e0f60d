"""Ships of war by name: the prefixes of the navies, and a type of warship before a name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newspkg.extract.weapons.found import Found, Weapon
from newspkg.extract.weapons.reading import Reading
from newspkg.extract.weapons.words import folded, word_set
from newspkg.specs import Codelists

TYPES = word_set(
    """cruiser destroyer frigate corvette submarine warship battleship minesweeper carrier flagship gunboat boat ship cutter"""
)
STRICT = word_set("cruiser destroyer frigate corvette submarine warship battleship minesweeper flagship")
NAVAL = word_set(
    "navy naval warship destroyer frigate carrier corvette cruiser submarine ship fleet sea vessel "
    "sailed warships flotilla flagship maritime"
)
NUMBER = re.compile(r" \(([A-Z]{1,4}[- ]?\d{1,4})\)")
CAPITALISED = re.compile(r"^[A-Z][a-zà-ÿ'’]+$")
PARTICLES = frozenset(("de", "of", "the", "al", "el", "da", "von", "don", "R", "D"))


def ship(name: str, weapon_class: str, origin: str | None = None) -> Weapon:
    slug = re.sub(r"[^a-z0-9]+", "-", "-".join(folded(part) for part in name.split())).strip("-")
    return Weapon(f"ship-{slug}", name, weapon_class, "system", origin)


class ShipFinder:
    """Finds ships that are named individually, by the codelist `ship_prefixes` or their type; merchant ships are not weapons."""

    def __init__(self, codelists: Codelists) -> None:
        self._prefixes = {row["prefix"]: (row["country_code"], row["needs"]) for row in codelists.rows("ship_prefixes")}

    def __call__(self, reading: Reading) -> Iterator[Found]:
        found = list(self._named(reading))
        yield from found
        yield from self._again(reading, found)

    def _named(self, reading: Reading) -> Iterator[Found]:
        is_naval = any(keys & NAVAL for keys in reading.sentence_keys)
        for index, word in enumerate(reading.words[:-1]):
            if word.text in self._prefixes and reading.gap(index) in (" ", "\u00a0"):
                found = self._prefixed(reading, index, is_naval)
            elif word.key in STRICT and reading.gap(index) in (" ", " “", ' "', " ‘", "\u00a0"):
                found = self._typed(reading, index)
            else:
                found = None
            if found:
                yield found

    def _again(self, reading: Reading, found: Sequence[Found]) -> Iterator[Found]:
        """The last words of a ship's name alone, in capitals, after it was named in full."""
        short = {each.weapon.name.split()[-1]: each for each in reversed(found) if len(each.weapon.name.split()[-1]) > 3}
        taken = {index for each in found for index in range(each.first, each.last)}
        for index, word in enumerate(reading.words):
            ship = short.get(word.text)
            if ship and index >= ship.last and index not in taken and not self._follows_capital(reading, index):
                yield Found(index, index + 1, ship.weapon)

    def _follows_capital(self, reading: Reading, index: int) -> bool:
        before = reading.words[index - 1]
        return reading.gap(index - 1) == " " and before.is_capital and before.key != "the"

    def _prefixed(self, reading: Reading, index: int, is_naval: bool) -> Found | None:
        country, needs = self._prefixes[reading.words[index].text]
        last = self._name_end(reading, index + 1)
        near = reading.sentence_keys[reading.sentence_number(index)]
        is_sure = needs == "nothing" or bool(near & NAVAL) or (is_naval and needs == "article")
        if last == index + 1 or not is_sure:
            return None
        name = reading.text[reading.words[index].start : reading.words[last - 1].end]
        is_sub = "submarine" in near and bool(set(reading.before(index, 2)) & {"submarine"} or set(reading.after(last, 3)) & {"submarine"})
        weapon = ship(name, "submarine" if is_sub else "warship", country)
        return Found(self._begin(reading, index), self._number_end(reading, last), weapon)

    def _number_end(self, reading: Reading, last: int) -> int:
        """The index after the ship's number in brackets: "(DDG 100)", "(F229)"."""
        if reading.gap(last - 1) != " (":
            return last
        match = NUMBER.match(reading.text, reading.words[last - 1].end)
        return next((i + 1 for i in range(last, min(last + 3, len(reading.words))) if match and reading.words[i].end == match.end(1)), last)

    def _typed(self, reading: Reading, index: int) -> Found | None:
        """ "the cruiser Moskva", "submarine Kursk": a type in small letters and a name."""
        last = self._name_end(reading, index + 1)
        if (
            last == index + 1
            or not reading.words[index].text.islower()
            or last - index > 4
            or reading.words[index + 1].text in self._prefixes
        ):
            return None
        token = reading.token(index + 1)
        if token is None or (
            token.ent_type_ in ("DATE", "NORP", "GPE") and token.dep_ not in ("appos", "pobj", "dobj", "nsubj", "nsubjpass")
        ):
            return None
        name = reading.text[reading.words[index + 1].start : reading.words[last - 1].end]
        return Found(index, last, ship(name, "submarine" if reading.words[index].key == "submarine" else "warship"))

    def explained(self, reading: Reading, nouns: Sequence[Found]) -> Iterator[Found]:
        """The Foo of "the Foo, a nuclear submarine"."""
        for noun in nouns:
            comma = noun.first - 2
            if (
                noun.weapon.weapon_class not in ("warship", "submarine")
                or comma < 1
                or reading.word(comma + 1) not in ("a", "an")
                or reading.gap(comma) != ", "
            ):
                continue
            if CAPITALISED.match(reading.words[comma].text) and reading.word(comma - 1) == "the" and reading.words[comma - 1].text == "the":
                yield Found(comma, comma + 1, ship(reading.words[comma].text, noun.weapon.weapon_class))

    def _begin(self, reading: Reading, index: int) -> int:
        return index - 1 if index and reading.gap(index - 1) == " " and reading.words[index - 1].key in TYPES else index

    def _name_end(self, reading: Reading, first: int) -> int:
        """The index after the capitalised words from `first` on."""
        last = first
        while last < min(first + 4, len(reading.words)) and (
            last == first or reading.gap(last - 1) in (" ", "\u00a0", ". ", "-", "’", "'")
        ):
            text = reading.words[last].text
            follows = (
                last + 1 < len(reading.words) and bool(CAPITALISED.match(reading.words[last + 1].text)) and reading.gap(last) in (" ", ". ")
            )
            if not CAPITALISED.match(text) and not (last > first and text in PARTICLES and follows):
                break
            if last > first and reading.gap(last - 1) == ". " and len(reading.words[last - 1].text) > 1:
                break
            last += 1
        return last
