"""Where names of places may stand in a text: runs of capitalised words that the index knows, and runs beside a word such as "airport"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newspkg.annotate.places.index import PlaceIndex
from newspkg.annotate.places.place import Place

WORD = re.compile(r"[^\W\d_](?:[\w]|[.](?=[A-Z]\b)|['’ʻ‘`](?=\w\w)|['’](?=[a-rt-z]\b)|[-‑](?=\w))*\.?")
LONGEST = 6  # words of the longest name looked up
GLUE = re.compile(r"[ \u00a0]|-")
ARTICLES = ("al-", "el-", "ar-", "as-", "ad-", "an-", "at-", "az-", "ash-", "a-")
PARTICLES = frozenset(
    [
        "of",
        "de",
        "del",
        "da",
        "do",
        "dos",
        "das",
        "la",
        "le",
        "les",
        "el",
        "al",
        "ez",
        "es",
        "os",
        "of",
        "the",
        "on",
        "upon",
        "sur",
        "and",
        "en",
        "au",
        "du",
        "ez-zor",
        "i",
        "in",
        "y",
        "bin",
        "ul",
        "ur",
    ]
)


@dataclass(frozen=True, slots=True)
class Word:
    start: int
    end: int
    text: str

    @property
    def is_name(self) -> bool:
        return self.text[0].isupper() or (self.text.startswith(ARTICLES) and any(letter.isupper() for letter in self.text))


@dataclass(frozen=True, slots=True)
class Spot:
    """Words `first` to `last` (exclusive) of a text and the places that bear the name."""

    first: int
    last: int
    start: int
    end: int
    places: tuple[Place, ...]


def words_of(text: str) -> list[Word]:
    """The words, without a possessive ending; an abbreviation keeps its dot ('U.S.', 'St.')."""
    found = []
    for match in WORD.finditer(text):
        word = match.group()
        if word.endswith(".") and not re.fullmatch(r"(?:[A-Z]\.)+|St\.|Mt\.|Ft\.", word):
            word = word[:-1]
        found.append(Word(match.start(), match.start() + len(word), word))
    return found


def joined(text: str, left: Word, right: Word) -> bool:
    return right.start - left.end == 1 and text[left.end] in " \u00a0-–"


def spots(text: str, words: list[Word], index: PlaceIndex) -> Iterator[Spot]:
    """The longest known names, left to right, none inside another."""
    at = 0
    while at < len(words):
        spot = _longest(text, words, at, index) if words[at].is_name else None
        if spot is None:
            at += 1
        else:
            yield spot
            at = spot.last


def _longest(text: str, words: list[Word], first: int, index: PlaceIndex) -> Spot | None:
    last = first + 1
    while (
        last < len(words)
        and last - first < LONGEST
        and joined(text, words[last - 1], words[last])
        and (words[last].is_name or words[last].text in PARTICLES or words[last].text.islower())
    ):
        last += 1
    for end in range(last, first, -1):
        start, stop = words[first].start, words[end - 1].end
        places = _known(text[start:stop], end - first, words[end - 1], index)
        if places:
            return Spot(first, end, start, stop, places)
    return None


def _known(name: str, count: int, last: Word, index: PlaceIndex) -> tuple[Place, ...]:
    if count == 1 and name in index.acronyms:
        code = index.acronyms[name]
        return tuple(
            place for place in index.lookup(index.country_names[code]) if place.precision == "country" and place.country_code == code
        )
    if len(name) < 3 or name[0] in "'’":
        return ()
    places = index.lookup(name)
    if last.is_name:
        return places
    return tuple(place for place in places if place.is_curated and place.precision in ("site", "water", "district", "admin1"))
