"""newspkg diff"""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["markdown", "json"]), default="markdown", show_default=True)
def command(old: Path, new: Path, form: str) -> None:
    """Rows and cells added, removed and changed from OLD to NEW (folders of versions), and the version that they call for."""
    from newspkg.history import diff, next_version, read_bundle, to_json, to_markdown

    before, after = read_bundle(old), read_bundle(new)
    found = diff(before, after)
    click.echo(to_json(found) if form == "json" else to_markdown(found))
    if form == "markdown":
        version, reasons = next_version(before.version, found)
        click.echo(f"version {version}: {'; '.join(reasons) or 'nothing changed'}", err=True)
