"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from newspkg.specs import default_schemas

F = TypeVar("F", bound=Callable[..., Any])
FOLDER = click.Path(path_type=Path)

KEEPS = "Folder that keeps what was read of articles [default: $NEWSPKG_CACHE, else ~/.cache/newspkg]."
raw = click.option("--raw", type=FOLDER, default=Path("raw"), show_default=True, help="Folder of the raw articles.")
out = click.option("--out", type=FOLDER, default=Path("packages"), show_default=True, help="Folder of the published versions.")
schemas = click.option("--schemas", type=FOLDER, help="Folder of schemas and codelists [default: ./schemas, else those of newspkg].")
model = click.option("--model", help="An installed spaCy model to use in place of the packaged one.")
cache = click.option(
    "--cache", type=FOLDER, help="Folder that keeps what was read of articles [default: $NEWSPKG_CACHE, else ~/.cache/newspkg]."
)
no_cache = click.option("--no-cache", is_flag=True, help="Read every article anew, and keep nothing.")
quiet = click.option("--quiet", "-q", is_flag=True, help="No progress, no messages; results only.")


def schemas_or_default(given: Path | None) -> Path:
    """The folder that was named, else the data set's own, else the one that travels with newspkg."""
    if given is not None:
        return given
    own = Path("schemas")
    return own if (own / "datapackage.json").is_file() else default_schemas()


def cache_folder(given: Path | None, none: bool) -> Path | None:
    """The folder of the cache; None where it is not wanted."""
    from newspkg.cache import default_folder

    return None if none else given or default_folder()
