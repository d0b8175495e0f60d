"""A diff as tables for a terminal."""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING

import click

from newspkg.cli.running import visible

if TYPE_CHECKING:
    from newspkg.history import Diff, TableDiff

STYLES = {"+": "green", "-": "red", "~": "yellow"}
WIDE = 160  # columns, where the output is no terminal


def show_table(found: Diff, most: int) -> None:
    """Print the schema's changes and, of each table, its heading and at most `most` lines of a kind; colours on a terminal alone."""
    from rich.console import Console

    if found.is_empty:
        click.echo("Nothing differs.")
        return
    is_plain = "NO_COLOR" in os.environ or not sys.stdout.isatty()
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else WIDE
    console = Console(file=sys.stdout, width=width, no_color=is_plain, highlight=False, markup=False, emoji=False)
    for change in found.schema:
        console.print(visible(f"schema: {change.text} ({change.weight})"))
    for table in found.tables.values():
        _print(console, table, most)


def _print(console: object, table: TableDiff, most: int) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from newspkg.history.report import COLUMNS, heading, left_out, lines, shown

    assert isinstance(console, Console)  # noqa: S101 - imported here, so that `--help` is quick
    grid = Table(*COLUMNS, box=box.SIMPLE, title=visible(heading(table)), title_justify="left", title_style="bold")
    for line in lines(table, most):
        grid.add_row(*(Text(visible(cell), style=STYLES[line.mark]) for cell in shown(line)))
    console.print(grid)
    if more := left_out(table, most):
        console.print(f"… and {more:,} more")
