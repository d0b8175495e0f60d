"""newspkg add"""

from __future__ import annotations

from pathlib import Path

import click

from newspkg.cli import options
from newspkg.errors import UsageError


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@options.raw
@click.option("--name", help="The article's id [default: the file's own name].")
@click.option("--publisher", help="Who published it.")
@click.option("--url", help="Where it was published.")
@click.option("--published-on", help="The day it was published, YYYY-MM-DD.")
@click.option("--license", "licence", help="Its licence.")
def command(
    file: Path, raw: Path, name: str | None, publisher: str | None, url: str | None, published_on: str | None, licence: str | None
) -> None:
    """Put the article in FILE (HTML or text) into raw/ as Markdown with its metadata; prints the new file's path."""
    from newspkg.ingest import normalise

    given = {"publisher": publisher, "url": url, "published_on": published_on, "license": licence}
    filename, content = normalise(file, name, **{key: value for key, value in given.items() if value})
    target = raw / filename
    if target.exists():
        raise UsageError(f"{target} is there already; choose another --name")
    raw.mkdir(parents=True, exist_ok=True)
    target.write_text(content, encoding="utf-8", newline="\n")
    click.echo(str(target))
