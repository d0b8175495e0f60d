"""Files on disk: digests, durable writes, and the faults of a machine told in plain words."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from newspkg.errors import EnvironmentFault


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file as 64 hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def fsync_path(path: Path) -> None:
    """Force a file or, where the system allows it, a folder to the disk."""
    try:
        handle = os.open(path, os.O_RDONLY)
    except PermissionError:  # Windows opens no folder
        return
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def fsync_tree(folder: Path) -> None:
    """Force every file below `folder`, then its folders, to the disk."""
    inside = sorted(folder.rglob("*"))
    for path in (*(each for each in inside if each.is_file()), *(each for each in reversed(inside) if each.is_dir()), folder):
        fsync_path(path)


def replace_text(path: Path, text: str) -> None:
    """Put `text` at `path` in one step: a reader sees the old file or the new one, never a part."""
    beside = path.with_name(f".{path.name}.partial")
    with beside.open("w", encoding="utf-8", newline="\n") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
    fsync_path(path.parent)


@contextmanager
def machine_faults(doing: str, path: Path) -> Iterator[None]:
    """Tell an OSError as an EnvironmentFault that names what was being done and what to do about it."""
    try:
        yield
    except OSError as fault:
        reason = fault.strerror or str(fault)
        advice = "nothing was published. Make room or grant the rights, then run it again"
        raise EnvironmentFault(f"{path}: {doing} failed ({reason}); {advice}") from fault
