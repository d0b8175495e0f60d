"""frictionless beside the compiled checks: in a process of its own the answer is the same, and a sample stands where it says it does."""

from __future__ import annotations

import csv
import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from newspkg.check import beside, check_described
from newspkg.check.beside import begin
from newspkg.check.sample import Table, draw
from newspkg.check.standard import Question, ask

SCHEMA = {"fields": [{"name": "n", "type": "integer"}, {"name": "side", "type": "string"}, {"name": "note", "type": "string"}]}
SIDES = {"fields": [{"name": "side", "type": "string"}], "primaryKey": ["side"]}
KEY = {"foreignKeys": [{"fields": ["side"], "reference": {"resource": "sides", "fields": ["side"]}}]}


def text(rows: list[list[object]], end: str = "\n") -> str:
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator=end).writerows([["n", "side", "note"], *rows])
    return out.getvalue()


def table(path: Path, name: str, schema: dict[str, Any]) -> Table:
    return Table(name, path, {"name": name, "path": path.name, "schema": schema}, len(schema["fields"]), True)


@pytest.mark.parametrize("note", ["plain", 'a "b"\nc, d', 'x" y'])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_sample_is_of_whole_records_at_their_lines(tmp_path: Path, note: str, end: str) -> None:
    content = text([[n, "a", f"{note} {n}"] for n in range(5000)], end)
    if note.startswith("x"):
        content = content.replace('"', "").replace("x", 'x"')  # a quote inside of a cell
    (tmp_path / "t.csv").write_text(content, newline="")
    drawn = draw(table(tmp_path / "t.csv", "t", SCHEMA), 4000)
    assert 700 < len(drawn.texts) <= 1000
    lines = content.splitlines(keepends=True)
    found = drawn.lines(tmp_path / "t.csv", range(1000))
    for number, record in enumerate(drawn.texts):
        assert "".join(lines[found[number] - 1 :][:2]).startswith(record) and len(next(csv.reader([record]))) == 3
    assert draw(table(tmp_path / "t.csv", "t", SCHEMA), 4000) == drawn
    assert draw(table(tmp_path / "t.csv", "t", SCHEMA), 5000).texts == []


def package(folder: Path, count: int) -> Question:
    rows = [[n, "ab"[n % 2] if n % 7 else "nobody", "x" if n % 5 else ""] for n in range(count)]
    (folder / "t.csv").write_text(text([[("x" if row[0] == 3 else row[0]), *row[1:]] for row in rows]))
    (folder / "sides.csv").write_text("side\na\nb\n")
    tables = (table(folder / "t.csv", "t", SCHEMA | KEY), table(folder / "sides.csv", "sides", SIDES))
    resources = [each.resource for each in tables]
    (folder / "datapackage.json").write_text(json.dumps({"name": "p", "resources": resources}))
    return Question({"name": "p", "resources": resources}, tables, folder / "datapackage.json", 2000)


def test_a_process_of_its_own_says_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    question = package(tmp_path, 50)
    monkeypatch.setattr(beside, "SMALL", 0)
    monkeypatch.delitem(sys.modules, "frictionless", raising=False)
    asked = begin(question)
    monkeypatch.undo()
    found = asked()
    assert found == ask(question)
    assert {issue.check for issue in found.issues} == {"frictionless/type-error", "frictionless/foreign-key"}


def test_where_no_process_starts_it_is_asked_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    question = package(tmp_path, 20)
    monkeypatch.setattr(beside, "SMALL", 0)
    monkeypatch.delitem(sys.modules, "frictionless", raising=False)
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    asked = begin(question)
    monkeypatch.undo()
    assert asked() == ask(question)


def test_nothing_is_imported_from_the_folder_that_is_checked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    question = package(tmp_path, 20)
    for name in ("frictionless", "json", "csv", "newspkg"):
        (tmp_path / f"{name}.py").write_text(f"open({str(tmp_path / 'ran')!r}, 'w')\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(beside, "SMALL", 0)
    monkeypatch.delitem(sys.modules, "frictionless", raising=False)
    asked = begin(question)
    monkeypatch.undo()
    assert asked().issues and not (tmp_path / "ran").exists()


def test_a_foreign_key_is_looked_up_for_a_sample_too(tmp_path: Path) -> None:
    package(tmp_path, 3000)
    found = check_described(tmp_path / "datapackage.json", frictionless_rows=2000)
    mine = [issue.line for issue in found.issues if issue.check == "foreignKeys"]
    assert len(mine) == 429 and not [issue for issue in found.issues if issue.check.startswith("frictionless")]
    said = ask(package(tmp_path, 3000)).issues
    assert {issue.line for issue in said if issue.check == "frictionless/foreign-key"} < set(mine) and len(said) > 50


def test_a_giant_cell_in_a_sample_is_told_once(tmp_path: Path) -> None:
    rows: list[list[object]] = [[n, "a", "x" * 200_000 if n == 1500 else "y"] for n in range(3000)]
    (tmp_path / "t.csv").write_text(text(rows))
    resource = {"name": "t", "path": "t.csv", "schema": SCHEMA}
    (tmp_path / "datapackage.json").write_text(json.dumps({"name": "p", "resources": [resource]}))
    found = check_described(tmp_path / "datapackage.json", frictionless_rows=2000).issues
    assert [(issue.check, issue.line) for issue in found] == [("cell-size", 1502)]
