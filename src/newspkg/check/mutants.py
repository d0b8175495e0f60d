"""Every constraint of every column of a table, broken once: what the checkers are measured by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from newspkg.specs import ColumnSpec, TableSpec

Row = dict[str, str | None]  # None is no value; an empty text is one, which a CSV file can't tell from it


@dataclass(frozen=True, eq=False)
class Mutant:
    """Rows of cells in which `column` breaks `check` and nothing else is meant to be wrong; `what` tells two of one check apart."""

    table: str
    column: str
    check: str
    rows: tuple[Row, ...]
    what: str = ""


def sample_of(table: TableSpec) -> Row | None:
    """A row that keeps the schema, made of the columns' examples; None where a required column has none."""
    row = {column.name: cell_of(column.example) for column in table.columns}
    return None if any(column.required and not row[column.name] for column in table.columns) else _linked(row, table)


def _linked(row: Row, table: TableSpec) -> Row:
    """The row with references to its own table that lead to itself."""
    own = [key for key in table.foreign_keys if key.table == table.name]
    return row | {name: row[other] for key in own for name, other in zip(key.columns, key.reference_columns, strict=True)}


def cell_of(value: object) -> str | None:
    """A value as a CSV file holds it."""
    if isinstance(value, bool):
        return str(value).lower()
    return None if value is None else str(value)


def mutants(table: TableSpec, row: Row) -> Iterator[Mutant]:
    """Each constraint of the table broken once, beginning with the sound `row`."""
    for column in table.columns:
        for check, cell in _broken(column):
            yield Mutant(table.name, column.name, check, (row | {column.name: cell},))
        if column.unique and row[column.name]:
            yield Mutant(table.name, column.name, "unique", (row, row))
    if table.primary_key:
        yield Mutant(table.name, ", ".join(table.primary_key), "primaryKey", (row, row), "told twice")
    for name in table.primary_key:
        yield Mutant(table.name, name, "primaryKey", (row | {name: None},), "empty")
    for columns in table.unique_keys:
        whole = row | {name: row[name] or "name" for name in columns}
        yield Mutant(table.name, ", ".join(columns), "uniqueKeys", (whole, _renamed(whole, table)))
    for key in table.foreign_keys:
        lost = row | {name: "e-absent" if table.column(name).type == "string" else "987654" for name in key.columns}
        yield Mutant(table.name, ", ".join(key.columns), "foreignKeys", (lost,))


def _renamed(row: Row, table: TableSpec) -> Row:
    """The row with another primary key, so that it repeats the unique key alone."""
    return row | {name: f"{row[name]}x" for name in table.primary_key if table.column(name).type == "string"}


def _broken(column: ColumnSpec) -> Iterator[tuple[str, str | None]]:
    if column.required:
        yield "required", None
    if column.type != "string":
        yield "type", "x?"
    check, values = column.allowed
    if values:
        yield check, f"{values[0]}x" if column.type == "string" else "98765"
    if column.pattern is not None:
        yield "pattern", f"{cell_of(column.example) or ''}\n|"
    for check, limit, step in _limits(column):
        yield check, _moved(limit, step, column)
    if column.min_length:
        yield "minLength", "x" * (column.min_length - 1)
    if column.max_length is not None:
        yield "maxLength", "x" * (column.max_length + 1)


def _limits(column: ColumnSpec) -> Iterator[tuple[str, Any, int]]:
    found = (
        ("minimum", column.minimum, -1), ("maximum", column.maximum, 1),
        ("exclusiveMinimum", column.exclusive_minimum, 0), ("exclusiveMaximum", column.exclusive_maximum, 0),
    )  # fmt: skip
    return (each for each in found if each[1] is not None)


def _moved(limit: Any, step: int, column: ColumnSpec) -> str:
    if column.type == "date":
        return (date.fromisoformat(limit) + timedelta(days=step)).isoformat()
    if column.type == "datetime":
        return f"{int(limit[:4]) + step:04}{limit[4:]}"
    return str(limit + step)
