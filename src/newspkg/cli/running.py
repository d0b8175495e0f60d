"""What every command shares: errors to messages and exit codes, issues to lines, progress on a terminal."""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict
from typing import NoReturn, TypeVar

import click

from newspkg.errors import DataError, NewspkgError
from newspkg.model import Issue

T = TypeVar("T")


def guarded(call: Callable[[], T]) -> T:
    """Run a command; an error meant for a user becomes its message on stderr and its exit code, never a stack trace."""
    try:
        return call()
    except DataError as fault:
        show_issues(fault.issues, to=sys.stderr)
        fail(str(fault), fault.exit_code)
    except NewspkgError as fault:
        fail(str(fault), fault.exit_code)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(0) from None
    except (OSError, MemoryError) as fault:
        fail(f"{getattr(fault, 'filename', None) or 'the machine'}: {getattr(fault, 'strerror', None) or fault}", 3)


def fail(message: str, code: int) -> NoReturn:
    click.echo(f"newspkg: {visible(message)}", err=True)
    raise SystemExit(code)


def visible(text: str) -> str:
    """Text from outside with control and other invisible characters escaped, so that a terminal shows it and does not obey it."""
    return "".join(each if each.isprintable() or each in "\n" else each.encode("unicode_escape").decode() for each in text)


def issue_line(issue: Issue) -> str:
    """`file:line: severity: message [check]` with the cell and the hint."""
    where = f"{issue.file}:{issue.line}" if issue.file and issue.line else issue.file or ""
    cell = " ".join(part for part in (issue.table, issue.row_key, issue.column) if part)
    place = ": ".join(part for part in (where, cell) if part)
    hint = f" ({issue.hint})" if issue.hint else ""
    return visible(f"{place}: {issue.severity}: {issue.message}{hint} [{issue.check}]".lstrip(": "))


def show_issues(issues: Sequence[Issue], *, form: str = "text", to: object = None) -> None:
    if form == "json":
        click.echo(json.dumps({"issues": [asdict(issue) for issue in issues], "counts": _counts(issues)}, indent=2, sort_keys=True))
        return
    for issue in issues:
        click.echo(issue_line(issue), err=to is sys.stderr)


def _counts(issues: Iterable[Issue]) -> dict[str, int]:
    found = Counter(issue.severity for issue in issues)
    return {severity: found.get(severity, 0) for severity in ("error", "warning", "note")}


def summary(issues: Sequence[Issue]) -> str:
    counts = _counts(issues)
    return ", ".join(f"{number} {severity}{'' if number == 1 else 's'}" for severity, number in counts.items() if number) or "no faults"


def with_progress(items: Iterable[T], total: int, *, quiet: bool = False) -> Iterable[T]:
    """The items, with a bar on stderr where that is a terminal and there are many."""
    if quiet or total < 4 or not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(items, description="articles", total=total, console=Console(stderr=True, no_color="NO_COLOR" in os.environ))
