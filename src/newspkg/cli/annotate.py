"""newspkg annotate"""

from __future__ import annotations

import json
from pathlib import Path

import click

from newspkg.cli import options


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@options.schemas
@options.model
def command(files: tuple[Path, ...], schemas: Path | None, model: str | None) -> None:
    """What the extractor sees in FILES, one JSON object an article.

    Every date, place, quantity, actor, weapon, event and claim with its offsets and text. A file is an article, or a .jsonl of
    {"doc_id", "text", "date"} for a corpus.
    """
    from newspkg.pipeline import annotated_lines
    from newspkg.specs import Codelists

    for told in annotated_lines(files, Codelists(options.schemas_or_default(schemas)), model):
        click.echo(json.dumps(told, ensure_ascii=False))
