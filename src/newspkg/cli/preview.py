"""newspkg preview"""

from __future__ import annotations

from pathlib import Path

import click

from newspkg.cli import options
from newspkg.cli.running import with_progress


@click.command()
@options.raw
@options.schemas
@options.out
@click.option("--base", help="The version to compare with, or its folder [default: the newest].")
@click.option("--limit", type=click.IntRange(1), help="Rows and cells that are listed; the others are counted [default: 40].")
@click.option("--jobs", type=click.IntRange(1), default=1, show_default=True, help="Processes that read articles.")
@options.model
@options.cache
@options.no_cache
@options.quiet
def command(
    raw: Path,
    schemas: Path | None,
    out: Path,
    base: str | None,
    limit: int | None,
    jobs: int,
    model: str | None,
    cache: Path | None,
    no_cache: bool,
    quiet: bool,
) -> None:
    """What a build would change in the published tables, as Markdown short enough for a comment, worst first. Writes nothing.

    Lost rows come before altered cells, those before new rows; events before all else. Where the data is at fault, every issue is listed.
    """
    from newspkg.cli.versions import found_version
    from newspkg.model.context import BuildContext
    from newspkg.pipeline import preview

    context = BuildContext(raw, options.schemas_or_default(schemas), out, None, jobs, model, cache=options.cache_folder(cache, no_cache))
    found = found_version(base, out) if base else None
    click.echo(preview(context, lambda readings, total: with_progress(readings, total, quiet=quiet), found, limit), nl=False)
