"""Types and constraints of single columns, by pandera."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any

import pandera.errors
import polars as pl

from newspkg.check.compile import compile_table
from newspkg.check.frames import Context, key_of, shown
from newspkg.model import Issue
from newspkg.specs import TableSpec

NAMES = {"not_nullable": ("required", "a value"), "field_uniqueness": ("unique", "each value once")}


def check_columns(context: Context) -> Iterator[Issue]:
    for name, table in context.specs.items():
        if name in context.frames:
            for found, _ in check_frame(context.frames[name], table):
                yield found


def check_frame(frame: pl.DataFrame, table: TableSpec) -> Iterator[tuple[Issue, int | None]]:
    """Every fault of one table with the index of its row (None where the whole column is at fault)."""
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
    message = f"{table.name}.{column} is {'empty' if row[column] is None else shown(row[column])}; expected {expected}"
    return Issue(check, "error", message, _hint(row[column], column, table), table=table.name, row_key=key_of(row, table), column=column)


def _hint(value: object, column: str, table: TableSpec) -> str | None:
    near = get_close_matches(str(value), [str(each) for each in table.column(column).enum], n=1)
    return f"did you mean {near[0]}?" if near and near[0] != value else None
