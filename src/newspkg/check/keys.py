"""Primary keys (nulls included), unique keys and foreign keys, of one column or several."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from newspkg.check.frames import Context, issue, shown
from newspkg.model import Issue
from newspkg.specs import ForeignKey, TableSpec


def check_keys(context: Context) -> Iterator[Issue]:
    for name, table in context.specs.items():
        frame = context.frames.get(name)
        if frame is None or not set(table.column_names) <= set(frame.columns):
            continue
        if table.primary_key:
            yield from check_primary_key(frame, table)
        for columns in table.unique_keys:
            yield from _repeated(frame.drop_nulls(list(columns)), columns, table, "uniqueKeys")
        for key in table.foreign_keys:
            yield from _dangling(frame, key, table, context.frames.get(key.table))


def check_primary_key(frame: pl.DataFrame, table: TableSpec) -> Iterator[Issue]:
    columns = list(table.primary_key)
    for row in frame.filter(pl.any_horizontal(pl.col(columns).is_null())).iter_rows(named=True):
        missing = ", ".join(name for name in columns if row[name] is None)
        yield issue("primaryKey", table, row, f"{table.name}: {missing} is empty; expected a value in every column of the primary key")
    yield from _repeated(frame.drop_nulls(columns), table.primary_key, table, "primaryKey")


def _repeated(frame: pl.DataFrame, columns: tuple[str, ...], table: TableSpec, check: str) -> Iterator[Issue]:
    # The first row of a key is right, those after it repeat it.
    for row in frame.filter(~pl.struct(list(columns)).is_first_distinct()).iter_rows(named=True):
        values = ", ".join(shown(row[name]) for name in columns)
        yield issue(check, table, row, f"{table.name}: {', '.join(columns)} is {values} again; expected each once", columns[0])


def _dangling(frame: pl.DataFrame, key: ForeignKey, table: TableSpec, target: pl.DataFrame | None) -> Iterator[Issue]:
    if target is None:
        yield Issue("foreignKeys", "error", f"{table.name} refers to {key.table}, which is missing; expected the table", table=table.name)
        return
    lost = frame.drop_nulls(list(key.columns)).join(target, left_on=list(key.columns), right_on=list(key.reference_columns), how="anti")
    for row in lost.iter_rows(named=True):
        values = ", ".join(shown(row[name]) for name in key.columns)
        message = f"{table.name}.{', '.join(key.columns)} is {values}; expected a {', '.join(key.reference_columns)} of {key.table}"
        yield issue("foreignKeys", table, row, message, key.columns[0])
