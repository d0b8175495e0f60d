"""What every command shares: errors to messages and exit codes, issues printed, progress on a terminal."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NoReturn, TypeVar

import click

from newspkg.errors import DataError, NewspkgError
from newspkg.model import Issue
from newspkg.reports import FORMATS, Report, summary, visible

__all__ = ["fail", "guarded", "show_issues", "summary", "visible", "with_progress"]

T = TypeVar("T")
TRACE = "NEWSPKG_TRACE"  # set in the environment, a fault of our own shows its stack trace


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
    except (click.ClickException, click.exceptions.Exit, click.Abort):
        raise
    except Exception as fault:
        if TRACE in os.environ:
            raise
        fail(f"{own_fault(fault)}; please report it, with what the same command prints where {TRACE}=1 is set", 3)


def own_fault(fault: Exception) -> str:
    """What went wrong inside newspkg and where, in a line."""
    at = traceback.extract_tb(fault.__traceback__)[-1]
    return f"a fault of newspkg's own: {type(fault).__name__}: {fault} ({Path(at.filename).name}, line {at.lineno})"


def fail(message: str, code: int) -> NoReturn:
    click.echo(f"newspkg: {visible(message)}", err=True)
    raise SystemExit(code)


def show_issues(issues: Sequence[Issue], *, form: str = "text", to: object = None) -> None:
    """The issues, on stdout or stderr; of those that are alike people are shown the first, and how many more there are."""
    click.echo(FORMATS[form](Report(issues)), err=to is sys.stderr, nl=False)


def with_progress(items: Iterable[T], total: int, *, quiet: bool = False) -> Iterable[T]:
    """The items, with a bar on stderr where that is a terminal and there are many."""
    if quiet or total < 4 or not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(items, description="articles", total=total, console=Console(stderr=True, no_color="NO_COLOR" in os.environ))
