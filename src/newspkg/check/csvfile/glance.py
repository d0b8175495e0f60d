"""A first look at a frame: which of all that can be asked of it alone it breaks. Only that is looked at closely."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby

import polars as pl

from newspkg.check.csvfile.header import LONGEST
from newspkg.check.csvfile.layout import Columns, Layout
from newspkg.specs import ForeignKey

PROBE = 1_000  # rows by which it is judged whether a column has few different values
FEWER = 4  # times fewer values than rows are few
COSTLY = ("date", "datetime")  # types whose cells cost more to read than to compare


@dataclass(frozen=True)
class Glance:
    """What is kept of a frame: the digests of its keys, the values that others refer to, those by which it refers to others.

    `broken` are the numbers of the questions that some row breaks, `lost` the foreign keys that find nothing.
    """

    digests: Mapping[Columns, pl.Series] = field(default_factory=dict)
    told: Mapping[Columns, pl.DataFrame] = field(default_factory=dict)
    used: Mapping[Columns, pl.DataFrame] = field(default_factory=dict)
    broken: tuple[int, ...] = ()
    lost: tuple[ForeignKey, ...] = ()


class Look:
    """Looks at frames of one layout, on any thread."""

    def __init__(self, layout: Layout, referenced: frozenset[Columns], targets: Mapping[ForeignKey, pl.DataFrame]) -> None:
        self._layout, self._referenced, self._targets = layout, sorted(referenced), targets
        numbers = range(len(layout.questions))
        self._asked = {at: list(group) for at, group in groupby(numbers, lambda number: layout.questions[number].column)}
        self._costly = [at for at, column in enumerate(layout.table.columns) if column.type in COSTLY]
        self._whole = list(self._of_rows())
        self._keys = sorted({columns for _, columns in layout.keys})

    def __call__(self, frame: pl.DataFrame) -> Glance | None:
        """None where some row must be looked at whole: it is blank, lacks a part of its key, has a cell that is too long."""
        raw = self._layout.raw(frame)
        few = [at for at in self._costly if _has_few(raw[f"c{at}"])]
        is_odd, broken = self._broken(raw, [at for at in self._asked if at not in few], self._whole)
        if is_odd:
            return None
        for at in few:
            broken += self._broken(raw.select(pl.col(f"c{at}").unique()), [at], [])[1]
        return self._kept(raw, tuple(sorted(broken)))

    def _of_rows(self) -> Iterator[pl.Expr]:
        cells = [f"r{at}" for at in range(len(self._layout.cells))]
        yield pl.all_horizontal(pl.col(name).is_null() for name in cells).any()
        yield pl.any_horizontal(pl.col(name).str.len_bytes().max() > LONGEST for name in cells)
        primary = self._layout.table.primary_key
        if primary and self._layout.has(primary):
            yield pl.any_horizontal(pl.col(name).is_null().any() for name in self._layout.named(primary))

    def _broken(self, raw: pl.DataFrame, columns: list[int], whole: list[pl.Expr]) -> tuple[bool, list[int]]:
        """Whether one of those that are asked of whole rows holds, and the questions on those columns that some row breaks."""
        numbers = [number for at in columns for number in self._asked.get(at, ())]
        asked = [*whole, *(self._layout.questions[number].broken.any() for number in numbers)]
        texts_and_values = self._layout.texts_and_values
        present = [each for each in texts_and_values if set(each.meta.root_names()) <= set(raw.columns)]
        if not asked:
            return False, []
        told = raw.lazy().select(present).select(each.alias(f"a{at}") for at, each in enumerate(asked)).collect().row(0)
        return any(told[: len(whole)]), [number for number, is_so in zip(numbers, told[len(whole) :], strict=True) if is_so]

    def _kept(self, raw: pl.DataFrame, broken: tuple[int, ...]) -> Glance:
        values, named = raw.lazy().select(self._layout.texts_and_values), self._layout.named
        foreign = [key.columns for key in self._layout.foreign_keys]
        parts = [values.select(named(columns)).drop_nulls().unique() for columns in (*self._referenced, *foreign)]
        digests, *frames = pl.collect_all(
            [values.select(self._layout.digest(columns).alias(f"k{at}") for at, columns in enumerate(self._keys)), *parts]
        )
        told, used = frames[: len(self._referenced)], dict(zip(self._layout.foreign_keys, frames[len(self._referenced) :], strict=True))
        lost = tuple(key for key, others in self._targets.items() if _is_lost(used[key], others))
        return Glance(
            {columns: digests[f"k{at}"].rename("digest") for at, columns in enumerate(self._keys)},
            dict(zip(self._referenced, told, strict=True)),
            {key.columns: frame for key, frame in used.items() if key not in self._targets},
            broken,
            lost,
        )


def _has_few(cells: pl.Series) -> bool:
    """Whether a frame has few different values, by how many of its first rows are alike (as birthdays are)."""
    alike = PROBE - cells.head(PROBE).n_unique()
    return len(cells) > PROBE and alike * len(cells) * 2 > PROBE * PROBE * FEWER


def _is_lost(used: pl.DataFrame, others: pl.DataFrame) -> bool:
    return not used.join(others, on=used.columns, how="anti").is_empty()
