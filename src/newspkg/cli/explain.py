"""newspkg explain"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from newspkg.cli import options
from newspkg.cli.versions import newest, warn_of_retraction


@click.command()
@click.argument("row_id")
@click.option("--bundle", type=click.Path(path_type=Path), help="Folder of a version [default: the newest under --out].")
@options.raw
@options.out
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def command(row_id: str, bundle: Path | None, raw: Path, out: Path, as_json: bool) -> None:
    """A published row, every value with the sentence that says so, and the articles that disagree.

    ROW_ID is a primary key (e-0123456789ab, biden, c-…); the parts of a longer key are joined by "|".
    """
    from newspkg.history import explain, explanation_json, explanation_text, read_bundle
    from newspkg.ingest import read_articles

    folder = bundle or newest(out)
    warn_of_retraction(folder)
    articles, _ = read_articles(raw)
    found = explain(read_bundle(folder), row_id, {article.article_id: article.body for article in articles})
    color = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    click.echo(explanation_json(found) if as_json else explanation_text(found, color=color), nl=False)
