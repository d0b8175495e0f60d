"""newspkg verify"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from newspkg.cli import options
from newspkg.cli.running import show_issues, summary
from newspkg.cli.versions import found_version

if TYPE_CHECKING:
    from newspkg.model import Issue


@click.command()
@click.argument("bundle")
@options.raw
@options.schemas
@options.out
@options.model
@click.option("--rebuild", is_flag=True, help="Make it again from the raw articles and compare every byte.")
@click.option("--jobs", type=click.IntRange(1), default=1, show_default=True, help="Processes that read articles, with --rebuild.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def command(bundle: str, raw: Path, schemas: Path | None, out: Path, model: str | None, rebuild: bool, jobs: int, form: str) -> None:
    """Prove a published BUNDLE (its folder, or a version): hashes, schemas in both formats, keys, CSV against Parquet, the README's
    dictionary, the index, and the evidence against the raw articles.
    """
    from newspkg.ingest import read_articles
    from newspkg.proof import prove

    folder = found_version(bundle, out) if not Path(bundle).exists() else Path(bundle)
    bodies = {article.article_id: article.body for article in read_articles(raw)[0]} if raw.is_dir() else None
    if bodies is None:
        click.echo(f"{raw}: no such folder; evidence is not compared with the articles", err=True)
    issues = prove(folder, bodies)
    if rebuild:
        issues += _again(folder, raw, options.schemas_or_default(schemas), model, jobs)
    show_issues(issues, form=form)
    click.echo(summary(issues), err=True)
    raise SystemExit(1 if any(issue.is_error for issue in issues) else 0)


def _again(folder: Path, raw: Path, schemas: Path, model: str | None, jobs: int) -> list[Issue]:
    from newspkg.model.context import BuildContext
    from newspkg.pipeline import build
    from newspkg.rebuild import compare_rebuilt

    context = BuildContext(raw, schemas, Path(), jobs=jobs, model=model)
    return compare_rebuilt(folder, context, build)
