"""newspkg schema"""

from __future__ import annotations

from pathlib import Path

import click

from newspkg.cli import options


@click.command()
@options.schemas
@click.option("--coverage", "covers", is_flag=True, help="Break every constraint of every column once and print who catches it.")
@click.option("--write", "keeps", is_flag=True, help="With --coverage: keep the matrix in the schemas' folder; bundles show it.")
def command(schemas: Path | None, covers: bool, keeps: bool) -> None:
    """The tables that the schemas describe: each column with its constraints; or, by --coverage, which checker enforces which.

    Fails where a constraint is enforced by no checker.
    """
    from newspkg.specs import load_package

    package = load_package(options.schemas_or_default(schemas))
    if not covers:
        for table in package.tables.values():
            click.echo(f"{table.name}: {', '.join(table.column_names)} (key: {', '.join(table.primary_key)})")
        return
    from newspkg.check.coverage import coverage, markdown
    from newspkg.specs.coverage import written

    found = coverage(package)
    click.echo(str(written(package, markdown(found))) + "\n" if keeps else markdown(found), nl=False)
    if missed := found.missed():
        names = ", ".join(f"{each.table}.{each.column} {each.check}" for each in missed)
        raise SystemExit(f"newspkg: no checker enforces {names}")
