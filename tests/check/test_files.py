"""Checks of files: schemas, codelists and written bundles, each issue at its line."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from newspkg.check import check_bundle, check_codelist, check_schemas
from newspkg.specs import default_schemas

SCHEMA = {
    "name": "nouns",
    "fields": [
        {
            "name": "noun",
            "type": "string",
            "title": "Noun",
            "description": "A noun.",
            "constraints": {"required": True, "pattern": "[a-z ]+"},
        },
        {"name": "count", "type": "integer", "title": "Count", "description": "A count.", "constraints": {"minimum": 0}},
    ],
    "primaryKey": ["noun"],
}


def codelist(folder: Path, text: str) -> list[tuple[str, int | None]]:
    (folder / "nouns.csv").write_text(text, encoding="utf-8")
    (folder / "nouns.schema.json").write_text(json.dumps(SCHEMA), encoding="utf-8")
    return [(issue.check, issue.line) for issue in check_codelist(folder / "nouns.csv")]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("a,1\nb,\n", []),
        ("a,1\nB|,2\n", [("pattern", 3)]),
        ('a,1\n"b\n!",2\nc,x\n', [("pattern", 3), ("type", 5)]),
        ("a,1\n,2\n", [("required", 3), ("primaryKey", 3)]),
        ("a,1\nb,1,2\n", [("cells", 3)]),
        ("a,1\nb,2\na,3\n", [("primaryKey", 4)]),
        ("a,-1\n", [("minimum", 2)]),
        ('a,"1\n', [("type", 2)]),
    ],
)
def test_codelists(tmp_path: Path, rows: str, expected: list[tuple[str, int]]) -> None:
    assert codelist(tmp_path, "noun,count\n" + rows) == expected


def test_a_codelist_needs_its_header_and_schema(tmp_path: Path) -> None:
    assert codelist(tmp_path, "noun\na\n") == [("header", 1)]
    (tmp_path / "nouns.schema.json").unlink()
    assert [issue.check for issue in check_codelist(tmp_path / "nouns.csv")] == ["codelist"]


def test_the_schemas_are_sound() -> None:
    assert check_schemas(default_schemas()) == []


def bundle(folder: Path, csv: str, **resource: Any) -> Path:
    content = csv.encode()
    (folder / "data").mkdir()
    (folder / "data" / "nouns.csv").write_bytes(content)
    digest = "sha256:" + hashlib.sha256(content).hexdigest()
    nouns = {
        "name": "nouns",
        "type": "table",
        "path": "data/nouns.csv",
        "format": "csv",
        "schema": SCHEMA,
        "bytes": len(content),
        "hash": digest,
    }
    (folder / "datapackage.json").write_text(json.dumps({"name": "small", "resources": [nouns | resource]}), encoding="utf-8")
    return folder


def test_a_sound_bundle(tmp_path: Path) -> None:
    assert check_bundle(bundle(tmp_path, "noun,count\na,1\n")) == []


def test_every_fault_of_a_bundle_is_listed_at_its_line(tmp_path: Path) -> None:
    rows = "".join(f"n{number},1\n" for number in range(1500))
    issues = check_bundle(bundle(tmp_path, 'noun,count\n"a\nb",1\n' + rows))
    assert len(issues) == 1501
    assert {issue.check for issue in issues} == {"pattern"}
    assert [issue.line for issue in issues[:3]] == [2, 4, 5]


@pytest.mark.parametrize(
    ("change", "check"),
    [({"bytes": 3}, "bytes"), ({"hash": "sha256:0"}, "hash"), ({"path": "data/none.csv"}, "file"), ({"path": "../x.csv"}, "file")],
)
def test_the_files_of_a_bundle(tmp_path: Path, change: dict[str, Any], check: str) -> None:
    assert check in [issue.check for issue in check_bundle(bundle(tmp_path, "noun,count\na,1\n", **change))]


def test_importing_the_specs_is_light() -> None:
    heavy = ("frictionless", "pandera", "polars", "pyarrow", "spacy")
    code = f"import sys, newspkg.specs; print([name for name in {heavy} if name in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"


HEAVY = {"frictionless", "pandera", "pandas", "polars", "pyarrow", "spacy", "numpy", "trafilatura"}


def imported(*words: str) -> set[str]:
    """What of the heavy libraries a command imports."""
    code = (
        f"import sys, atexit; atexit.register(lambda: print(*({HEAVY} & set(sys.modules)))); from newspkg.cli import main; main({words!r})"
    )
    return set(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False).stdout.split()) & HEAVY


def test_a_command_imports_no_more_than_it_needs(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\ntitle: A thing\nlanguage: en\n---\n\nThe militia shelled the fort.\n")
    codelist(tmp_path, "noun,count\na,1\n")
    assert imported("--help") == set()
    assert imported("validate", "--help") == set()
    assert imported("validate", "--quiet", str(tmp_path / "a.md")) == set()
    assert imported("validate", "--quiet", str(tmp_path / "nouns.schema.json")) == set()
    assert imported("validate", "--quiet", str(tmp_path / "nouns.csv")) == {"polars"}
