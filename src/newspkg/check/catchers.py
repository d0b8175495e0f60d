"""The checkers, each asked what it finds in some rows of a table: what `coverage` measures."""

from __future__ import annotations

import csv
import io
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

import polars as pl

from newspkg.check.cast import typed
from newspkg.check.csvfile import CsvFile, check_csv
from newspkg.check.mutants import Row
from newspkg.specs import TableSpec
from newspkg.specs.table import ColumnSpec

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
# A table, its rows, and the sound row that what they refer to is made of: to the checks that fail and their columns.
Catcher = Callable[[TableSpec, Sequence[Row], Row], set[tuple[str, str]]]


def _targets(table: TableSpec, row: Row) -> dict[str, tuple[TableSpec, list[Row]]]:
    """For each table that is referred to a small one that holds what the sound row refers to, a row for each key."""
    found: dict[str, list[Row]] = {}
    for key in table.foreign_keys:
        if key.table != table.name:
            found.setdefault(key.table, []).append(
                {other: row[name] for name, other in zip(key.columns, key.reference_columns, strict=True)}
            )
    return {name: _small(name, rows, table) for name, rows in found.items()}


def _small(name: str, rows: list[Row], table: TableSpec) -> tuple[TableSpec, list[Row]]:
    names = list(dict.fromkeys(each for cells in rows for each in cells))
    columns = tuple(ColumnSpec(each, "string", each, each) for each in names)
    fields = [{"name": each, "type": "string"} for each in names]
    spec = TableSpec(name, name, name, columns, (), descriptor={"fields": fields}, missing_values=table.missing_values)
    return spec, [dict.fromkeys(names) | cells for cells in rows]


def _text(names: Sequence[str], rows: Iterable[Row]) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(names)
    writer.writerows([row[name] for name in names] for row in rows)
    return out.getvalue()


def by_arrow(table: TableSpec, rows: Sequence[Row], row: Row) -> set[tuple[str, str]]:
    """What can't be read as the Arrow type of its column."""
    import pyarrow as pa
    from pyarrow import csv as arrow_csv

    found = set()
    for column in table.columns:
        data = io.BytesIO(_text([column.name], rows).encode())
        options = arrow_csv.ConvertOptions(column_types={column.name: table.arrow_schema.field(column.name).type}, strings_can_be_null=True)
        try:
            arrow_csv.read_csv(data, parse_options=arrow_csv.ParseOptions(newlines_in_values=True), convert_options=options)
        except pa.ArrowInvalid:
            found.add(("type", column.name))
    return found


def by_compiled(table: TableSpec, rows: Sequence[Row], row: Row) -> set[tuple[str, str]]:
    """What the compiled checks find in a CSV file."""
    with tempfile.TemporaryDirectory() as folder:
        tables = {table.name: (table, rows), **_targets(table, row)}
        files = {name: CsvFile(Path(folder, f"{name}.csv"), spec) for name, (spec, _) in tables.items()}
        for name, (spec, cells) in tables.items():
            files[name].path.write_text(_text(spec.column_names, cells), encoding="utf-8", newline="")
        issues = [issue for issue in check_csv(files)[0] if issue.table == table.name]
        return {(issue.check, (issue.column or "").split(", ")[0]) for issue in issues}


def by_pandera(table: TableSpec, rows: Sequence[Row], row: Row) -> set[tuple[str, str]]:
    """What pandera and the checks of keys find in typed tables; a cell that is of no type never becomes one."""
    from newspkg.check.columns import check_frame
    from newspkg.check.frames import Context, Frames
    from newspkg.check.keys import check_keys

    cells = {name: [each[name] for each in rows] for name in table.column_names}
    frame = pl.DataFrame(cells, schema=dict.fromkeys(cells, pl.String)).select(*(typed(column) for column in table.columns))
    found = {(issue.check, issue.column or "") for issue, _ in check_frame(frame, table)}
    others = {
        name: pl.DataFrame(kept, schema=dict.fromkeys(spec.column_names, pl.String)) for name, (spec, kept) in _targets(table, row).items()
    }
    issues = check_keys(Context(Frames({**others, table.name: frame}), {table.name: table}, {}))
    return found | {(issue.check, (issue.column or "").split(", ")[0]) for issue in issues}


def by_frictionless(table: TableSpec, rows: Sequence[Row], row: Row) -> set[tuple[str, str]]:
    """What frictionless finds in a package of the schema as it is written."""
    from frictionless import Package

    def resource(spec: TableSpec, cells: Sequence[Row]) -> dict[str, object]:
        data = [list(spec.column_names), *([each[name] for name in spec.column_names] for each in cells)]
        return {"name": spec.name, "data": data, "schema": dict(spec.descriptor)}

    resources = [resource(table, rows), *(resource(*each) for each in _targets(table, row).values())]
    report = Package.from_descriptor({"$schema": PROFILE, "resources": resources}).validate()
    return {found for task in report.tasks if task.name == table.name for error in task.errors for found in _told(error)}


KINDS = {"type-error": "type", "unique-error": "unique", "primary-key": "primaryKey", "foreign-key": "foreignKeys"}


def _told(error: object) -> set[tuple[str, str]]:
    kind, note = getattr(error, "type", ""), str(getattr(error, "note", ""))
    check = note.split('"')[1] if kind == "constraint-error" else KINDS.get(kind, kind)
    names = [getattr(error, "field_name", None)] if kind != "foreign-key" else getattr(error, "field_names", [])
    return {(check, name or "") for name in names or [""]}


CATCHERS: Mapping[str, Catcher] = {"arrow": by_arrow, "compiled": by_compiled, "pandera": by_pandera, "frictionless": by_frictionless}
