"""Where the members of a JSON text stand, by their trail of keys and numbers."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from newspkg.text import Lines, Spot

TOKEN = re.compile(r'"(?:[^"\\]++|\\.)*+"|[{}\[\],:]|[^\s{}\[\],:"]++', re.S)
Trail = tuple[str | int, ...]


@dataclass
class Open:
    """An object or array that is being read."""

    trail: Trail
    is_object: bool
    number: int = 0
    key: str | None = None


class Members:
    """The offsets of every member of a text that is valid JSON: `keys` of the keys, `values` of the values, `twice` of keys told again."""

    def __init__(self, source: str) -> None:
        self.keys: dict[Trail, int] = {}
        self.values: dict[Trail, int] = {}
        self.twice: list[int] = []
        self._lines = Lines(source)
        self._open: list[Open] = []
        for match in TOKEN.finditer(source):
            self._take(match[0], match.start())

    def spot(self, trail: Trail, *, key: bool = False) -> Spot:
        """Where the value (or key) of that trail stands; of one that is not there, the innermost that holds it would."""
        if key and trail in self.keys:
            return self._lines.spot(self.keys[trail])
        while trail and trail not in self.values:
            trail = trail[:-1]
        return self._lines.spot(self.values.get(trail, 0))

    def at(self, offset: int) -> Spot:
        return self._lines.spot(offset)

    def _take(self, word: str, offset: int) -> None:
        top = self._open[-1] if self._open else None
        if word in "}]":
            self._open.pop()
        elif word == ",":
            if top is not None:
                top.number, top.key = top.number + 1, None
        elif top is not None and top.is_object and top.key is None:
            self._key(top, word, offset)
        elif word != ":":
            trail = () if top is None else (*top.trail, top.key if top.is_object and top.key is not None else top.number)
            self.values[trail] = offset
            if word in "{[":
                self._open.append(Open(trail, word == "{"))

    def _key(self, top: Open, word: str, offset: int) -> None:
        top.key = json.loads(word)
        trail = (*top.trail, top.key or "")
        if trail in self.keys:
            self.twice.append(offset)
        self.keys[trail] = offset


@lru_cache(maxsize=4)
def members_of(source: str) -> Members:
    """Kept for the last few texts, of which every fault asks."""
    return Members(source)


class Twice(ValueError):
    """A name that one object tells twice."""


def spot_of_second(source: str, fault: Exception) -> Spot:
    """Where the second of two members of one name stands."""
    try:
        members = Members(source) if isinstance(fault, Twice) else None
    except (ValueError, IndexError):  # no valid JSON behind it
        members = None
    return members.at(members.twice[0]) if members and members.twice else Spot(1, 1)


def no_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    value = dict(pairs)
    if len(value) < len(pairs):
        names = [name for name, _ in pairs]
        raise Twice(f"{next(name for name in names if names.count(name) > 1)!r} is given twice in one object")
    return value
