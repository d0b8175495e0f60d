"""newspkg init"""

from __future__ import annotations

import shutil
from pathlib import Path

import click

from newspkg.errors import UsageError
from newspkg.specs import default_schemas

WORKFLOW = """\
name: check
on: [pull_request]
permissions:
  contents: read
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-python@v5
        with:
          python-version: "3.12"
      - run: pip install newspkg
      - run: newspkg validate
      - run: newspkg build --out build-check
"""


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), default=Path())
def command(folder: Path) -> None:
    """Begin a data set in FOLDER (default: here): raw/, schemas/ with all codelists, packages/, and a workflow for pull requests."""
    if (folder / "schemas").exists():
        raise UsageError(f"{folder / 'schemas'} is there already; init begins a data set only where there is none")
    for name in ("raw", "packages", ".github/workflows"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    shutil.copytree(default_schemas(), folder / "schemas")
    (folder / "raw" / "README.md").write_text("Articles go here: .txt, .md with YAML front matter, or .html.\n", encoding="utf-8")
    (folder / ".github/workflows/check.yml").write_text(WORKFLOW, encoding="utf-8")
    click.echo(str(folder))
    click.echo("next: newspkg add FILE, newspkg validate, newspkg build; name your data set in schemas/datapackage.json", err=True)
