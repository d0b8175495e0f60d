"""The compiled checks and frictionless give the same verdict on the same cells, but for the differences that are listed."""

from __future__ import annotations

import csv
import tempfile
from pathlib import Path
from typing import Any

import pytest
from frictionless import Package
from hypothesis import given, settings
from hypothesis import strategies as st

from newspkg.check.csvfile import CsvFile, check_csv
from newspkg.check.differences import DIFFERENCES, Difference
from newspkg.specs.descriptor import Reader
from newspkg.specs.parse import parse_table

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
Cells = set[tuple[int, str | None]]


def compiled(schema: dict[str, Any], rows: list[list[str]]) -> Cells:
    reader = Reader(schema, Path("schema.json"))
    table = parse_table(reader, "t", ours=False)
    assert reader.issues == []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "t.csv")
        with path.open("w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows([list(table.column_names), *rows])
        lines, line = {}, 2
        for number, row in enumerate(rows):
            # a record spans as many lines as its cells have
            lines.update(dict.fromkeys(range(line, line + 1 + sum(cell.count("\n") for cell in row)), number))
            line += 1 + sum(cell.count("\n") for cell in row)
        issues, _ = check_csv({"t": CsvFile(path, table)})
    return {
        (lines[issue.line or 0], None if issue.check in ("primaryKey", "foreignKeys", "blank-row") else issue.column) for issue in issues
    }


def theirs(schema: dict[str, Any], rows: list[list[str]]) -> Cells:
    names = [each["name"] for each in schema["fields"]]
    package = Package.from_descriptor(
        {"$schema": PROFILE, "name": "p", "resources": [{"name": "t", "data": [names, *rows], "schema": schema}]}
    )
    errors = package.validate(limit_errors=10_000).tasks[0].errors
    return {
        (error.row_number - 2, None if error.type in ("primary-key", "foreign-key", "blank-row") else error.field_name) for error in errors
    }


CELLS = {
    "string": st.sampled_from(["", "a", "b", "ab", "é", "aé", "7", "-", "A b", "x,y", 'q"r', "a\nb", "abcdef", "日本"]),
    "integer": st.sampled_from(["", "0", "1", "-1", "+2", "10", "007", "1.0", "x", "1e3", "--1", "12345678901"]),
    "number": st.sampled_from(["", "0", "1.5", "-1.5", "1e2", ".5", "5.", "x", "1,5", "0x1", "-0"]),
    "boolean": st.sampled_from(["", "true", "false", "True", "FALSE", "1", "0", "yes", "tRUE"]),
    "date": st.sampled_from(["", "2024-01-05", "2024-02-30", "2023-02-29", "2024-02-29", "20240105", "0000-01-01", "9999-12-31"]),
    "datetime": st.sampled_from(["", "2024-01-05T08:30:00Z", "2024-01-05", "2024-02-30T00:00:00Z", "2024-01-05T08:30:61Z"]),
}  # fmt: skip
LIMITS = {
    "integer": st.sampled_from([-1, 0, 1, 10]),
    "number": st.sampled_from([-1.5, 0, 1.5, 100]),
    "date": st.sampled_from(["2024-01-05", "2024-02-29"]),
}
PATTERNS = ["[a-z]+", "[^,]*", "a?b", "[0-9]{1,2}", r"\w+", r"\S+", "(?:ab)+", ".+", "[A-Z] [a-z]", r"[^\W\d]+"]


@st.composite
def fields(draw: st.DrawFn, name: str) -> dict[str, Any]:
    kind = draw(st.sampled_from(list(CELLS)))
    constraints: dict[str, Any] = {}
    for each in draw(
        st.sets(st.sampled_from(["required", "unique", "enum", "pattern", "min", "max", "xmin", "xmax", "short", "long"]), max_size=3)
    ):
        if each in ("required", "unique"):
            constraints[each] = draw(st.booleans())
        elif each == "enum" and kind in ("string", "integer"):
            constraints["enum"] = draw(st.sampled_from([["a", "b"], ["ab", "é"]] if kind == "string" else [[0, 1], [10]]))
        elif each == "pattern" and kind == "string":
            constraints["pattern"] = draw(st.sampled_from(PATTERNS))
        elif each in ("min", "max", "xmin", "xmax") and kind in LIMITS:
            key = {"min": "minimum", "max": "maximum", "xmin": "exclusiveMinimum", "xmax": "exclusiveMaximum"}[each]
            constraints[key] = draw(LIMITS[kind])
        elif each in ("short", "long") and kind == "string":
            constraints["minLength" if each == "short" else "maxLength"] = draw(st.integers(0, 3))
    return {"name": name, "type": kind, "constraints": constraints}


@st.composite
def tables(draw: st.DrawFn) -> tuple[dict[str, Any], list[list[str]]]:
    columns = [draw(fields(name)) for name in "abc"[: draw(st.integers(1, 3))]]
    schema: dict[str, Any] = {"$schema": "https://datapackage.org/profiles/2.0/tableschema.json", "fields": columns}
    if draw(st.booleans()):
        schema["primaryKey"] = ["a"]
    if draw(st.booleans()):
        schema["missingValues"] = ["", "-"]
    rows = draw(st.lists(st.tuples(*(CELLS[each["type"]] for each in columns)), max_size=6))
    return schema, [list(row) for row in rows if any(cell not in ("", "-") for cell in row)]


@settings(max_examples=150, deadline=None)
@given(tables())
def test_the_same_cells(table: tuple[dict[str, Any], list[list[str]]]) -> None:
    schema, rows = table
    assert compiled(schema, rows) == theirs(schema, rows)


@pytest.mark.parametrize("known", DIFFERENCES, ids=lambda known: f"{known.field['type']}-{known.cell!r}")
def test_each_difference_is_as_it_is_listed(known: Difference) -> None:
    schema = {"fields": [known.field]}
    assert (theirs(schema, [[known.cell]]) == set(), compiled(schema, [[known.cell]]) == set()) == (known.frictionless, known.compiled)
