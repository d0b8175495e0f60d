"""The compiled checks and frictionless give the same verdict on the same cells, but for the differences that are listed."""

from __future__ import annotations

from typing import Any

import pytest
from agreement import compiled_cells, frictionless_cells
from hypothesis import given, settings
from hypothesis import strategies as st

from newspkg.check.differences import DIFFERENCES, Difference

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
    assert compiled_cells({"t": (schema, rows)}) == frictionless_cells({"t": (schema, rows)})


@pytest.mark.parametrize("known", DIFFERENCES, ids=lambda known: f"{known.field['type']}-{known.cell!r}")
def test_each_difference_is_as_it_is_listed(known: Difference) -> None:
    tables = {"t": ({"fields": [known.field]}, [[known.cell]])}
    assert (not frictionless_cells(tables), not compiled_cells(tables)) == (known.frictionless, known.compiled)
