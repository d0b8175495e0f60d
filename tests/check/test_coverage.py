"""Every constraint of the schemas is enforced by somebody, and each checker enforces what the matrix says of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from newspkg.check import coverage as module
from newspkg.check.coverage import coverage, coverage_of, markdown
from newspkg.check.mutants import mutants, sample_of
from newspkg.specs import default_schemas, load_package
from newspkg.specs.coverage import kept, written
from newspkg.specs.descriptor import Reader
from newspkg.specs.parse import parse_table

ALL, OURS = {"compiled", "pandera", "frictionless"}, {"compiled", "pandera"}


def field(name: str, kind: str, **constraints: Any) -> dict[str, Any]:
    return {"name": name, "type": kind, "constraints": constraints}


SCHEMA = {
    "fields": [
        field("a", "string", required=True, pattern="a|b"),
        field("b", "integer", minimum=0, maximum=9),
        field("c", "number", exclusiveMinimum=0, exclusiveMaximum=1),
        field("d", "date", minimum="2024-01-01"),
        field("e", "string", minLength=2, maxLength=3),
        {"name": "f", "type": "string", "categories": ["x", "y"]},
        field("g", "string", enum=["x", "y"]),
        field("h", "boolean", required=True),
        field("i", "string", unique=True),
    ],
    "primaryKey": ["a", "b"],
    "uniqueKeys": [["e", "f"]],
    "foreignKeys": [{"fields": ["a", "g"], "reference": {"resource": "others", "fields": ["p", "q"]}}],
}
ROW = {"a": "a", "b": "1", "c": "0.5", "d": "2024-05-01", "e": "ee", "f": "x", "g": "x", "h": "true", "i": "i"}
EXPECTED = [
    ("a", "required", ALL), ("a", "pattern", ALL), ("b", "type", {"arrow", "compiled", "frictionless"}), ("b", "minimum", ALL),
    ("b", "maximum", ALL),
    ("d", "minimum", ALL), ("e", "minLength", ALL), ("e", "maxLength", ALL), ("f", "categories", OURS), ("g", "enum", ALL),
    ("h", "required", ALL), ("i", "unique", ALL), ("b", "primaryKey", OURS), ("a, b", "primaryKey", ALL), ("e, f", "uniqueKeys", OURS),
    ("a, g", "foreignKeys", ALL),
]  # fmt: skip


def test_each_checker_catches_what_it_claims() -> None:
    reader = Reader(SCHEMA, Path("s.json"))
    table = parse_table(reader, "t", ours=False)
    assert reader.issues == []
    found = coverage_of(table, dict(ROW))
    assert [mutant for mutant, by in found.items() if not by] == []
    caught = {(mutant.column, mutant.check): set(by) for mutant, by in found.items()}
    assert [(column, check, caught[column, check]) for column, check, _ in EXPECTED] == EXPECTED


def test_no_constraint_of_the_schemas_is_enforced_by_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    ours = {name: catch for name, catch in module.CATCHERS.items() if name in OURS}
    monkeypatch.setattr(module, "CATCHERS", ours)
    found = coverage(load_package(default_schemas()))
    assert [(each.table, each.column, each.check) for each in found.missed()] == []
    assert markdown(found).count("\n") == len(found.caught) + 2


def test_the_kept_matrix_was_made_for_the_schemas_of_today() -> None:
    package = load_package(default_schemas())
    matrix = kept(package)
    assert matrix is not None, "run `newspkg schema --coverage --write`"
    told = [(each.table, each.column, each.check) for table in package.tables.values() for each in mutants(table, sample_of(table) or {})]
    rows = [line.strip("| ").split(" | ") for line in matrix.splitlines()[2:]]
    assert [(table, column, check.split(" ")[0]) for table, column, check, *_ in rows] == told


def test_a_matrix_of_other_schemas_is_not_shown(tmp_path: Path) -> None:
    package = replace(load_package(default_schemas()), root=tmp_path)
    written(package, "| a |\n")
    assert kept(package) == "| a |\n"
    fewer = {name: table for name, table in package.tables.items() if name != "claims"}
    assert kept(replace(package, tables=fewer)) is None
