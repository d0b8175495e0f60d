"""Each codelist against the Table Schema beside it, every issue with its file and physical line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl

from newspkg.check.columns import check_frame
from newspkg.check.compile import POLARS_TYPES
from newspkg.check.frames import shown
from newspkg.check.keys import check_primary_key
from newspkg.check.physical import Sheet, read_sheet
from newspkg.model import Issue
from newspkg.specs import ColumnSpec, TableSpec
from newspkg.specs.descriptor import open_descriptor
from newspkg.specs.parse import parse_table

LINE = "physical line"


def check_codelists(schemas: Path) -> list[Issue]:
    """Every issue of the codelists of `schemas/`. Raises EnvironmentFault where a file can't be read."""
    root = schemas / "codelists"
    return [issue for path in sorted(root.glob("*.csv")) for issue in check_codelist(path)]


def check_codelist(path: Path) -> list[Issue]:
    """Every issue of one codelist and its schema."""
    beside = path.with_suffix(".schema.json")
    if not beside.is_file():
        return [
            Issue("codelist", "error", f"there is no {beside.name}; expected a Table Schema beside the codelist", file=str(path), line=1)
        ]
    reader = open_descriptor(beside)
    # The name of the file names the codelist; a title of its own is welcome, not required.
    reader.value = {"title": path.stem, "description": path.stem, **reader.value}
    table = parse_table(reader, path.stem)
    if reader.issues:
        return reader.issues
    try:
        sheet = read_sheet(path)
    except ValueError as fault:
        return [Issue("codelist", "error", f"{fault}; expected CSV in UTF-8", file=str(path), line=1)]
    return [replace(issue, file=str(path)) for issue in _check_sheet(sheet, table)]


def _check_sheet(sheet: Sheet, table: TableSpec) -> Iterator[Issue]:
    if sheet.header != table.column_names:
        found, expected = ", ".join(sheet.header), ", ".join(table.column_names)
        yield Issue("header", "error", f"the header is {shown(found)}; expected {expected}", table=table.name, line=1)
        return
    width = len(table.columns)
    for record, line in zip(sheet.records, sheet.lines, strict=True):
        if len(record) != width:
            yield Issue(
                "cells", "error", f"{len(record)} cells; expected {width}", "quote a cell that holds a comma", table=table.name, line=line
            )
    kept = [(record, line) for record, line in zip(sheet.records, sheet.lines, strict=True) if len(record) == width]
    issues: list[Issue] = []
    columns = {
        column.name: _typed([(record[i], line) for record, line in kept], column, table, issues) for i, column in enumerate(table.columns)
    }
    frame = pl.DataFrame(columns, schema={column.name: POLARS_TYPES[column.type] for column in table.columns})
    lines = [line for _, line in kept]
    yield from issues
    for fault, index in check_frame(frame, table):
        yield replace(fault, line=None if index is None else lines[index])
    by_key = _by_row(frame, lines, table)
    for repeated in check_primary_key(frame, table):
        yield replace(repeated, line=by_key.get(repeated.row_key or ""))


def _by_row(frame: pl.DataFrame, lines: list[int], table: TableSpec) -> dict[str, int]:
    """The last line of each key: where a key is repeated, that is where."""
    from newspkg.check.frames import key_of

    return {key_of(row, table): line for row, line in zip(frame.iter_rows(named=True), lines, strict=True)}


def _typed(cells: list[tuple[str, int]], column: ColumnSpec, table: TableSpec, issues: list[Issue]) -> list[Any]:
    values: list[Any] = []
    for cell, line in cells:
        try:
            values.append(_value(cell, column.type))
        except ValueError:
            message = f"{table.name}.{column.name} is {shown(cell)}; expected {column.type}"
            issues.append(Issue("type", "error", message, table=table.name, column=column.name, line=line))
            values.append(None)
    return values


def _value(cell: str, kind: str) -> Any:
    """A cell as its column's type. Raises ValueError."""
    if cell == "" or kind == "string":
        return cell or None
    if kind == "boolean":
        return ("false", "true").index(cell) == 1
    if kind == "date":
        return date.fromisoformat(cell)
    return int(cell) if kind == "integer" else float(cell)
