"""frictionless's own cases, read from its installed package, and cases written after the Table Schema standard: one verdict of both."""

from __future__ import annotations

import contextlib
import importlib
import itertools
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from agreement import Schema, compiled_cells, frictionless_cells, parsed
from frictionless import Field

from newspkg.check.differences import DIFFERENCES
from newspkg.specs.table import COLUMN_TYPES

SPECS = [f"frictionless.fields.__spec__.test_{each}" for each in COLUMN_TYPES]
SPECS += ["frictionless.schema.__spec__.field.test_constraints", "frictionless.schema.__spec__.field.test_read"]
Case = tuple[Schema, str, bool]


def recorded(name: str) -> Iterator[Case]:
    """Fields, cells and whether frictionless takes them, of every case in one of its own modules of tests; none where it is not shipped."""
    try:
        module: Any = importlib.import_module(name)
    except ModuleNotFoundError:
        return
    found: list[Case] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "Field", SimpleNamespace(from_descriptor=lambda descriptor: _Recorder(descriptor, found)))
        for test in [each for key, each in vars(module).items() if key.startswith("test_")]:
            fixtures = {"recwarn": SimpleNamespace(list=[])} if "recwarn" in test.__code__.co_varnames else {}
            for arguments in _arguments(test):
                with contextlib.suppress(Exception):  # a test of theirs that fails has still asked for its cells
                    test(**arguments, **fixtures)
    yield from found


def _arguments(test: Any) -> Iterator[dict[str, Any]]:
    marks = [mark for mark in getattr(test, "pytestmark", ()) if mark.name == "parametrize"]
    axes = [[dict(zip(map(str.strip, mark.args[0].split(",")), values, strict=False)) for values in mark.args[1]] for mark in marks]
    yield from ({key: value for part in parts for key, value in part.items()} for parts in itertools.product(*axes))


class _Recorder:
    """Stands for a field of theirs and notes the cells that it is asked."""

    def __init__(self, descriptor: Schema, found: list[Case]) -> None:
        self._field, self._descriptor, self._found = Field.from_descriptor(dict(descriptor)), dict(descriptor), found

    def read_cell(self, cell: Any) -> Any:
        value, notes = self._field.read_cell(cell)
        if isinstance(cell, str):
            self._found.append((self._descriptor, cell, notes is None))
        return value, notes


# What changes how a cell is read or which it may be, and is refused by name in a schema rather than passed over.
REFUSED = {
    "format": "tables hold dates and moments as ISO 8601 alone; texts of a form have a pattern",
    "bareNumber": "a unit belongs into the description of the column, not into its cells",
    "groupChar": "no grouping: readers disagree about it",
    "decimalChar": "a point, as every reader has it",
}
THEIRS = [case for name in SPECS for case in recorded(name)]
LISTED = {(each.field["type"], each.cell) for each in DIFFERENCES}


def verdicts(field: Schema, cell: str) -> tuple[bool, bool]:
    """Whether frictionless and the compiled checks take a cell; a second column keeps its row from being blank."""
    tables = {"t": ({"fields": [field, {"name": "beside", "type": "string"}]}, [[cell, "x"]])}
    return not frictionless_cells(tables), not compiled_cells(tables)


def test_their_cases_are_found() -> None:
    assert len(THEIRS) > 150


@pytest.mark.parametrize(("field", "cell", "taken"), THEIRS, ids=lambda value: repr(value)[:60])
def test_a_case_of_frictionless(field: Schema, cell: str, taken: bool) -> None:
    _, issues = parsed({"fields": [field]})
    if issues:
        assert any(key in issue.message for issue in issues for key in REFUSED)
        return
    assert verdicts(field, cell) == (taken, taken and (field["type"], cell) not in LISTED)


def matrix() -> list[Any]:
    try:
        module = importlib.import_module("frictionless.schema.__spec__.field.test_constraints")
    except ModuleNotFoundError:
        return []
    return list(module.test_field_constraint_field_type.pytestmark[0].args[1])


@pytest.mark.parametrize(("constraints", "kind", "fits"), matrix(), ids=repr)
def test_a_constraint_fits_the_types_that_it_fits_for_frictionless(constraints: Schema, kind: str, fits: bool) -> None:
    _, issues = parsed({"fields": [{"name": "x", "type": kind, "constraints": constraints}]})
    assert bool(issues) == (not fits or kind not in COLUMN_TYPES)
    assert all(kind in issue.message for issue in issues)


Z, PLUS, MINUS = "2024-01-05T08:30:00Z", "2024-01-05T08:30:00+02:00", "2024-01-05T08:30:00-05:30"
STANDARD: list[tuple[Schema, list[str], list[str]]] = [
    # type, properties and constraints; cells that keep them; cells that do not
    ({"type": "integer"}, ["0", "-0", "+7", "007", "9223372036854775807", "-9223372036854775808"],
     ["1.0", "1e3", "0x1", "1,000", "-", "½"]),
    ({"type": "number"}, ["0", "-1.5", "+.5", "5.", "1e5", "1E-5", "00.5", "9" * 40], ["1,5", "0x1p3", "e1", ".", "1.5.5", "--1", "1d5"]),
    ({"type": "boolean"}, ["true", "True", "TRUE", "1", "false", "False", "FALSE", "0"], ["tRUE", "yes", "t", "01", " true", "2"]),
    ({"type": "boolean", "trueValues": ["ja"], "falseValues": ["nein"]}, ["ja", "nein"], ["true", "0", "Ja"]),
    ({"type": "date"}, ["2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"],
     ["2023-02-29", "1900-02-29", "2024-02-30", "2024-13-01", "2024-00-10", "0000-12-31", "10000-01-01", "20240101", "2024-W01-1", Z]),
    ({"type": "datetime"}, [Z, PLUS, MINUS, "2024-01-05T08:30:00", "2024-01-05T08:30:00.123456Z", "2024-01-05T08:30:00.123456789+14:00"],
     ["2024-01-05", "2024-02-30T00:00:00Z", "2024-01-05T25:00:00Z", "2024-01-05T08:60:00Z", "2024-01-05T08:30:60Z", "2024-01-05T08:30Z",
      "2024-01-05T08:30:00+24:00", "20240105T083000Z", "2024-01-05T08:30:00 UTC", "2024-01-05T08:30:00.Z"]),
    ({"type": "string"}, [" ", "日本", "e\u0301", "a\u2028b", 'q"r', "a\nb", "\u00a0"], []),
    ({}, ["any text"], []),  # the type is string where none is told
    ({"type": "string", "constraints": {"required": True}}, ["x", " ", "0"], [""]),
    ({"type": "string", "constraints": {"required": True}, "missingValues": ["-", "n/a"]}, ["", "x", "N/A", " -"], ["-", "n/a"]),
    ({"type": "integer", "missingValues": [{"value": ""}, {"value": "-99"}, {"value": "-98", "label": "refused"}]},
     ["", "-99", "-98", "-97"], ["n/a", "--"]),
    ({"type": "integer", "missingValues": []}, ["7"], [""]),
    ({"type": "string", "constraints": {"enum": ["a", "é", "a b"]}}, ["a", "é", "a b", ""], ["A", "e\u0301", "a ", "b"]),
    ({"type": "integer", "constraints": {"enum": [1, 20]}}, ["1", "+1", "01", "20", ""], ["2", "120"]),
    ({"type": "integer", "constraints": {"enum": ["1", "20"]}}, ["1", "20"], ["2", "0"]),  # as texts that a cell could hold
    ({"type": "number", "constraints": {"enum": [0.5, 2]}}, ["0.5", ".5", "5e-1", "2", "2.0"], ["0.50001", "-2"]),
    ({"type": "boolean", "constraints": {"enum": [True]}}, ["true", "1", ""], ["false", "0"]),
    ({"type": "date", "constraints": {"enum": ["2024-02-29"]}}, ["2024-02-29"], ["2024-02-28"]),
    ({"type": "integer", "constraints": {"minimum": -1, "maximum": 2}}, ["-1", "0", "2", ""], ["-2", "3"]),
    ({"type": "integer", "constraints": {"exclusiveMinimum": -1, "exclusiveMaximum": 2}}, ["0", "1", ""], ["-1", "2", "-2", "3"]),
    ({"type": "integer", "constraints": {"minimum": "5", "exclusiveMaximum": "+8"}}, ["5", "7"], ["4", "8"]),
    ({"type": "number", "constraints": {"minimum": -0.5, "exclusiveMaximum": 1e3}}, ["-0.5", "-.5", "999.999"], ["-0.51", "1000", "1e3"]),
    ({"type": "number", "constraints": {"minimum": "1.5"}}, ["1.5", "2"], ["1.49", "0"]),
    ({"type": "date", "constraints": {"minimum": "2024-02-29", "maximum": "2024-03-01"}}, ["2024-02-29", "2024-03-01"],
     ["2024-02-28", "2024-03-02"]),
    ({"type": "date", "constraints": {"exclusiveMinimum": "2024-02-28", "exclusiveMaximum": "2024-03-01"}}, ["2024-02-29"],
     ["2024-02-28", "2024-03-01"]),
    ({"type": "datetime", "constraints": {"minimum": Z, "exclusiveMaximum": "2024-01-05T09:00:00Z"}},
     [Z, "2024-01-05T10:30:00+02:00", "2024-01-05T08:59:59Z"], ["2024-01-05T08:29:59Z", "2024-01-05T09:00:00Z", PLUS, MINUS]),
    ({"type": "string", "constraints": {"minLength": 2, "maxLength": 3}}, ["ab", "日本", "🙂🙂", "abc", "a\nb", ""],
     ["a", "é", "🙂", "abcd"]),
    ({"type": "string", "constraints": {"minLength": 0, "maxLength": 0}}, [""], ["a", " "]),
    ({"type": "string", "constraints": {"pattern": "[a-c]{2}"}}, ["ab", "cc", ""], ["a", "abc", "xab", "abx", "AB", "a b"]),
    ({"type": "string", "constraints": {"pattern": "^ab$"}}, ["ab"], ["xab", "abx", "^ab$"]),
    ({"type": "string", "constraints": {"pattern": ".+"}}, ["a", "é🙂"], ["\n", "a\nb"]),
    ({"type": "string", "constraints": {"pattern": r"\w+"}}, ["abc_9", "éß", "日本", "३"], ["a b", "-", "a-b"]),
    ({"type": "string", "constraints": {"pattern": r"\d{2}"}}, ["42", "٣٤"], ["4", "4x"]),
    ({"type": "string", "constraints": {"pattern": r"\S+\s\S+"}}, ["a b", "a\u00a0b", "a\tb"], ["ab", " b"]),
    ({"type": "string", "constraints": {"pattern": r"[^\x00-\x7f]"}}, ["é", "日"], ["e", "日本"]),
    ({"type": "string", "constraints": {"required": False, "unique": False}}, ["", "a"], []),
]  # fmt: skip
CELLS = [(field, cell, taken) for field, good, bad in STANDARD for taken, cells in ((True, good), (False, bad)) for cell in cells]


@pytest.mark.parametrize(("field", "cell", "taken"), CELLS, ids=lambda value: repr(value)[:60])
def test_a_case_of_the_standard(field: Schema, cell: str, taken: bool) -> None:
    assert verdicts({"name": "x", **field}, cell) == (taken, taken)


@pytest.mark.parametrize(
    "field",
    [
        {"type": "integer", "constraints": {"minimum": "five"}}, {"type": "integer", "constraints": {"maximum": 1.5}},
        {"type": "integer", "constraints": {"enum": ["1", "x"]}}, {"type": "date", "constraints": {"minimum": "2024-02-30"}},
        {"type": "string", "constraints": {"minLength": -1}}, {"type": "string", "constraints": {"pattern": "("}},
        {"type": "string", "constraints": {"require": True}}, {"type": "boolean", "constraints": {"minimum": 1}},
        {"type": "number", "decimalChar": ","}, {"type": "integer", "groupChar": " "}, {"type": "integer", "bareNumber": False},
        *({"type": kind} for kind in ("any", "array", "object", "list", "time", "year", "yearmonth", "duration", "geopoint", "geojson")),
        *({"type": "string", "format": form} for form in ("email", "uri", "uuid", "binary")),
        {"type": "date", "format": "%d.%m.%Y"}, {"type": "datetime", "format": "any"},
    ],
    ids=repr,
)  # fmt: skip
def test_what_is_not_supported_is_refused_by_name(field: Schema) -> None:
    _, issues = parsed({"fields": [{"name": "x", **field}]})
    words = [str(each) for each in (*field, *field.get("constraints", ()), field["type"])]
    assert issues and any(word in issues[0].message for word in words)


@pytest.mark.parametrize("field", [{"type": "number", "decimalChar": "."}, {"type": "integer", "bareNumber": True}], ids=repr)
def test_what_is_told_as_it_is_anyway_is_taken(field: Schema) -> None:
    assert parsed({"fields": [{"name": "x", **field}]})[1] == []
