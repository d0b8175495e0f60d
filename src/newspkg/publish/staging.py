"""Published once: written beside, checked there, renamed into place."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from newspkg.files import fsync_path, fsync_tree


def clean_leftovers(home: Path) -> None:
    """Remove what killed builds left behind. Only under the lock."""
    for path in sorted(home.glob(".*.partial")):
        shutil.rmtree(path) if path.is_dir() else path.unlink()


@contextmanager
def staged(home: Path, version: str) -> Iterator[Path]:
    """A hidden folder under `home`, removed at the end unless it was put in place."""
    folder = home / f".{version}.partial"
    folder.mkdir()
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def put_in_place(folder: Path, final: Path) -> None:
    """Make a staged folder the published one, in one step that survives a loss of power."""
    fsync_tree(folder)
    folder.rename(final)
    fsync_path(final.parent)
