"""Every constraint of every column of every table, broken once: the suite is generated from the schemas."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import polars as pl
import pyarrow as pa
import pytest

from newspkg.check import check_tables
from newspkg.check.columns import check_frame
from newspkg.check.compile import POLARS_TYPES
from newspkg.model import Records
from newspkg.specs import ColumnSpec, PackageSpec, TableSpec, default_schemas, load_package
from newspkg.tables import build_tables

PACKAGE = load_package(default_schemas())
ENFORCED = {"required", "unique", "enum", "pattern", "minimum", "maximum", "minLength"}


def broken(column: ColumnSpec) -> Iterator[tuple[str, Any]]:
    """Each constraint of a column with a value that breaks it."""
    if column.required:
        yield "required", None
    if column.enum:
        yield "enum", f"{column.enum[0]}x"
    if column.pattern:
        yield "pattern", " \n|"
        yield "pattern", f"{column.example}\n"
        yield "pattern", f"\n{column.example}"
    if column.minimum is not None:
        yield "minimum", column.minimum - 1
    if column.maximum is not None:
        yield "maximum", column.maximum + 1
    if column.min_length:
        yield "minLength", ""
    if column.unique:
        yield "unique", ...


CASES = [
    pytest.param(table, column, check, value, id=f"{table.name}.{column.name}-{check}-{value!r}")
    for table in PACKAGE.tables.values()
    for column in table.columns
    for check, value in broken(column)
]


def _rows(tables: dict[str, pa.Table], table: TableSpec) -> list[dict[str, Any]]:
    return [dict(row) for row in tables[table.name].to_pylist()]


@pytest.fixture(scope="module")
def tables(records: Records, package: PackageSpec) -> dict[str, pa.Table]:
    return build_tables(records, package)


@pytest.mark.parametrize(("table", "column", "check", "value"), CASES)
def test_a_broken_constraint_is_caught(tables: dict[str, pa.Table], table: TableSpec, column: ColumnSpec, check: str, value: Any) -> None:
    rows = _rows(tables, table)[:1]
    if check == "unique":
        rows = [rows[0], dict(rows[0])]
    else:
        rows[0][column.name] = value
    frame = pl.DataFrame(rows, schema={each.name: POLARS_TYPES[each.type] for each in table.columns})
    found = [(issue.check, issue.column, index) for issue, index in check_frame(frame, table)]
    assert (check, column.name, len(rows) - 1) in found


def test_every_constraint_of_the_schemas_is_broken_above() -> None:
    used = {name for table in PACKAGE.tables.values() for each in table.descriptor["fields"] for name in each.get("constraints", {})}
    assert used - {case.values[2] for case in CASES} == set()


def test_the_sample_is_sound(tables: dict[str, pa.Table], package: PackageSpec, bodies: dict[str, str]) -> None:
    assert check_tables(tables, package, bodies) == []


@pytest.mark.parametrize("table", PACKAGE.tables.values(), ids=lambda table: table.name)
def test_examples_keep_to_their_own_constraints(table: TableSpec) -> None:
    frame = pl.DataFrame([{column.name: _typed(column) for column in table.columns}], schema_overrides={"date": pl.Date})
    assert [issue.message for issue, _ in check_frame(frame, table)] == []


def _typed(column: ColumnSpec) -> Any:
    import datetime

    return datetime.date.fromisoformat(column.example) if column.type == "date" else column.example
