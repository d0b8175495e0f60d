"""Contributions that mean harm: each is a clear issue; none leaves its folder, hangs, or fetches anything."""

from __future__ import annotations

import json
import socket
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newspkg.check import check_bundle, check_codelist, check_described
from newspkg.model import Issue
from newspkg.specs.descriptor import Reader
from newspkg.specs.parse import parse_table
from newspkg.specs.pattern import UnsafePattern, ambiguity, linear

SCHEMA: dict[str, Any] = {
    "fields": [
        {
            "name": "code",
            "type": "string",
            "title": "Code",
            "description": "A code.",
            "constraints": {"required": True, "pattern": "[a-z_]+"},
        },
        {"name": "since", "type": "date", "title": "Since", "description": "A day."},
        {"name": "note", "type": "string", "title": "Note", "description": "A note."},
    ],
    "primaryKey": ["code"],
}


def codelist(folder: Path, content: bytes, schema: bytes | None = None) -> list[Issue]:
    (folder / "codes.csv").write_bytes(content)
    (folder / "codes.schema.json").write_bytes(schema if schema is not None else json.dumps(SCHEMA).encode())
    return check_codelist(folder / "codes.csv")


@pytest.mark.parametrize(
    ("row", "check", "line", "position", "hint"),
    [
        ("a,2024-02-30,", "type", 2, 3, "February 2024 has 29 days"),
        ("a,,=cmd|'/c calc'!A1", "formula", 2, 4, "begin it"),
        ("a,,@SUM(1)", "formula", 2, 4, "begin it"),
        ("a,,abc\u202edef", "hidden-character", 2, 4, "anew"),
        ("a,,abc\u200bdef", "hidden-character", 2, 4, "anew"),
        ("a,,\x1b[31mred", "hidden-character", 2, 4, "anew"),
        ("a,,p\u0430ris", "mixed-alphabets", 2, 4, "anew"),
        ("p\u0430ris,,", "pattern", 2, 1, "CYRILLIC SMALL LETTER A"),
        ('"a","2024-01-01","x\ny"\nB,,', "pattern", 4, 1, None),
        ("a,,x\nb,,y\na,,z", "primaryKey", 4, 1, None),
        ("a,,x,y", "cells", 2, 6, "comma"),
        ("a", "cells", 2, 1, "comma"),
        ("a,,\n\nb,,", "blank-row", 3, 1, "remove"),
        ("a,," + "x" * 200_000, "cell-size", 2, 4, None),
    ],
)
def test_a_bad_cell_is_told_at_its_character(
    tmp_path: Path, row: str, check: str, line: int, position: int | None, hint: str | None
) -> None:
    issues = codelist(tmp_path, f"code,since,note\n{row}\n".encode())
    issue = next(issue for issue in issues if issue.check == check)
    assert (issue.line, issue.position) == (line, position)
    assert hint is None or hint in (issue.hint or "")
    assert "expected" in issue.message


def test_bytes_that_are_no_text_are_told_at_their_place(tmp_path: Path) -> None:
    (issue,) = codelist(tmp_path, b"code,since,note\na,,\xc3\xa9x\xff\n")
    assert (issue.check, issue.line, issue.position) == ("encoding", 2, 6)


@pytest.mark.parametrize("content", [b"a,,\xc3", b"\xff", b"a\xf0\x9f,x", b"a,b,c,d\xe9,e\nb,,"])
def test_bytes_that_are_no_text_are_never_passed_over(tmp_path: Path, content: bytes) -> None:
    assert [issue.check for issue in codelist(tmp_path, b"code,since,note\n" + content)] == ["encoding"]


@pytest.mark.parametrize(
    "schema",
    [
        b"\xff{}", b"{", b"[]", b'{"fields": [], "fields": []}', b"[" * 100_000, b'{"a":' * 50_000, b'{"fields": 7}', b'{"fields": [1]}',
        b'{"fields": [{"name": 7}]}', b'{"fields": [{"name": "a", "type": "string", "constraints": {"pattern": "(a+)+$"}}]}',
        b'{"fields": [{"name": "a", "type": "integer", "constraints": {"minimum": ' + b"9" * 5000 + b"}}]}",
        b'{"fields": [{"name": "a", "type": "integer", "constraints": {"minimum": 1e999}}]}',
        b'{"fields": [{"name": "a", "type": "integer", "constraints": {"enum": [[1], {"a": 1}]}}]}',
        b'{"fields": [{"name": "a", "type": "date", "constraints": {"minimum": "2024-02-30"}}]}',
    ],
)  # fmt: skip
def test_a_bad_schema_is_an_issue(tmp_path: Path, schema: bytes) -> None:
    issues = codelist(tmp_path, b"a\n1\n", schema)
    assert issues and all(issue.check == "schema" and issue.line for issue in issues)


def test_links_are_refused(tmp_path: Path) -> None:
    (tmp_path / "secret.csv").write_text("code,since,note\nsecret,,\n")
    (tmp_path / "codes.csv").symlink_to(tmp_path / "secret.csv")
    (tmp_path / "codes.schema.json").write_text(json.dumps(SCHEMA))
    issues = check_codelist(tmp_path / "codes.csv")
    assert [issue.check for issue in issues] == ["file-name"] and "secret" not in str(issues)


BAD_PATHS = [
    "../out.csv", "/etc/passwd", "http://x.example/t.csv", "file:///etc/passwd", "t.csv\0", "", 7, None, ["t.csv"], "link.csv",
    "https://x.example/t.csv", "s3://x/t.csv", "a/../../out.csv", "x" * 5000 + ".csv", "9" * 400 + ".csv",
]  # fmt: skip


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was asked for")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.mark.usefixtures("no_network")
@pytest.mark.parametrize("place", BAD_PATHS)
def test_no_path_leads_out_of_a_package(tmp_path: Path, place: object) -> None:
    home = tmp_path / "package"
    home.mkdir()
    (tmp_path / "out.csv").write_text("a\nsecret\n")
    (home / "link.csv").symlink_to(tmp_path / "out.csv")
    resource = {"name": "t", "path": place, "schema": {"fields": [{"name": "b", "type": "integer"}]}}
    (home / "datapackage.json").write_text(json.dumps({"name": "p", "resources": [resource]}))
    issues = check_bundle(home)
    assert "file" in [issue.check for issue in issues]
    assert "secret" not in str(issues)


@pytest.mark.usefixtures("no_network")
@pytest.mark.parametrize("schema", ["../schema.json", "http://x.example/s.json", 7, None, []])
def test_no_schema_leads_elsewhere(tmp_path: Path, schema: object) -> None:
    (tmp_path / "t.csv").write_text("a\n1\n")
    resource = {"name": "t", "path": "t.csv", "schema": schema}
    (tmp_path / "datapackage.json").write_text(json.dumps({"name": "p", "resources": [resource]}))
    assert "schema" in [issue.check for issue in check_described(tmp_path / "datapackage.json").issues]


@pytest.mark.usefixtures("no_network")
@pytest.mark.parametrize("key", ["$schema", "profile"])
def test_no_profile_is_fetched(tmp_path: Path, key: str) -> None:
    (tmp_path / "t.csv").write_text("a\n1\n")
    schema = {key: "http://x.example/s.json", "fields": [{"name": "a", "type": "integer"}]}
    resource = {key: "http://x.example/r.json", "name": "t", "path": "t.csv", "schema": schema, "dialect": "http://x.example/d.json"}
    package = {key: "http://x.example/p.json", "name": "p", "resources": [resource]}
    (tmp_path / "datapackage.json").write_text(json.dumps(package))
    assert [issue.severity for issue in check_described(tmp_path / "datapackage.json").issues] == ["note"]


def odd(resource: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    fields = [{"name": "a", "type": "integer"}]
    return {"name": "t", "path": "t.csv", "schema": {"fields": fields, **schema}, **resource}


@pytest.mark.parametrize(
    "resource",
    [
        odd({}, {"foreignKeys": [{"fields": ["a"], "reference": {"resource": ["t"], "fields": ["a"]}}]}),
        odd({}, {"foreignKeys": [{"fields": ["a", "a"], "reference": {"resource": "t", "fields": ["a", "a"]}}]}),
        odd({}, {"primaryKey": ["a", "a"]}),
        odd({}, {"uniqueKeys": [["a", "a"]]}),
        odd({"encoding": 7}, {}),
        odd({"dialect": [[]]}, {}),
        odd({"bytes": [], "hash": {}}, {}),
    ],
)
def test_members_of_another_kind_break_nothing(tmp_path: Path, resource: dict[str, Any]) -> None:
    (tmp_path / "t.csv").write_text("a\n1\n")
    (tmp_path / "datapackage.json").write_text(json.dumps({"name": "p", "resources": [resource]}))
    assert all(issue.message for issue in check_described(tmp_path / "datapackage.json").issues)


TYPES = ["string", "integer", "number", "boolean", "date", "datetime"]


@pytest.mark.parametrize("one", TYPES)
@pytest.mark.parametrize("other", TYPES)
def test_a_foreign_key_between_columns_of_any_types(tmp_path: Path, one: str, other: str) -> None:
    for name in ("t", "u"):
        (tmp_path / f"{name}.csv").write_text("a\n1\n2\n")
    key = {"fields": ["a"], "reference": {"resource": "u", "fields": ["a"]}}
    schemas = {"t": {"fields": [{"name": "a", "type": one}], "foreignKeys": [key]}, "u": {"fields": [{"name": "a", "type": other}]}}
    resources = [{"name": name, "path": f"{name}.csv", "schema": schema} for name, schema in schemas.items()]
    (tmp_path / "datapackage.json").write_text(json.dumps({"name": "p", "resources": resources}))
    assert all(issue.message for issue in check_described(tmp_path / "datapackage.json").issues)


def test_a_key_of_several_columns_is_told_whole(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("n,a,b\n1,x,y\n2,x,z\n3,x,y\n")
    (tmp_path / "u.csv").write_text("a,b\nx,y\n")
    fields = [{"name": "n", "type": "integer"}, {"name": "a", "type": "string"}, {"name": "b", "type": "string"}]
    key = {"fields": ["a", "b"], "reference": {"resource": "u", "fields": ["a", "b"]}}
    schemas = {"t": {"fields": fields, "foreignKeys": [key], "uniqueKeys": [["a", "b"]]}, "u": {"fields": fields[1:]}}
    resources = [{"name": name, "path": f"{name}.csv", "schema": schema} for name, schema in schemas.items()]
    (tmp_path / "datapackage.json").write_text(json.dumps({"name": "p", "resources": resources}))
    issues = check_described(tmp_path / "datapackage.json").issues
    found = {(issue.check, issue.line, issue.position, issue.column, issue.found) for issue in issues}
    assert found >= {("foreignKeys", 3, 3, "a, b", "x, z"), ("uniqueKeys", 4, 3, "a, b", "x, y")}
    assert "t.a, b is 'x, z'; expected a a, b of u" in {issue.message for issue in issues}


HANGING = [
    "(a+)+",
    "(a|a)*",
    "(a|aa)+b",
    "([a-z]+)*1",
    "(.*)*",
    "a?" * 30 + "a" * 30,
    "(x+x+)+y",
    r"(\w+\s?)*!",
    r"(a)\1",
    "(?=a)a",
    "(?i)a",
]


@pytest.mark.parametrize("pattern", HANGING)
def test_patterns_that_can_hang_are_refused(pattern: str) -> None:
    reader = Reader({"fields": [{"name": "a", "type": "string", "constraints": {"pattern": pattern}}]}, Path("s.json"))
    parse_table(reader, "t", ours=False)
    assert [issue.check for issue in reader.issues] == ["schema"]


@pytest.mark.parametrize(
    "pattern", ["[A-Z]{3}(;[A-Z]{3})*", "[a-z]{2,3}(-[A-Za-z0-9]+)*", r"https?://\S+", "^Q[0-9]+$", ".*a.*", "(ab|cd)*"]
)
def test_plain_patterns_are_taken(pattern: str) -> None:
    assert ambiguity(pattern) <= 2 and linear(pattern)


@given(st.from_regex(r"[ab.?*+(){}|\[\]^$1,-]{0,12}", fullmatch=True))
def test_a_pattern_that_is_taken_is_quick_and_means_the_same(pattern: str) -> None:
    import re

    import polars as pl

    try:
        rust = linear(pattern)
        ambiguity(pattern)
    except UnsafePattern:
        return
    for text in ("", "a", "ab", "ba", "aab1", "a.b", "(", "a" * 30):
        start = time.perf_counter()
        meant = re.compile(rf"(?:{pattern})\Z").match(text) is not None
        assert time.perf_counter() - start < 1
        assert pl.Series([text]).str.contains(rust)[0] == meant


@given(st.binary(max_size=300))
def test_any_bytes_as_a_codelist(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    folder = tmp_path_factory.mktemp("c")
    for head in (b"", b"code,since,note\n"):
        assert all(issue.message for issue in codelist(folder, head + content))


WORDS = """fields name type constraints pattern enum missingValues primaryKey foreignKeys reference resources schema path categories
fieldsMatch uniqueKeys required minimum maxLength format dialect""".split()
SCALARS = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9) | st.sampled_from(["a", "t", "string", "integer", "date"])
)
JSON = st.recursive(SCALARS, lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(WORDS), inner), max_leaves=12)


@given(JSON)
def test_any_json_as_a_descriptor(tmp_path_factory: pytest.TempPathFactory, value: object) -> None:
    folder = tmp_path_factory.mktemp("d")
    (folder / "t.csv").write_text("a\n1\n")
    for each in (value, {"name": "p", "resources": [value]}, {"name": "p", "resources": [{"name": "t", "path": "t.csv", "schema": value}]}):
        (folder / "datapackage.json").write_text(json.dumps(each))
        check_described(folder / "datapackage.json")
