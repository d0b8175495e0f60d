"""For GitHub Actions: annotations at the lines, ten of a level (more are dropped by GitHub), the rest in the step's summary."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

from newspkg.errors import EnvironmentFault
from newspkg.model import Issue
from newspkg.reports import markdown
from newspkg.reports.escape import command_data, command_property
from newspkg.reports.report import Report, counts

LEVELS = {"error": "error", "warning": "warning", "note": "notice"}
ANNOTATIONS = 10  # of one level in one step
SUMMARY_BYTES = 1_000_000  # GitHub refuses a summary of more than 1 MiB


def render(report: Report) -> str:
    """The annotations as workflow commands; the summary goes to the file that GITHUB_STEP_SUMMARY names, where there is one."""
    told: Counter[str] = Counter()
    lines = []
    for issue in report.ordered():
        told[issue.severity] += 1
        if told[issue.severity] <= ANNOTATIONS:
            lines.append(_command(issue))
    rest = sum(max(0, number - ANNOTATIONS) for number in counts(report.issues).values())
    _write_summary(report)
    more = [f"{rest:,} more issues are in the summary of this step"] if rest else []
    return "".join(f"{line}\n" for line in (*lines, *more))


def _command(issue: Issue) -> str:
    places = {"file": issue.file, "line": issue.line, "col": issue.line and issue.position, "title": issue.check}
    properties = ",".join(f"{name}={command_property(str(value))}" for name, value in places.items() if value)
    cell = " ".join(part for part in (issue.table, issue.row_key, issue.column) if part)
    told = ". ".join(part for part in (f"{cell}: {issue.message}" if cell else issue.message, issue.hint) if part)
    return f"::{LEVELS[issue.severity]} {properties}::{command_data(told)}"


def _write_summary(report: Report) -> None:
    path = os.environ.get("GITHUB_STEP_SUMMARY")
    if not path:
        return
    text = markdown.render(report, limit=SUMMARY_BYTES)
    try:
        with Path(path).open("a", encoding="utf-8") as file:
            file.write(text)
    except OSError as fault:
        raise EnvironmentFault(f"{path}: the step's summary can't be written ({fault.strerror}); check GITHUB_STEP_SUMMARY") from fault
