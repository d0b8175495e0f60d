"""Schemas that mean harm or forget something: words, addresses, links, files that nothing reads; a broken table is told once."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from newspkg.check import check_codelists, check_schemas
from newspkg.model import Issue
from newspkg.specs import default_schemas
from newspkg.text import Lines


@pytest.fixture
def schemas(tmp_path: Path) -> Path:
    home = tmp_path / "schemas"
    shutil.copytree(default_schemas(), home, ignore=shutil.ignore_patterns("codelists"))
    (home / "codelists").mkdir()
    for name in ("months.csv", "months.schema.json"):
        (home / "codelists" / name).write_text("code\na\n" if name.endswith("csv") else json.dumps(CODES))
    return home


CODES = {"fields": [{"name": "code", "type": "string", "title": "Code", "description": "A code."}], "primaryKey": ["code"]}


def edit(path: Path, change: Callable[[Any], object]) -> None:
    value = json.loads(path.read_text(encoding="utf-8"))
    change(value)
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1), encoding="utf-8")


def told(schemas: Path) -> list[Issue]:
    return [*check_schemas(schemas), *check_codelists(schemas)]


@pytest.mark.parametrize(
    ("file", "change", "check", "severity", "at"),
    [
        ("datapackage.json", lambda v: v["licenses"][0].update(path="javascript:alert(1)"), "address", "error", "javascript"),
        ("datapackage.json", lambda v: v["licenses"][0].update(path="../../etc/passwd"), "address", "error", "../.."),
        ("datapackage.json", lambda v: v["sources"][0].update(path="data:text/html,x"), "address", "error", "data:"),
        ("datapackage.json", lambda v: v["resources"][0].update(path="../articles.csv"), "address", "error", "../articles"),
        ("datapackage.json", lambda v: v.update(homepage="file:///etc/passwd"), "address", "error", "file:"),
        ("datapackage.json", lambda v: v.update(title="A\u202eB"), "hidden-character", "error", "A\u202eB"),
        ("events.json", lambda v: v["fields"][3].update(description="What \u202e it is."), "hidden-character", "error", "What \u202e"),
        ("events.json", lambda v: v["fields"][3].update(title="A\u200bB"), "hidden-character", "error", "A\u200b"),
        ("events.json", lambda v: v.update(description="A <script>alert(1)</script>"), "markup", "warning", "A <script"),
        (
            "codelists/months.schema.json",
            lambda v: v["fields"][0].update(description="A \u2066 code."),
            "hidden-character",
            "error",
            "A \u2066",
        ),
        ("codelists/months.schema.json", lambda v: v.update(path="../../x.csv"), "address", "error", "../../x"),
    ],
)
def test_words_and_addresses(schemas: Path, file: str, change: Callable[[Any], object], check: str, severity: str, at: str) -> None:
    edit(schemas / file, change)
    (issue,) = told(schemas)
    text = (schemas / file).read_text(encoding="utf-8")
    spot = Lines(text).spot(text.index(at) - 1)
    assert (issue.check, issue.severity, issue.file) == (check, severity, str(schemas / file))
    assert (issue.line, issue.position) == (spot, spot.position)
    assert issue.hint and issue.message.isascii() and issue.message.isprintable() and "expected" in issue.message


@pytest.mark.parametrize("name", ["extra.json", "notes.txt", "codelists/lost.schema.json", "codelists/run.exe", "codelists/sub/x.csv"])
def test_a_file_that_nothing_reads_is_told(schemas: Path, name: str) -> None:
    (schemas / name).parent.mkdir(exist_ok=True)
    (schemas / name).write_text("{}")
    (issue,) = told(schemas)
    assert (issue.check, issue.severity, issue.line) == ("file-name", "warning", 1) and str(schemas / name).startswith(str(issue.file))


@pytest.mark.parametrize("name", ["datapackage.json", "events.json", "codelists/months.csv", "codelists/months.schema.json", "codelists"])
def test_links_and_pipes_are_refused_unread(schemas: Path, name: str) -> None:
    secret = schemas.parent / "secret"
    shutil.move(schemas / name, secret)
    (schemas / name).symlink_to(secret)
    assert [(issue.severity, issue.file) for issue in told(schemas)] == [("error", str(schemas / name))]
    (schemas / name).unlink()
    os.mkfifo(schemas / name)
    found = told(schemas)
    assert found and str(schemas / name) in {issue.file for issue in found}


@pytest.mark.parametrize(
    ("content", "line"),
    [("{", 1), ("[]", 1), ('{"name": "events"}', 1), ('{\n"a": 1,\n"a": 2}', 3)],
)
def test_a_broken_table_is_told_and_not_what_follows_from_it(schemas: Path, content: str, line: int) -> None:
    (schemas / "events.json").write_text(content)
    found = check_schemas(schemas)
    assert {Path(issue.file or "").name for issue in found} == {"events.json"}
    assert line in {issue.line for issue in found}


def test_a_renamed_key_is_told_where_it_was_renamed(schemas: Path) -> None:
    edit(schemas / "events.json", lambda v: v["fields"][0].update(name="evnt_id"))
    (issue,) = check_schemas(schemas)
    assert issue.file == str(schemas / "events.json") and "did you mean `evnt_id`?" in str(issue.hint)


def test_a_broken_template_is_told_alone(schemas: Path) -> None:
    (schemas / "datapackage.json").write_text('{"name": "x"')
    (issue,) = [each for each in check_schemas(schemas) if each.is_error]
    assert "not JSON" in issue.message
