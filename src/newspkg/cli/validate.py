"""newspkg validate"""

from __future__ import annotations

from pathlib import Path

import click

from newspkg.cli import options
from newspkg.cli.running import show_issues, summary


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How issues are printed.")
@options.quiet
def command(paths: tuple[Path, ...], form: str, quiet: bool) -> None:
    """Check everything a contribution can contain: articles, schemas, codelists, bundles.

    PATHS are files or folders; without any, raw/, schemas/ and packages/ are checked. Every issue is listed with its file and line.
    """
    from newspkg.validation import validate

    issues = validate(paths or tuple(path for path in (Path("raw"), Path("schemas"), Path("packages")) if path.exists()))
    show_issues(issues, form=form)
    if not quiet and form == "text":
        click.echo(summary(issues), err=True)
    raise SystemExit(1 if any(issue.is_error for issue in issues) else 0)
