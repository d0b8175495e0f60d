"""Which cells of a package two validators blame: ours, and frictionless."""

from __future__ import annotations

import csv
import tempfile
from pathlib import Path
from typing import Any

from frictionless import Package

from newspkg.check.csvfile import CsvFile, check_csv
from newspkg.model import Issue
from newspkg.specs import TableSpec
from newspkg.specs.descriptor import Reader
from newspkg.specs.parse import parse_table

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
ROW_CHECKS = ("primaryKey", "primary-key", "foreignKeys", "foreign-key", "blank-row")  # that blame a row, not a cell
Schema = dict[str, Any]
Rows = list[list[str]]
Tables = dict[str, tuple[Schema, Rows]]
Cells = set[tuple[str, int, str | None]]
"""Table, number of the row from 0, column: None where a whole row is meant."""


def parsed(schema: Schema, name: str = "t") -> tuple[TableSpec, list[Issue]]:
    """The table of a schema, and what of the schema is refused."""
    reader = Reader(schema, Path("schema.json"))
    return parse_table(reader, name, ours=False), reader.issues


def compiled_cells(tables: Tables) -> Cells:
    """What the compiled checks blame."""
    with tempfile.TemporaryDirectory() as folder:
        files, rows_of = {}, {}
        for name, (schema, rows) in tables.items():
            table, issues = parsed(schema, name)
            assert issues == []
            files[name] = CsvFile(Path(folder, f"{name}.csv"), table)
            rows_of[name] = _write(files[name].path, [list(table.column_names), *rows])
        found, _ = check_csv(files)
    return {
        (str(issue.table), rows_of[str(issue.table)][issue.line or 0], None if issue.check in ROW_CHECKS else issue.column)
        for issue in found
    }


def _write(path: Path, records: Rows) -> dict[int, int]:
    """Writes a file; the number of the row, from 0 after the header, at each of its physical lines."""
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(records)
    ends = [1 + sum(cell.count("\n") for cell in record) for record in records]  # a record spans as many lines as its cells have
    return dict(enumerate((row for row, lines in enumerate(ends, -1) for _ in range(lines)), 1))


def frictionless_cells(tables: Tables) -> Cells:
    """What frictionless blames."""
    resources = [
        {"name": name, "data": [[each["name"] for each in schema["fields"]], *rows], "schema": schema}
        for name, (schema, rows) in tables.items()
    ]
    report = Package.from_descriptor({"$schema": PROFILE, "name": "p", "resources": resources}).validate(limit_errors=10_000)
    return {
        (task.name, error.row_number - 2, None if error.type in ROW_CHECKS else error.field_name)
        for task in report.tasks
        for error in task.errors
    }
