"""newspkg build"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import click

from newspkg.cli import options
from newspkg.cli.running import show_issues, summary, with_progress
from newspkg.engines import NAMES
from newspkg.errors import UsageError


@click.command()
@options.raw
@options.schemas
@options.out
@click.option("--version", "version", metavar="V", help="The version to publish; not lower than the changes call for.")
@click.option("--jobs", type=click.IntRange(1), default=1, show_default=True, help="Processes that read articles.")
@click.option("--engine", type=click.Choice(NAMES), default="local", show_default=True, help="What reads the articles.")
@click.option("--address", help="The running Ray cluster to use [default: one of --jobs workers, begun for this build].")
@options.model
@options.cache
@options.no_cache
@click.option("--json", "as_json", is_flag=True, help="The result as JSON.")
@options.quiet
def command(
    raw: Path,
    schemas: Path | None,
    out: Path,
    version: str | None,
    jobs: int,
    engine: str,
    address: str | None,
    model: str | None,
    cache: Path | None,
    no_cache: bool,
    as_json: bool,
    quiet: bool,
) -> None:
    """Raw articles to a published, checked bundle; prints its folder.

    Where nothing differs from the last version, nothing is published and the command says so. Where any check finds an error, nothing
    is published and every issue is listed.
    """
    from newspkg.model.context import BuildContext
    from newspkg.pipeline import build

    kept = options.cache_folder(cache, no_cache)
    context = BuildContext(raw, options.schemas_or_default(schemas), out, version, jobs, model, _epoch(), kept, engine, address)
    built = build(context, lambda readings, total: with_progress(readings, total, quiet=quiet))
    found = built.publication
    if not quiet:
        show_issues(built.issues, to=sys.stderr)
        what = f"published version {found.version}" if found.is_new else f"nothing new to publish; version {found.version} stands"
        click.echo(f"{what} ({summary(built.issues)})", err=True)
    told = {"folder": str(found.folder), "version": found.version, "is_new": found.is_new, "changes": list(found.summary)}
    click.echo(json.dumps(told, indent=2) if as_json else str(found.folder))


def _epoch() -> int | None:
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    if given and not given.isdecimal():
        raise UsageError(f"SOURCE_DATE_EPOCH is {given!r}; expected seconds since 1970, or unset it")
    return int(given) if given else None
