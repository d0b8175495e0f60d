"""Where something stands in a text, and which word may have been meant."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection
from difflib import get_close_matches


class Spot(int):
    """A 1-based physical line, as a number, that knows the 1-based character (in code points) at which something stands on it."""

    position: int

    def __new__(cls, line: int, position: int) -> Spot:
        found = super().__new__(cls, line)
        found.position = position
        return found

    def __reduce__(self) -> tuple[type[Spot], tuple[int, int]]:
        return Spot, (int(self), self.position)


class Lines:
    """The lines of a text, of which the first is `first` of its file."""

    def __init__(self, text: str, first: int = 1) -> None:
        self.first = first
        self._starts = [0]
        at = text.find("\n") + 1
        while at:
            self._starts.append(at)
            at = text.find("\n", at) + 1

    def spot(self, offset: int) -> Spot:
        """Where the character of that offset stands."""
        number = bisect_right(self._starts, offset) - 1
        return Spot(number + self.first, offset - self._starts[number] + 1)


def spot_of_byte(data: bytes, offset: int) -> Spot:
    """Where a byte of a file stands, characters before it on its line counted as far as they are UTF-8."""
    start = data.rfind(b"\n", 0, offset) + 1
    before = data[start:offset].decode("utf-8", "replace").removeprefix("\ufeff")
    return Spot(data.count(b"\n", 0, offset) + 1, len(before) + 1)


def close_to(value: object, known: Collection[str]) -> str | None:
    """`did you mean X?`, where one of the known words is close."""
    near = get_close_matches(str(value)[:200].casefold(), {each.casefold(): each for each in known}, n=1)
    return f"did you mean `{next(each for each in known if each.casefold() == near[0])}`?" if near else None
