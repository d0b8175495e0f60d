"""newspkg verify"""

from __future__ import annotations

from pathlib import Path

import click

from newspkg.cli import options
from newspkg.cli.running import show_issues, summary


@click.command()
@click.argument("bundle", type=click.Path(path_type=Path))
@options.raw
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def command(bundle: Path, raw: Path, form: str) -> None:
    """Prove a published BUNDLE: hashes, keys, foreign keys, CSV against Parquet, schemas, and evidence against the raw articles."""
    from newspkg.check import check_bundle
    from newspkg.history import verify
    from newspkg.ingest import read_articles

    bodies = {article.article_id: article.body for article in read_articles(raw)[0]} if raw.is_dir() else None
    if bodies is None:
        click.echo(f"{raw}: no such folder; evidence is not compared with the articles", err=True)
    issues = [*verify(bundle, bodies), *check_bundle(bundle)]
    show_issues(issues, form=form)
    click.echo(summary(issues), err=True)
    raise SystemExit(1 if any(issue.is_error for issue in issues) else 0)
