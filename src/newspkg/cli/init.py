"""newspkg init"""

from __future__ import annotations

import shutil
from pathlib import Path

import click

from newspkg import __version__
from newspkg.errors import UsageError
from newspkg.specs import default_schemas

SCAFFOLD = Path(__file__).resolve().parent.parent / "scaffold"
FILES = {  # where each file of the scaffold goes
    "check.yml": ".github/workflows/check.yml",
    "pre-commit-config.yaml": ".pre-commit-config.yaml",
    "gitignore": ".gitignore",
    "raw.md": "raw/README.md",
}


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), default=Path())
def command(folder: Path) -> None:
    """Begin a data set in FOLDER (default: here): raw/, schemas/ with all codelists, packages/, and checks of contributions.

    The checks are a workflow for pull requests and a hook for pre-commit. Files that are there already stay as they are.
    """
    if (folder / "schemas").exists():
        raise UsageError(f"{folder / 'schemas'} is there already; init begins a data set only where there is none")
    shutil.copytree(default_schemas(), folder / "schemas")
    (folder / "packages").mkdir(exist_ok=True)
    for name, place in FILES.items():
        path = folder / place
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            path.write_text((SCAFFOLD / name).read_text(encoding="utf-8").replace("@VERSION@", __version__), encoding="utf-8")
    click.echo(str(folder))
    click.echo("next: newspkg add FILE, newspkg validate, newspkg build; name your data set in schemas/datapackage.json", err=True)
