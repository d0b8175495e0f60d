"""Ships of war by name: the prefixes of the navies, and a type of warship before a name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newspkg.extract.weapons.found import Found, Weapon
from newspkg.extract.weapons.words import Reading, folded, word_set

PREFIXES = {
    "USS": "USA",
    "HMS": "GBR",
    "INS": "IND",
    "HMAS": "AUS",
    "HMCS": "CAN",
    "HMNZS": "NZL",
    "HNLMS": "NLD",
    "HDMS": "DNK",
    "KNM": "NOR",
    "HNoMS": "NOR",
    "HSwMS": "SWE",
    "BNS": "BGD",
    "PNS": "PAK",
    "ROKS": "KOR",
    "JS": "JPN",
    "FS": "FRA",
    "FGS": "DEU",
    "ITS": "ITA",
    "ESPS": "ESP",
    "TCG": "TUR",
    "ENS": "EGY",
    "IRIS": "IRN",
    "BRP": "PHL",
    "ORP": "POL",
    "ARA": "ARG",
    "HTMS": "THA",
    "SLNS": "LKA",
    "KRI": "IDN",
    "KD": "MYS",
    "NNS": "NGA",
    "ROCS": "TWN",
    "RSS": "SGP",
    "SAS": "ZAF",
    "NRP": "PRT",
    "HS": "GRC",
    "USCGC": "USA",
    "USNS": "USA",
    "LÉ": "IRL",
}
WEAK = frozenset(("JS", "FS", "ITS", "HS", "KD", "SAS", "ARA", "ENS", "RSS", "IRIS", "BNS", "INS"))
TYPES = word_set(
    """cruiser destroyer frigate corvette submarine warship battleship minesweeper carrier flagship gunboat boat ship cutter"""
)
STRICT = word_set("cruiser destroyer frigate corvette submarine warship battleship minesweeper flagship")
NAVAL = word_set("navy naval warship destroyer frigate carrier corvette cruiser submarine ship fleet sea vessel sailed")
CAPITALISED = re.compile(r"^[A-Z][a-zà-ÿ'’]+$")
PARTICLES = frozenset(("de", "of", "the", "al", "el", "da", "von", "don", "R", "D"))


def ship(name: str, weapon_class: str, origin: str | None = None) -> Weapon:
    slug = re.sub(r"[^a-z0-9]+", "-", "-".join(folded(part) for part in name.split())).strip("-")
    return Weapon(f"ship-{slug}", name, weapon_class, "system", origin)


class ShipFinder:
    """Finds ships that are named individually; merchant ships are not weapons."""

    def __call__(self, reading: Reading) -> Iterator[Found]:
        for index, word in enumerate(reading.words[:-1]):
            if word.text in PREFIXES and reading.gap(index) in (" ", "\u00a0"):
                found = self._prefixed(reading, index)
            elif word.key in STRICT and reading.gap(index) in (" ", " “", ' "', " ‘", "\u00a0"):
                found = self._typed(reading, index)
            else:
                found = None
            if found:
                yield found

    def _prefixed(self, reading: Reading, index: int) -> Found | None:
        prefix = reading.words[index].text
        last = self._name_end(reading, index + 1)
        near = reading.sentence_keys[reading.sentence_number(index)]
        if last == index + 1 or (prefix in WEAK and not near & NAVAL):
            return None
        name = reading.text[reading.words[index].start : reading.words[last - 1].end]
        is_sub = "submarine" in near and bool(set(reading.before(index, 2)) & {"submarine"} or set(reading.after(last, 3)) & {"submarine"})
        return Found(self._begin(reading, index), last, ship(name, "submarine" if is_sub else "warship", PREFIXES[prefix]))

    def _typed(self, reading: Reading, index: int) -> Found | None:
        """ "the cruiser Moskva", "submarine Kursk": a type in small letters and a name."""
        last = self._name_end(reading, index + 1)
        if last == index + 1 or not reading.words[index].text.islower() or last - index > 4 or reading.words[index + 1].text in PREFIXES:
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
