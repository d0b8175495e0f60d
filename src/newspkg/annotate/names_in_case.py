"""The names of the codelists with their case, found by their words in small letters."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from newspkg.dates import MONTH_NAMES, WEEKDAY_NAMES
from newspkg.specs import Codelists, listed

COLUMNS = {
    "countries": ("name", "aliases", "adjectives", "people", "capital", "metonyms"),
    "bodies": ("name", "aliases", "context_aliases"),
    "leaders": ("name", "aliases"),
    "weapon_systems": ("name", "aliases"),
    "admin1": ("name", "aliases"),
    "waters": ("name", "aliases"),
    "regions": ("name", "aliases"),
    "place_sites": ("name", "aliases"),
    "place_aliases": ("name", "aliases"),
    "war_anchors": ("war", "aliases"),
}
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


class NamesInCase:
    """Finds the longest listed name at each word."""

    def __init__(self, codelists: Codelists) -> None:
        self._names: dict[str, dict[tuple[str, ...], tuple[str, ...]]] = defaultdict(dict)
        for name in (*MONTH_NAMES, *WEEKDAY_NAMES):
            self._add(name)
        for listing, columns in COLUMNS.items():
            for row in codelists.rows(listing):
                for name in (name for column in columns for name in listed(row[column])):
                    self._add(name)

    def _add(self, name: str) -> None:
        words = tuple(WORD.findall(name))
        if words and any(map(str.isupper, name)):
            self._names[words[0].lower()].setdefault(tuple(word.lower() for word in words), words)

    def find(self, words: Sequence[str], is_joined: Callable[[int], bool]) -> Iterator[tuple[int, tuple[str, ...]]]:
        """Where names begin among `words` (in small letters) and the words in their case, left to right, none inside another."""
        at = 0
        while at < len(words):
            longest = max(
                (key for key in self._names.get(words[at], ()) if tuple(words[at : at + len(key)]) == key
                 and all(is_joined(i) for i in range(at + 1, at + len(key)))),
                key=len, default=(),
            )  # fmt: skip
            if longest:
                yield at, self._names[words[at]][longest]
            at += len(longest) or 1
