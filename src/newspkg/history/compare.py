"""Compares two versions, table by table, keyed by primary key."""

from __future__ import annotations

from typing import cast

import polars as pl
import pyarrow as pa

from newspkg.history.bundle import Bundle
from newspkg.history.difference import Diff, TableDiff
from newspkg.history.schemas import schema_changes

CELLS = {"row_key": pl.String, "column": pl.String, "old": pl.String, "new": pl.String}


def diff(old: Bundle, new: Bundle) -> Diff:
    """What `new` changes: schemas and descriptor, rows added, removed, changed with their cells.

    A table or column that only one of them has is a change of schema, and not told again cell by cell.
    """
    shared = [name for name in new.schemas if name in old.schemas and new.primary_key(name) == old.primary_key(name)]
    found = {name: _table(name, old.tables[name], new.tables[name], new.primary_key(name)) for name in shared}
    fresh = {name: _only(name, new.tables[name]) for name in new.schemas if name not in old.schemas}
    tables = {**found, **fresh}
    return Diff(schema_changes(old, new), {name: each for name in new.schemas if (each := tables.get(name)) and not each.is_empty})


def _only(name: str, table: pa.Table) -> TableDiff:
    rows = _frame(table)
    return TableDiff(name, rows, rows.clear(), pl.DataFrame(schema=CELLS))


def _frame(table: pa.Table) -> pl.DataFrame:
    return cast(pl.DataFrame, pl.from_arrow(table))


def _table(name: str, old: pa.Table, new: pa.Table, key: tuple[str, ...]) -> TableDiff:
    before, after, on = _frame(old), _frame(new), list(key)
    added = after.join(before, on=on, how="anti", nulls_equal=True, maintain_order="left")
    removed = before.join(after, on=on, how="anti", nulls_equal=True, maintain_order="left")
    return TableDiff(name, added, removed, _cells(before, after, on))


def _cells(before: pl.DataFrame, after: pl.DataFrame, key: list[str]) -> pl.DataFrame:
    both = before.join(after, on=key, how="inner", suffix="\x00new", nulls_equal=True, maintain_order="left")
    shared = [column for column in before.columns if column in after.columns and column not in key]
    row_key = pl.concat_str([pl.col(part).cast(pl.String) for part in key], separator="|").alias("row_key")
    found = [_column(both, column, row_key) for column in shared]
    return pl.concat([pl.DataFrame(schema=CELLS), *found]).sort("row_key", maintain_order=True)


def _column(both: pl.DataFrame, column: str, row_key: pl.Expr) -> pl.DataFrame:
    old, new = pl.col(column), pl.col(f"{column}\x00new")
    if both.schema[column] != both.schema[f"{column}\x00new"]:  # a column of another type: compared as it is written
        old, new = old.cast(pl.String), new.cast(pl.String)
    told = (pl.lit(column).alias("column"), old.cast(pl.String).alias("old"), new.cast(pl.String).alias("new"))
    return both.filter(old.ne_missing(new)).select(row_key, *told)
