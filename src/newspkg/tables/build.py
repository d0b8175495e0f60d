"""From records to Arrow tables: typed by the spec, sorted by primary key, rows of the same key refused."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any

import pyarrow as pa

from newspkg.errors import DataError
from newspkg.model import Issue, Records, row_key
from newspkg.specs import ColumnSpec, PackageSpec, TableSpec
from newspkg.tables.plain import plain_table

SURROGATE = re.compile("[\ud800-\udfff]")


def _is_int(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and -(2**63) <= value < 2**63


def _is_text(value: object) -> bool:
    # A lone surrogate has no UTF-8.
    return isinstance(value, str) and (value.isascii() or SURROGATE.search(value) is None)


FITS: Mapping[str, Callable[[object], bool]] = {
    "string": _is_text,
    "integer": _is_int,
    "number": lambda value: isinstance(value, int | float) and not isinstance(value, bool),
    "boolean": lambda value: isinstance(value, bool),
    "date": lambda value: isinstance(value, date) and not isinstance(value, datetime),
    "datetime": lambda value: isinstance(value, datetime) and value.tzinfo is not None,
}


def build_tables(records: Records, package: PackageSpec, only: Collection[str] | None = None) -> dict[str, pa.Table]:
    """The tables of the package in its order, or those named by `only`, rows sorted by primary key (by code point, nulls first).

    Raises DataError, with an issue for each cell, where a value does not fit its column's type.
    """
    issues: list[Issue] = []
    wanted = {name: table for name, table in package.tables.items() if only is None or name in only}
    tables = {name: build_table(getattr(records, name, ()), table, issues) for name, table in wanted.items()}
    if issues:
        raise DataError(f"{len(issues)} values do not fit their columns; the first: {issues[0].message}", issues)
    return tables


def build_table(rows: Sequence[Any], table: TableSpec, issues: list[Issue]) -> pa.Table:
    """One table; a value that does not fit is left out, and adds to `issues`."""
    at_once = plain_table(rows, table)
    if at_once is not None:
        return at_once
    ordered = sorted(rows, key=lambda row: _sort_key(row, table))
    keys = [row_key(*(str(getattr(row, name, None)) for name in table.primary_key)) for row in ordered]
    arrays = [
        pa.array(_values(ordered, keys, column, table, issues), table.arrow_schema.field(column.name).type) for column in table.columns
    ]
    return pa.Table.from_arrays(arrays, schema=table.arrow_schema)


def _sort_key(row: Any, table: TableSpec) -> list[tuple[bool, str]]:
    values = [getattr(row, name, None) for name in table.primary_key]
    return [(value is not None, str(value)) for value in values]


def _values(rows: Sequence[Any], keys: Sequence[str], column: ColumnSpec, table: TableSpec, issues: list[Issue]) -> list[Any]:
    fits = FITS[column.type]
    values = [getattr(row, column.name, None) for row in rows]
    for place, value in enumerate(values):
        if value is not None and not fits(value):
            issues.append(_misfit(value, keys[place], column, table))
            values[place] = None
    return values


def _misfit(value: object, key: str, column: ColumnSpec, table: TableSpec) -> Issue:
    message = f"{table.name}.{column.name} is {ascii(value)[:80]} ({type(value).__name__}); expected {column.type}"
    return Issue("type", "error", message, table=table.name, row_key=key, column=column.name)
