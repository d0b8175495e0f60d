"""Two sorted tables side by side, cut into windows that hold every row of a range of keys: what can be matched is in one window."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import polars as pl

KeyValue = tuple[tuple[bool, Any], ...]
Window = tuple[pl.DataFrame, pl.DataFrame]


class Feed:
    """A stream of sorted batches, of which the rows not yet handed out are held."""

    def __init__(self, batches: Iterator[pl.DataFrame], empty: pl.DataFrame, key: Sequence[str]) -> None:
        self.batches = batches
        self.rows = empty
        self.key = list(key)
        self.is_done = False

    def more(self) -> None:
        """Hold the next batch too."""
        batch = next(self.batches, None)
        self.is_done = batch is None
        if batch is not None:
            self.rows = pl.concat([self.rows, batch]) if self.rows.height else batch

    def at(self, row: int) -> KeyValue:
        """The key of a row; null comes last."""
        return tuple((self.rows[part][row] is None, self.rows[part][row]) for part in self.key)

    def before(self, cut: KeyValue) -> int:
        """How many rows have a key below `cut`."""
        low, high = 0, self.rows.height
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if self.at(middle) < cut else (low, middle)
        return low

    def take(self, count: int) -> pl.DataFrame:
        taken, self.rows = self.rows.head(count), self.rows.slice(count)
        return taken


def windows(old: Feed, new: Feed) -> Iterator[Window]:
    """All rows of both, in windows; rows of one key are never in two of them."""
    while True:
        for feed in (old, new):
            while not feed.is_done and not feed.rows.height:
                feed.more()
        waiting = [feed for feed in (old, new) if not feed.is_done]
        if not waiting:
            yield old.rows, new.rows
            return
        cut = min(feed.at(-1) for feed in waiting)  # keys below it can't come any more
        window = old.take(old.before(cut)), new.take(new.before(cut))
        if window[0].height or window[1].height:
            yield window
        else:
            next(feed for feed in waiting if feed.at(-1) == cut).more()
