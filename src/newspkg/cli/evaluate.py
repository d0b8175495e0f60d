"""newspkg evaluate"""

from __future__ import annotations

from pathlib import Path

import click

from newspkg.cli import options


@click.command()
@click.argument("gold", type=click.Path(path_type=Path, exists=True, file_okay=False))
@options.schemas
@options.model
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.option("--details", is_flag=True, help="Say every miss and every false find.")
def command(gold: Path, schemas: Path | None, model: str | None, as_json: bool, details: bool) -> None:
    """Precision, recall and F1 of the extractor against codings by people: NAME.md with NAME.coding.yaml or NAME.gold.yaml in GOLD."""
    from newspkg.evaluate import evaluate_folder, report_json, report_text
    from newspkg.pipeline import alone
    from newspkg.specs import Codelists

    report = evaluate_folder(gold, alone(Codelists(options.schemas_or_default(schemas)), model))
    click.echo(report_json(report) if as_json else report_text(report, details=details))
