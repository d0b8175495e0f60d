"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from newspkg.specs import default_schemas

F = TypeVar("F", bound=Callable[..., Any])
FOLDER = click.Path(path_type=Path)

raw = click.option("--raw", type=FOLDER, default=Path("raw"), show_default=True, help="Folder of the raw articles.")
out = click.option("--out", type=FOLDER, default=Path("packages"), show_default=True, help="Folder of the published versions.")
schemas = click.option("--schemas", type=FOLDER, help="Folder of schemas and codelists [default: ./schemas, else those of newspkg].")
model = click.option("--model", help="An installed spaCy model to use in place of the packaged one.")
quiet = click.option("--quiet", "-q", is_flag=True, help="No progress, no messages; results only.")


def schemas_or_default(given: Path | None) -> Path:
    """The folder that was named, else the data set's own, else the one that travels with newspkg."""
    if given is not None:
        return given
    own = Path("schemas")
    return own if (own / "datapackage.json").is_file() else default_schemas()
