"""Tables longer than a batch, and longer than frictionless is asked to read: the same faults at the same places."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from newspkg.check import check_described
from newspkg.check.csvfile import CsvFile, check_csv, reading
from newspkg.model import Issue
from newspkg.specs.descriptor import Reader
from newspkg.specs.parse import parse_table

NODES: dict[str, Any] = {
    "fields": [
        {"name": "id", "type": "integer", "constraints": {"required": True}},
        {"name": "parent", "type": "integer"},
        {"name": "code", "type": "string", "constraints": {"unique": True}},
        {"name": "edge", "type": "integer"},
    ],
    "primaryKey": ["id"],
    "foreignKeys": [
        {"fields": ["parent"], "reference": {"resource": "", "fields": ["id"]}},
        {"fields": ["edge"], "reference": {"resource": "edges", "fields": ["n"]}},
    ],
}
EDGES: dict[str, Any] = {
    "fields": [{"name": "n", "type": "integer"}, {"name": "node", "type": "string"}],
    "foreignKeys": [{"fields": ["node"], "reference": {"resource": "nodes", "fields": ["id"]}}],
}


def spec(schema: dict[str, Any], name: str) -> Any:
    reader = Reader(schema, Path("s.json"))
    table = parse_table(reader, name, ours=False)
    assert reader.issues == []
    return table


def rows(count: int) -> list[str]:
    cells = [f'{number},{number - 1 if number else ""},"c\n{number}",{number % 5}' for number in range(count)]
    cells[count // 2] = f"{3},,c,9"  # a key told twice, and an edge that is not there
    cells[count - 1] = f'{count + 7},{count + 99},"c\n1",0'  # a parent that is not there, a code told twice
    return cells


def check(folder: Path, count: int) -> list[Issue]:
    (folder / "nodes.csv").write_text("id,parent,code,edge\n" + "\n".join(rows(count)) + "\n", encoding="utf-8")
    (folder / "edges.csv").write_text("n,node\n" + "".join(f"{n},{n}\n" for n in range(5)) + "5,x\n", encoding="utf-8")
    files = {"nodes": CsvFile(folder / "nodes.csv", spec(NODES, "nodes")), "edges": CsvFile(folder / "edges.csv", spec(EDGES, "edges"))}
    return check_csv(files)[0]


@pytest.mark.parametrize("block", [64, 1000, reading.BLOCK])
def test_keys_are_kept_over_batches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, block: int) -> None:
    monkeypatch.setattr(reading, "BLOCK", block)
    found = {(Path(issue.file or "").stem, issue.check, issue.line, issue.position) for issue in check(tmp_path, 100)}
    half, last = 2 + 2 * 50, 2 + 2 * 98 + 1
    assert found == {
        ("nodes", "primaryKey", half, 1), ("nodes", "foreignKeys", half, 6), ("nodes", "foreignKeys", half + 1, 4),
        ("nodes", "foreignKeys", last, 5), ("nodes", "unique", last, 9), ("edges", "foreignKeys", 7, 3),
    }  # fmt: skip


def test_no_fault_is_dropped_without_being_counted(tmp_path: Path) -> None:
    (tmp_path / "edges.csv").write_text("n,node\n" + "x,\n" * 50, encoding="utf-8")
    issues, _ = check_csv({"edges": CsvFile(tmp_path / "edges.csv", spec(EDGES | {"foreignKeys": []}, "edges"))}, most=10)
    assert len(issues) == 11 and "40 more of type" in issues[-1].message


def test_of_a_long_table_frictionless_reads_a_sample(tmp_path: Path) -> None:
    (tmp_path / "edges.csv").write_text("n,node\n" + "".join(f"{n},{n}\n" for n in range(3000)) + "x,\n", encoding="utf-8")
    schema = EDGES | {"foreignKeys": []}
    package = {"name": "p", "resources": [{"name": "edges", "path": "edges.csv", "schema": schema}]}
    (tmp_path / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    found = check_described(tmp_path / "datapackage.json", frictionless_rows=2000)
    (whole, sample) = found.checked
    assert (whole.by, whole.rows, sample.by) == ("the compiled checks", 3001, "frictionless")
    assert 500 < (sample.rows or 0) <= 1000 and "sample" in sample.what
    assert [(issue.check, issue.line) for issue in found.issues] == [("type", 3002)]
