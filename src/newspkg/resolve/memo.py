"""What was resolved before of the same articles need not be worked out again: who keeps rows is told what they come of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Protocol, TypeVar
from zlib import crc32

Made = TypeVar("Made")
PART = 128  # articles, or events, whose rows are kept together, on average


class Memo(Protocol):
    """Takes rows, and keeps what a piece of work came to."""

    def emit(self, table: str, row: Any) -> None:
        """One row of a table."""

    def stamp(self, article_id: str) -> bytes:
        """A digest of all that a reading says, and of its article."""

    def once(self, key: Iterable[object], form: type[Made], work: Callable[[], Made]) -> Made:
        """What `work` gives, a value of the type `form`; where it was done before for the same key it is not done again, and the rows that
        it handed over then are handed over. The key must tell all that the work depends on.
        """


class NoMemo:
    """Keeps nothing."""

    def __init__(self, emit: Callable[[str, Any], None]) -> None:
        self.emit = emit

    def stamp(self, article_id: str) -> bytes:
        return b""

    def once(self, key: Iterable[object], form: type[Made], work: Callable[[], Made]) -> Made:
        return work()


def parts(keys: Sequence[str]) -> Iterator[Sequence[str]]:
    """Runs of keys in order, cut where a key says so: another key more changes the run that it falls into, and no other."""
    start = 0
    for at, key in enumerate(keys, 1):
        if crc32(key.encode("utf-8", "surrogatepass")) % PART == 0 or at == len(keys):
            yield keys[start:at]
            start = at
