"""newspkg diff"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from newspkg.cli import options
from newspkg.cli.running import visible
from newspkg.cli.versions import found_version, warn_of_retraction

if TYPE_CHECKING:
    from newspkg.history import Diff, Side

FORMS = ["table", "markdown", "json", "rows"]


@click.command()
@click.argument("old")
@click.argument("new")
@click.option("--format", "form", type=click.Choice(FORMS), default="table", show_default=True, help="rows: JSON, one line a row, all.")
@click.option("--limit", type=click.IntRange(0), help="Lines of a kind a table shows [default: 50 to read, 10000 in JSON].")
@options.schemas
@options.out
def command(old: str, new: str, form: str, limit: int | None, schemas: Path | None, out: Path) -> None:
    """Rows and cells added, removed and changed from OLD to NEW, and the version that they call for.

    OLD and NEW are versions (1.2.0, latest), folders of versions, or any folders of tables (Parquet, CSV). Rows are matched by primary
    key: that of the tables' own schema, else of the schema of that name; by all their columns where there is none.
    """
    from newspkg.history import diff, open_side, row_lines

    folders = [found_version(each, out) for each in (old, new)]
    warn_of_retraction(*folders)
    known = _known(options.schemas_or_default(schemas))
    before, after = (open_side(folder, known) for folder in folders)
    if form == "rows":
        for line in row_lines(before, after):
            click.echo(line)
        return
    kept = {"json": 10_000}.get(form, 50) if limit is None else limit
    _show(diff(before, after, max(kept, 100)), before, form, kept)


def _known(schemas: Path) -> dict[str, dict[str, object]]:
    from newspkg.specs import read_package

    package, _ = read_package(schemas)
    return {name: dict(table.descriptor) for name, table in package.tables.items()} if package else {}


def _show(found: Diff, before: Side, form: str, kept: int) -> None:
    from newspkg.cli.difftable import show_table
    from newspkg.history import next_version, to_json, to_markdown

    version, reasons = next_version(before.version, found) if before.version else (None, ())
    if form == "json":
        click.echo(to_json(found, old=before.version or None, calls_for=version, reasons=list(reasons)), nl=False)
        return
    if form == "markdown":
        click.echo(to_markdown(found, kept), nl=False)
    else:
        show_table(found, kept)
    if version:
        click.echo(visible(f"version {version}: {'; '.join(reasons) or 'nothing changed'}"), err=True)
