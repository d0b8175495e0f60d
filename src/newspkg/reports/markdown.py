"""For a comment or a summary: a table of the issues, the changed files' first, and what was left out."""

from __future__ import annotations

from newspkg.model import Issue
from newspkg.reports.escape import code, one_line
from newspkg.reports.report import Report, summary

HEAD = "| severity | where | what | what to do | check |\n| --- | --- | --- | --- | --- |\n"
LIMIT = 60_000  # bytes; a comment on GitHub holds 65,536 characters


def render(report: Report, limit: int = LIMIT) -> str:
    """Never longer than `limit` bytes and a few lines; what is left out is counted."""
    told, size, shown = [], 0, 0
    for issue in report.shown():
        row = _row(issue)
        size += len(row.encode("utf-8"))
        if size > limit:
            break
        told.append(row)
        shown += 1
    table = HEAD + "".join(told) if told else ""
    return f"**newspkg validate**: {summary(report.issues)}\n\n{table}{_rest(report, shown)}{_checked(report)}"


def _row(issue: Issue) -> str:
    where = ":".join(str(part) for part in (issue.file, issue.line, issue.line and issue.position) if part)
    cell = " ".join(part for part in (issue.table, issue.row_key, issue.column) if part)
    places = " ".join(code(part) for part in (where, cell) if part)
    hint = code(issue.hint) if issue.hint else ""
    return f"| {issue.severity} | {places} | {code(issue.message)} | {hint} | {code(issue.check)} |\n"


def _rest(report: Report, shown: int) -> str:
    rest = len(report.issues) - shown
    by_check = ", ".join(f"{number:,} × {code(check)}" for (check, _), number in report.rest().items())
    return f"\n… and {rest:,} more{f' ({by_check})' if by_check else ''}\n" if rest else ""


def _checked(report: Report) -> str:
    lines = [f"- {code(each.file)}: {one_line(each.what)} by {one_line(each.by)}{_rows(each.rows)}\n" for each in report.checked[:100]]
    return "\nWhat was checked by what:\n\n" + "".join(lines) if lines else ""


def _rows(rows: int | None) -> str:
    return "" if rows is None else f" ({rows:,} rows)"
