"""What the finders hand to each other: a weapon's name or noun at a range of words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Weapon:
    """A row of the weapons table as the codelists know it."""

    weapon_id: str
    name: str
    weapon_class: str
    level: Literal["system", "class"]
    origin: str | None = None
    wikidata_id: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A weapon at words `first` to `last` (exclusive); `head` is the index of its last noun, `noun` that noun's lemma phrase.

    `is_coref` marks a noun that counts only as another mention of a weapon already named.
    """

    first: int
    last: int
    weapon: Weapon
    noun: str = ""
    is_coref: bool = False

    @property
    def head(self) -> int:
        return self.last - 1

    def overlaps(self, other: Found) -> bool:
        return self.first < other.last and other.first < self.last
