"""newspkg code"""

from __future__ import annotations

from pathlib import Path

import click

from newspkg.cli import options
from newspkg.errors import UsageError


@click.command()
@click.argument("name")
@options.raw
@options.schemas
@options.model
@click.option("--print", "prints", is_flag=True, help="Print the draft; write nothing.")
@options.quiet
def command(name: str, raw: Path, schemas: Path | None, model: str | None, prints: bool, quiet: bool) -> None:
    """Write the machine's own coding of the article NAME as a draft to correct, beside the article.

    NAME is the article's file without its suffix. The draft becomes NAME.coding.yaml, which from then on stands in the machine's place;
    keep only some of its rows, each with `expect:`, to correct just those.
    """
    from newspkg.files import replace_text
    from newspkg.pipeline import draft_of
    from newspkg.specs import Codelists

    path, text = draft_of(name.removesuffix(".md").removesuffix(".txt"), raw, Codelists(options.schemas_or_default(schemas)), model)
    if prints:
        click.echo(text, nl=False)
        return
    if path.exists():
        raise UsageError(f"{path} is there already; edit it, or print a new draft by --print")
    replace_text(path, text)
    click.echo(str(path))
    if not quiet:
        click.echo("Correct the draft; `newspkg validate` checks it, `newspkg build` puts it in the machine's place.", err=True)
