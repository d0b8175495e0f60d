"""For code scanning: SARIF 2.1.0."""

from __future__ import annotations

import json
import os
from pathlib import PurePath
from typing import Any
from urllib.parse import quote_from_bytes

import newspkg
from newspkg.model import Checked, Issue
from newspkg.reports.escape import one_line
from newspkg.reports.report import Report

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def render(report: Report) -> str:
    issues = report.ordered()
    checks = sorted({issue.check for issue in issues})
    driver = {"name": "newspkg", "version": newspkg.__version__, "rules": [{"id": one_line(check)} for check in checks]}
    notes = [_notification(each) for each in report.checked]
    run: dict[str, Any] = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": notes}],
        "results": [_result(issue, checks.index(issue.check)) for issue in issues],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2, sort_keys=True) + "\n"


def _result(issue: Issue, rule: int) -> dict[str, Any]:
    told = f"{issue.message} ({issue.hint})" if issue.hint else issue.message
    properties = {"found": issue.found, "expected": issue.expected}
    result: dict[str, Any] = {
        "ruleId": one_line(issue.check),
        "ruleIndex": rule,
        "level": issue.severity,
        "message": {"text": one_line(told)},
        "locations": [_location(issue)],
        "properties": {name: one_line(value) for name, value in properties.items() if value is not None},
    }
    return {name: value for name, value in result.items() if value not in ({}, [{}])}


def _location(issue: Issue) -> dict[str, Any]:
    location: dict[str, Any] = {}
    if issue.file:
        region = {"startLine": issue.line, "startColumn": issue.position if issue.line else None}
        place = {"artifactLocation": {"uri": uri(issue.file)}, "region": {name: value for name, value in region.items() if value}}
        location["physicalLocation"] = {name: value for name, value in place.items() if value}
    cell = "/".join(part for part in (issue.table, issue.row_key, issue.column) if part)
    if cell:
        location["logicalLocations"] = [{"fullyQualifiedName": one_line(cell), "kind": "member"}]
    return location


def uri(path: str) -> str:
    """A path as a URI reference."""
    plain = PurePath(path).as_posix()
    quoted = quote_from_bytes(os.fsencode(plain), safe="/")
    return f"file://{quoted}" if plain.startswith("/") else quoted


def _notification(checked: Checked) -> dict[str, Any]:
    rows = "" if checked.rows is None else f" ({checked.rows:,} rows)"
    return {"level": "note", "message": {"text": one_line(f"{checked.file}: {checked.what} by {checked.by}{rows}")}}
