"""Names of weapon systems: the codelist's names and designations, in every spelling that hyphens, spaces and plurals allow."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from newspkg.extract.weapons.found import Found, Weapon
from newspkg.extract.weapons.reading import Reading
from newspkg.extract.weapons.words import folded
from newspkg.specs import Codelists, listed

LONGEST = 6
OPENING = 4  # letters by which most words are told from names at once
VARIANT = re.compile(r"^(\d*[A-Za-z]*?\d+)[A-Z]{1,3}\d{0,2}$")
SHORT = re.compile(r"^([acdegkmpz]\d{1,3}|[a-z]\d|type\d+|t\d|p\d+|at4|fp\d)$")
SPLIT = re.compile(r"[A-Za-z](?=\d)")
BOUNDARY = re.compile(r"(?<![^\W\d_])([A-Za-z]{1,2}) (?=\d)")


@dataclass(slots=True)
class Entry:
    """A weapon with the spellings of one of its keys; `weak` names count only in the company of other words of weapons."""

    weapon: Weapon
    weak: bool
    spellings: set[str] = field(default_factory=set)

    @property
    def is_acronym(self) -> bool:
        return all(name.isupper() and name.isalpha() and len(name) <= 5 for name in self.spellings)

    def accepts(self, text: str) -> bool:
        """Whether the text is a spelling of this name: a capital or a figure begins it, a bare letter is not parted from its figure."""
        plain = text.replace("\u00a0", " ").replace("‑", "-").replace("–", "-")
        if plain in self.spellings or plain.lower() in self.spellings:
            return True
        if not (plain[0].isupper() or plain[0].isdigit()) or (self.is_acronym and not plain.rstrip("s").isupper()):
            return False
        return not BOUNDARY.search(plain) or plain.lower() in {name.lower() for name in self.spellings}


def system(row: dict[str, str]) -> Weapon:
    origin = ";".join(listed(row["origin_country_codes"])) or None
    return Weapon(row["weapon_id"], row["name"], row["weapon_class"], "system", origin, row["wikidata_id"] or None)


class NameFinder:
    """Finds names of the codelist `weapon_systems`; says of each whether it needs company."""

    def __init__(self, codelists: Codelists) -> None:
        self.entries: dict[str, Entry] = {}
        self._openings: set[str] = set()
        for row in codelists.rows("weapon_systems"):
            weapon = system(dict(row))
            for name in (row["name"], *listed(row["aliases"])):
                self._add(name, weapon, row["context"] == "needs_context")

    def _add(self, name: str, weapon: Weapon, needs: bool) -> None:
        key = folded(name)
        weak = (needs and name.isalpha()) or bool(SHORT.match(key))
        self._openings.update(key[:length] for length in range(1, OPENING + 1))
        entry = self.entries.setdefault(key, Entry(weapon, weak))
        if entry.weapon == weapon:
            entry.spellings.add(name)

    def __call__(self, reading: Reading) -> Iterator[tuple[Found, bool]]:
        """The names in text order, none overlapping, with whether each is weak."""
        index = 0
        while index < len(reading.words):
            hit = self._longest(reading, index)
            if hit:
                yield Found(index, hit[0], hit[1].weapon), hit[1].weak or self._says_little(reading, index, hit[0])
            index = hit[0] if hit else index + 1

    def _longest(self, reading: Reading, first: int) -> tuple[int, Entry] | None:
        best, key = None, ""
        opening = reading.words[first].key[:OPENING]
        if opening not in self._openings and opening.removesuffix("s") not in self._openings:
            return None
        for last in range(first, min(first + LONGEST, len(reading.words))):
            if last > first and not reading.joined(last - 1):
                break
            entry = self._entry(key, reading.words[last].text)
            if entry and entry.accepts(self._shown(reading, first, last, entry)) and not self._goes_on(reading, first, last):
                best = (last + 1, entry)
            key += reading.words[last].key
        return best

    def _entry(self, key: str, last: str) -> Entry | None:
        """The entry of the folded words before, and the last word as it stands, without its plural or the letters of its variant."""
        stem = last[:-1] if last.endswith("s") and len(last) > 1 else last
        variant = VARIANT.match(stem) if key or len(stem) > 3 else None
        forms = (last, stem, variant[1] if variant else stem)
        return next((self.entries[key + folded(form)] for form in forms if key + folded(form) in self.entries), None)

    def _shown(self, reading: Reading, first: int, last: int, entry: Entry) -> str:
        text = reading.text[reading.words[first].start : reading.words[last].end]
        return text[:-1] if text.endswith("s") and not any(name.endswith("s") for name in entry.spellings) else text

    def _goes_on(self, reading: Reading, first: int, last: int) -> bool:
        """Whether figures go on after the name ("M4-15"), or letters before it, so that it is a part of another one."""
        after = reading.gap(last) in ("-", ".", "/") and reading.word(last + 1)[:1].isdigit() and reading.words[last].text[-1].isdigit()
        before = reading.gap(first - 1) in ("-", "/") and len(reading.word(first - 1)) <= 2 and reading.words[first].text[0].isdigit()
        return after or before

    def _says_little(self, reading: Reading, first: int, last: int) -> bool:
        return last == first + 1 and reading.words[first].text.isalpha() and reading.is_shouted(first)
