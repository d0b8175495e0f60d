"""Types and constraints of single columns, by pandera."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import polars as pl

from newspkg.check.compile import compile_table
from newspkg.check.frames import Context, key_of, shown
from newspkg.check.hints import hint
from newspkg.check.twins import twins
from newspkg.model import Issue
from newspkg.specs import TableSpec

NAMES = {"not_nullable": ("required", "a value"), "field_uniqueness": ("unique", "each value once")}


def check_columns(context: Context) -> Iterator[Issue]:
    for name, table in context.specs.items():
        if name in context.frames and not context.frames.is_long(name):
            yield from (found for found, _ in check_frame(context.frames[name], table))
        elif name in context.frames:
            yield from _of_parts(context, table)


def _of_parts(context: Context, table: TableSpec) -> Iterator[Issue]:
    """The faults part by part; values of unique columns may stand in different ones."""
    for part in context.frames.parts(table.name):
        yield from (found for found, _ in check_frame(part, table) if found.check != "unique")
    for column in table.columns:
        if column.unique and column.name in context.frames.columns(table.name):
            alike = twins(context, table.name, (column.name,))
            yield from (found for found, _ in check_frame(alike, table) if (found.check, found.column) == ("unique", column.name))


def check_frame(frame: pl.DataFrame, table: TableSpec) -> Iterator[tuple[Issue, int | None]]:
    """Every fault of one table with the index of its row (None where the whole column is at fault)."""
    import pandera.errors  # seconds to import: only where tables are checked

    try:
        compile_table(table).validate(frame, lazy=True)
    except pandera.errors.SchemaErrors as faults:
        for case in faults.failure_cases.iter_rows(named=True):
            yield _issue(case, frame, table), case["index"]


def _issue(case: Mapping[str, Any], frame: pl.DataFrame, table: TableSpec) -> Issue:
    column, index = case["column"], case["index"]
    if index is None or column not in frame.columns:
        message = (
            f"{table.name}: {case['check']} {case['failure_case']}; expected the columns {', '.join(table.column_names)} with their types"
        )
        return Issue("columns", "error", message, table=table.name)
    row = frame.row(index, named=True)
    check, expected = NAMES.get(case["check"]) or case["check"].split(": ", 1)
    value = row[column]
    message = f"{table.name}.{column} is {'empty' if value is None else shown(value)}; expected {expected}"
    text = None if value is None else str(value)
    advice = hint(text, check, table.column(column))
    return Issue(check, "error", message, advice, None, None, table.name, key_of(row, table), column, None, text and text[:1000], expected)
