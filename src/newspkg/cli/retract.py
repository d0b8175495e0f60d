"""newspkg retract"""

from __future__ import annotations

from pathlib import Path

import click

from newspkg.cli import options
from newspkg.cli.versions import found_version


@click.command()
@click.argument("version")
@click.option("--reason", required=True, help="What is wrong with it, in words for those who cited it.")
@options.out
def command(version: str, reason: str, out: Path) -> None:
    """Withdraw a published VERSION: mark it in index.json as retracted. Nothing is deleted, no published file is touched.

    `latest` passes to the newest version that stands; diff, explain and verify say of the retracted one that it was, and why.
    """
    from newspkg.publish import retract

    folder = found_version(version, out).resolve()
    latest = retract(folder.parent, folder.name, reason)
    click.echo(f"{folder.name} is retracted; the latest version is {latest or 'none'}")
