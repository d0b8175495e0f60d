"""For a terminal: a line an issue, then what was left out."""

from __future__ import annotations

from newspkg.model import Issue
from newspkg.reports.escape import console
from newspkg.reports.report import Report


def render(report: Report) -> str:
    lines = [issue_line(issue) for issue in report.shown()]
    lines += [f"... and {number:,} more of {severity} [{check}]" for (check, severity), number in report.rest().items()]
    return "".join(f"{line}\n" for line in lines)


def issue_line(issue: Issue) -> str:
    """`file:line:position: cell: severity: message (hint) [check]`."""
    where = ":".join(str(part) for part in (issue.file, issue.line, issue.line and issue.position) if part)
    cell = " ".join(part for part in (issue.table, issue.row_key, issue.column) if part)
    place = ": ".join(part for part in (where, cell) if part)
    hint = f" ({issue.hint})" if issue.hint else ""
    return console(f"{place}: {issue.severity}: {issue.message}{hint} [{issue.check}]".removeprefix(": "))
