"""From a TableSpec to a pandera schema (polars). Run it on a DataFrame: on a LazyFrame pandera checks no data."""

from __future__ import annotations

import re
from typing import Any

import pandera.polars as pa
import polars as pl

from newspkg.specs import ColumnSpec, TableSpec

POLARS_TYPES: dict[str, Any] = {
    "string": pl.String,
    "integer": pl.Int64,
    "number": pl.Float64,
    "boolean": pl.Boolean,
    "date": pl.Date,
    "datetime": pl.Datetime("us", "UTC"),
}


def compile_table(table: TableSpec) -> pa.DataFrameSchema:
    """The types and the constraints of single columns; keys are in `keys`. Each check is named `constraint: what is expected`."""
    return pa.DataFrameSchema({column.name: compile_column(column) for column in table.columns}, strict=True, ordered=True)


def compile_column(column: ColumnSpec) -> pa.Column:
    return pa.Column(POLARS_TYPES[column.type], checks=_checks(column), nullable=column.nullable, unique=column.unique)


def _checks(column: ColumnSpec) -> list[pa.Check]:
    cell, length = pl.col(column.name), pl.col(column.name).str.len_chars()
    rules: list[tuple[str, Any, Any]] = [
        ("minimum: at least", column.minimum, lambda limit: cell >= _literal(limit, column)),
        ("maximum: at most", column.maximum, lambda limit: cell <= _literal(limit, column)),
        ("exclusiveMinimum: more than", column.exclusive_minimum, lambda limit: cell > _literal(limit, column)),
        ("exclusiveMaximum: less than", column.exclusive_maximum, lambda limit: cell < _literal(limit, column)),
        ("minLength: a length of at least", column.min_length, lambda limit: length >= limit),
        ("maxLength: a length of at most", column.max_length, lambda limit: length <= limit),
        ("pattern: a text that matches", column.pattern, lambda pattern: _matches(cell, pattern)),
        ("enum: one of", column.enum or None, lambda values: cell.is_in(list(values))),
    ]
    checks = [_check(f"{name} {_told(limit)}", rule(limit)) for name, limit, rule in rules if limit is not None]
    if column.type == "number":
        checks.append(_check("number: a finite number", cell.is_finite()))
    return checks


def _check(name: str, passes: pl.Expr) -> pa.Check:
    return pa.Check(lambda data: data.lazyframe.select(passes), name=name)


def _matches(cell: pl.Expr, pattern: str) -> pl.Expr:
    """Whether the whole value matches, as the standard says; by Python where polars' engine does not know the pattern (look-around)."""
    whole = f"^(?:{pattern})$"
    try:
        pl.Series([""]).str.contains(whole)
    except pl.exceptions.ComputeError:
        compiled = re.compile(pattern)
        return cell.map_elements(lambda value: compiled.fullmatch(value) is not None, return_dtype=pl.Boolean)
    return cell.str.contains(whole)


def _literal(limit: Any, column: ColumnSpec) -> pl.Expr:
    return pl.lit(limit).cast(POLARS_TYPES[column.type]) if column.type in ("date", "datetime") else pl.lit(limit)


def _told(limit: object) -> str:
    return ", ".join(map(str, limit)) if isinstance(limit, tuple) else str(limit)
