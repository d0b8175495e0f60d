"""The one compiler of a TableSpec: its constraints as expressions of polars, and from those a pandera schema.

`frictionless_schema` gives the same table to frictionless in the words that it enforces; `specs.arrow` gives the Arrow schema.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Any

import polars as pl

from newspkg.specs import ColumnSpec, TableSpec
from newspkg.specs.pattern import linear

if TYPE_CHECKING:
    import pandera.polars as pa

POLARS_TYPES: dict[str, Any] = {
    "string": pl.String,
    "integer": pl.Int64,
    "number": pl.Float64,
    "boolean": pl.Boolean,
    "date": pl.Date,
    "datetime": pl.Datetime("us", "UTC"),
}


@dataclass(frozen=True)
class CellRule:
    """A constraint of one column: `passes` is true for each value that keeps it (null keeps all)."""

    check: str
    expected: str
    passes: pl.Expr


def cell_rules(column: ColumnSpec) -> Iterator[CellRule]:
    """The constraints of a column but `required` and `unique`, on its typed values."""
    cell, length = pl.col(column.name), pl.col(column.name).str.len_chars()
    if column.minimum is not None:
        yield CellRule("minimum", f"at least {column.minimum}", cell >= _literal(column.minimum, column))
    if column.maximum is not None:
        yield CellRule("maximum", f"at most {column.maximum}", cell <= _literal(column.maximum, column))
    if column.exclusive_minimum is not None:
        yield CellRule("exclusiveMinimum", f"more than {column.exclusive_minimum}", cell > _literal(column.exclusive_minimum, column))
    if column.exclusive_maximum is not None:
        yield CellRule("exclusiveMaximum", f"less than {column.exclusive_maximum}", cell < _literal(column.exclusive_maximum, column))
    if column.min_length is not None:
        yield CellRule("minLength", f"a length of at least {column.min_length}", length >= column.min_length)
    if column.max_length is not None:
        yield CellRule("maxLength", f"a length of at most {column.max_length}", length <= column.max_length)
    if column.pattern is not None:
        # By the linear-time engine: no pattern can hang it. The whole value must match, as the standard says.
        yield CellRule("pattern", f"a text that matches {column.pattern}", cell.str.contains(linear(column.pattern)))
    check, values = column.allowed
    if values:
        # Not is_in: it asks for one type of all values, while JSON writes 1 for 1.0.
        literals = [_literal(value, column) for value in values]
        passes = cell.is_in(list(values)) if column.type == "string" else reduce(or_, [cell == each for each in literals])
        yield CellRule(check, f"one of {', '.join(map(str, values))}", passes)
    if column.type == "number":
        yield CellRule("number", "a finite number", cell.is_finite())


def _literal(limit: Any, column: ColumnSpec) -> pl.Expr:
    if column.type == "date":
        return pl.lit(date.fromisoformat(limit))
    if column.type == "datetime":
        moment = datetime.fromisoformat(limit)
        return pl.lit(moment if moment.tzinfo else moment.replace(tzinfo=UTC)).cast(POLARS_TYPES["datetime"])
    return pl.lit(limit)


def compile_table(table: TableSpec) -> pa.DataFrameSchema:
    """The types and the constraints of single columns for pandera; keys are in `keys`.

    To be run on a DataFrame: of a LazyFrame it reads no data. Each check is named `constraint: what is expected`.
    """
    import pandera.polars as pa

    def check(rule: CellRule) -> pa.Check:
        return pa.Check(lambda data: data.lazyframe.select(rule.passes), name=f"{rule.check}: {rule.expected}")

    def column(spec: ColumnSpec) -> pa.Column:
        checks = [check(rule) for rule in cell_rules(spec)]
        return pa.Column(POLARS_TYPES[spec.type], checks=checks, nullable=spec.nullable, unique=spec.unique)

    return pa.DataFrameSchema({each.name: column(each) for each in table.columns}, strict=True, ordered=True)


def frictionless_schema(table: TableSpec, *, patterns: bool = True) -> dict[str, Any]:
    """The Table Schema in the words that frictionless enforces: patterns anchored as a whole, categories as an enum.

    It keeps no unique keys and passes a key of several columns that holds a null: the compiled checks do. `patterns`: False leaves them
    out, for cells too long for an engine that backtracks.
    """
    schema = copy.deepcopy(dict(table.descriptor))
    for field, column in zip(schema["fields"], table.columns, strict=True):
        constraints = dict(field.get("constraints", {}))
        if column.pattern is not None:
            constraints["pattern"] = rf"(?:{column.pattern})\Z"
        if not patterns:
            constraints.pop("pattern", None)
        if column.categories and not column.enum:
            constraints["enum"] = [each.value for each in column.categories]
        field["constraints"] = constraints
    return schema
