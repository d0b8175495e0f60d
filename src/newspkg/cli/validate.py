"""newspkg validate"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TextIO

import click

from newspkg.cli import options
from newspkg.cli.running import summary, visible
from newspkg.reports import FORMATS, Report
from newspkg.reports.report import MOST

FORM = click.Choice(list(FORMATS))


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--format", "form", type=FORM, default="text", show_default=True, help="How issues are printed.")
@click.option("--changed", multiple=True, metavar="FILE", help="A file that the contribution changes: its issues come first. Repeatable.")
@click.option("--changed-from", type=click.File(encoding="utf-8"), help="Changed files, one a line, as `git diff --name-only` prints them.")
@click.option("--most", type=click.IntRange(0), default=MOST, show_default=True, help="Issues of one check that people are shown; 0: all.")
@options.quiet
def command(paths: tuple[Path, ...], form: str, changed: tuple[str, ...], changed_from: TextIO | None, most: int, quiet: bool) -> None:
    """Check everything a contribution can contain: articles, codings, schemas, codelists, bundles, any CSV with a Table Schema.

    PATHS are files or folders; without any, raw/, schemas/ and packages/ are checked. Every issue has its file, line and character.
    """
    from newspkg.validation import inspect

    found = inspect(paths or tuple(path for path in (Path("raw"), Path("schemas"), Path("packages")) if path.exists()))
    touched = frozenset((*changed, *(line.strip() for line in changed_from or () if line.strip())))
    click.echo(FORMATS[form](Report(found.issues, found.checked, touched, most)), nl=False)
    if not quiet and form in ("text", "github"):
        for each in (each for each in found.checked if "sample" in each.what):
            rows = "" if each.rows is None else f" ({each.rows:,} rows)"
            click.echo(visible(f"{each.file}: {each.what} by {each.by}{rows}"), err=True)
        click.echo(summary(found.issues), err=True)
    sys.exit(1 if any(issue.is_error for issue in found.issues) else 0)
