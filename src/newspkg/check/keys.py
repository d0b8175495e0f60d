"""Primary keys (nulls included), unique keys and foreign keys, of one column or several."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from newspkg.check.frames import Context, issue, shown
from newspkg.check.twins import twins
from newspkg.model import Issue
from newspkg.specs import ForeignKey, TableSpec


def check_keys(context: Context) -> Iterator[Issue]:
    for name, table in context.specs.items():
        if name not in context.frames or not set(table.column_names) <= set(context.frames.columns(name)):
            continue
        if table.primary_key:
            yield from _primary_key(context, table)
        for columns in table.unique_keys:
            yield from _repeated(twins(context, name, columns), columns, table, "uniqueKeys")
        for key in table.foreign_keys:
            yield from _dangling(context, key, table)


def _primary_key(context: Context, table: TableSpec) -> Iterator[Issue]:
    columns = list(table.primary_key)
    for part in context.frames.parts(table.name):
        for row in part.filter(pl.any_horizontal(pl.col(columns).is_null())).iter_rows(named=True):
            missing = ", ".join(name for name in columns if row[name] is None)
            yield issue("primaryKey", table, row, f"{table.name}: {missing} is empty; expected a value in every column of the primary key")
    yield from _repeated(twins(context, table.name, columns), table.primary_key, table, "primaryKey")


def _repeated(frame: pl.DataFrame, columns: tuple[str, ...], table: TableSpec, check: str) -> Iterator[Issue]:
    # The first row of a key is right, those after it repeat it.
    for row in frame.filter(~pl.struct(list(columns)).is_first_distinct()).iter_rows(named=True):
        values = ", ".join(shown(row[name]) for name in columns)
        yield issue(check, table, row, f"{table.name}: {', '.join(columns)} is {values} again; expected each once", ", ".join(columns))


def _dangling(context: Context, key: ForeignKey, table: TableSpec) -> Iterator[Issue]:
    if key.table not in context.frames:
        yield Issue("foreignKeys", "error", f"{table.name} refers to {key.table}, which is missing; expected the table", table=table.name)
        return
    target = pl.concat([part.unique() for part in context.frames.parts(key.table, key.reference_columns)])
    for part in context.frames.parts(table.name):
        lost = part.drop_nulls(list(key.columns)).join(
            target, left_on=list(key.columns), right_on=list(key.reference_columns), how="anti", maintain_order="left"
        )
        for row in lost.iter_rows(named=True):
            values = ", ".join(shown(row[name]) for name in key.columns)
            message = f"{table.name}.{', '.join(key.columns)} is {values}; expected a {', '.join(key.reference_columns)} of {key.table}"
            yield issue("foreignKeys", table, row, message, ", ".join(key.columns))
