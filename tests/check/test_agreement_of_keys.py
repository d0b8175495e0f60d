"""Two tables that refer to each other and to themselves: the compiled checks and frictionless blame the same cells and rows."""

from __future__ import annotations

from typing import Any

from agreement import Rows, Schema, Tables, compiled_cells, frictionless_cells
from hypothesis import given, settings
from hypothesis import strategies as st

PROFILE = "https://datapackage.org/profiles/2.0/tableschema.json"
KINDS = {
    "string": ["a", "b", "é", "a b", "NA", "x" * 40],
    "integer": ["1", "2", "+1", "01", "x", "NA"],
    "number": ["1", "1.0", "1e0", "2.5", "NA"],
    "date": ["2024-02-28", "2024-02-29", "2024-02-30", "NA"],
    "boolean": ["true", "1", "0", "maybe", "NA"],
}
ALIKE = ("string", "integer", "date")  # types in which both take equal cells for equal keys
MISSING = [["", "NA"], [{"value": ""}, {"value": "NA", "label": "not asked"}]]


@st.composite
def schemas(draw: st.DrawFn, kinds: list[str]) -> Schema:
    fields: list[dict[str, Any]] = [{"name": name, "type": kind, "constraints": {}} for name, kind in zip("kmn", kinds, strict=False)]
    for field in fields:
        field["constraints"] = draw(
            st.fixed_dictionaries({}, optional={"required": st.booleans(), "unique": st.just(field["type"] in ALIKE)})
        )
    return {"$schema": PROFILE, "fields": fields, "missingValues": draw(st.sampled_from([[""], *MISSING]))}


@st.composite
def packages(draw: st.DrawFn) -> Tables:
    kinds = [draw(st.sampled_from(ALIKE)), draw(st.sampled_from(list(KINDS))), draw(st.sampled_from(list(KINDS)))]
    near, far = draw(schemas(kinds)), draw(schemas(kinds))
    far["primaryKey"] = draw(st.sampled_from([["k"], "k"]))
    near["foreignKeys"] = [{"fields": draw(st.sampled_from([["k"], "k"])), "reference": {"resource": "far", "fields": ["k"]}}]
    if draw(st.booleans()):
        far["foreignKeys"] = [{"fields": "k", "reference": {"resource": "", "fields": "k"}}]
    return {"far": (far, draw(rows(kinds))), "near": (near, draw(rows(kinds)))}


def rows(kinds: list[str]) -> st.SearchStrategy[Rows]:
    # The last cell is never empty, nor a key: empty rows and keys with holes are differences that are listed.
    first = st.sampled_from([each for each in KINDS[kinds[0]] if each != "NA"])
    cells = [first, st.sampled_from(["", *KINDS[kinds[1]]]), st.sampled_from(KINDS[kinds[2]])]
    return st.lists(st.tuples(*cells).map(list), max_size=6)


@settings(max_examples=120, deadline=None)
@given(packages())
def test_the_same_cells_and_rows(package: Tables) -> None:
    assert compiled_cells(package) == frictionless_cells(package)
