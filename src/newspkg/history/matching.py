"""One window of two versions of a table: which rows came and went, and which cells differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

from newspkg.history.windows import Window

CELLS = {"row_key": pl.String, "column": pl.String, "old": pl.String, "new": pl.String}
NTH = "\x00nth"  # tells rows of one key apart, in tables of which nobody promised that there are none
AT = "\x00at"
NO_CELLS = pl.DataFrame(schema=CELLS)


@dataclass(frozen=True, slots=True)
class Found:
    """Whole rows that came, went or changed (as they are now), and one row a changed cell (`row_key`, `column`, `old`, `new`)."""

    added: pl.DataFrame
    removed: pl.DataFrame
    changed: pl.DataFrame
    cells: pl.DataFrame

    @property
    def is_empty(self) -> bool:
        return not (self.added.height or self.removed.height or self.cells.height)


def match(window: Window, key: Sequence[str]) -> Found:
    """The differences of a window; columns that only one side has are not compared."""
    old, new = window
    if old.select(key).equals(new.select(key)):  # as most windows are
        return Found(new.clear(), old.clear(), *_changed(old, new, key))
    twins = _has_twins(old, key) or _has_twins(new, key)
    left, right = (_numbered(frame, key, twins=twins) for frame in (old, new))
    both = left.join(right, on=[*key, NTH] if twins else list(key), how="inner", suffix="\x00new", nulls_equal=True, maintain_order="left")
    here, there = both[AT], both[f"{AT}\x00new"]
    return Found(_others(new, there), _others(old, here), *_changed(old[here], new[there], key))


def _has_twins(frame: pl.DataFrame, key: Sequence[str]) -> bool:
    """Whether two rows have one key; they stand in its order."""
    return bool(frame.select(pl.all_horizontal(pl.col(part).eq_missing(pl.col(part).shift()) for part in key).any()).item())


def _numbered(frame: pl.DataFrame, key: Sequence[str], *, twins: bool) -> pl.DataFrame:
    nth = [pl.int_range(pl.len()).over(list(key)).alias(NTH)] if twins else []
    return frame.select(*key, *nth).with_row_index(AT)


def _others(frame: pl.DataFrame, matched: pl.Series) -> pl.DataFrame:
    """The rows that are not matched."""
    if matched.len() == frame.height:
        return frame.clear()
    return frame.with_row_index(AT).filter(~pl.col(AT).is_in(matched.implode())).drop(AT)


def _changed(old: pl.DataFrame, new: pl.DataFrame, key: Sequence[str]) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Rows of which a cell differs, and these cells in the order of the rows and, within one, of the columns."""
    shared = [column for column in old.columns if column in new.columns and column not in key]
    found = [_column(old, new, column, key, rank) for rank, column in enumerate(shared) if not old[column].equals(new[column])]
    found = [each for each in found if each.height]
    if not found:
        return new.clear(), NO_CELLS
    cells = pl.concat(found).sort(AT, NTH)
    return new[cells[AT].unique(maintain_order=True)], cells.select(*CELLS)


def _column(old: pl.DataFrame, new: pl.DataFrame, column: str, key: Sequence[str], rank: int) -> pl.DataFrame:
    before, after = old[column], new[column]
    if before.dtype != after.dtype:  # a column of another type: compared as it is written
        before, after = before.cast(pl.String), after.cast(pl.String)
    rows = before.ne_missing(after).arg_true()
    told = pl.DataFrame({"old": before.gather(rows).cast(pl.String), "new": after.gather(rows).cast(pl.String), AT: rows})
    return told.with_columns(row_key(new.select(key)[rows], key), pl.lit(column).alias("column"), pl.lit(rank).alias(NTH))


def row_key(frame: pl.DataFrame, key: Sequence[str]) -> pl.Series:
    """The parts of each row's key joined by `|`."""
    parts = [pl.col(part).cast(pl.String).fill_null("") for part in key]
    return frame.select(pl.concat_str(parts, separator="|").alias("row_key")).to_series()
