"""For build servers: JUnit XML, a suite a file; an error is a failed case, a warning or note a passed one that says so."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree as Xml

from newspkg.model import Issue
from newspkg.reports.escape import one_line
from newspkg.reports.report import Report


def render(report: Report) -> str:
    by_file: dict[str, list[Issue]] = {each.file: [] for each in report.checked}
    for issue in report.ordered():
        by_file.setdefault(issue.file or "the data set", []).append(issue)
    suites = [_suite(file, issues) for file, issues in by_file.items()]
    root = Xml.Element("testsuites", {"name": "newspkg validate", **_totals(list(report.issues), len(suites))})
    root.extend(suites)
    Xml.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + Xml.tostring(root, encoding="unicode") + "\n"


def _totals(issues: Sequence[Issue], sound: int) -> dict[str, str]:
    failures = sum(issue.is_error for issue in issues)
    return {"tests": str(len(issues) + sound), "failures": str(failures), "errors": "0"}


def _suite(file: str, issues: Sequence[Issue]) -> Xml.Element:
    name = one_line(file)
    suite = Xml.Element("testsuite", {"name": name, "skipped": "0", **_totals(issues, 1)})
    Xml.SubElement(suite, "testcase", classname=name, name="was checked")
    for issue in issues:
        _case(suite, name, issue)
    return suite


def _case(suite: Xml.Element, file: str, issue: Issue) -> None:
    where = ":".join(str(part) for part in (issue.line, issue.line and issue.position) if part)
    cell = " ".join(part for part in (issue.table, issue.row_key, issue.column) if part)
    case = Xml.SubElement(suite, "testcase", classname=file, name=one_line(" ".join(part for part in (issue.check, where, cell) if part)))
    told = one_line(f"{issue.message} ({issue.hint})" if issue.hint else issue.message)
    if issue.is_error:
        failure = Xml.SubElement(case, "failure", message=told, type=one_line(issue.check))
        failure.text = f"{file}:{where}: {told}"
    else:
        Xml.SubElement(case, "system-out").text = f"{issue.severity}: {told}"
