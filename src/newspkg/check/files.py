"""The files of a data package: inside of its folder, with the bytes and the hash that its descriptor names."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from newspkg.check.hints import shown
from newspkg.model import Issue
from newspkg.text import Spot

BLOCK = 1 << 20


def check_file(resource: Any, descriptor: Path, spot: Spot) -> Iterator[Issue]:
    """Whether a resource's file is there, inside the folder, with its bytes and hash; `spot` is where the descriptor names it."""
    place = resource.get("path") if isinstance(resource, Mapping) else None
    target = inside(place, descriptor.parent)
    if target is None:
        message = f"the path {shown(place)} leaves the bundle; expected a file inside it"
        yield Issue("file", "error", message, "put the file beside the descriptor", str(descriptor), spot)
        return
    if not target.is_file():
        yield Issue("file", "error", "the file is missing; expected it, as datapackage.json lists it", file=str(target))
        return
    if resource.get("bytes") is None and resource.get("hash") is None:
        return
    size, digest = _measured(target)
    if resource.get("bytes") not in (None, size):
        yield Issue("bytes", "error", f"{size} bytes; expected {shown(resource['bytes'])}", file=str(target))
    if resource.get("hash") not in (None, digest):
        yield Issue("hash", "error", f"the hash is {digest}; expected {shown(resource['hash'])}", file=str(target))


def inside(place: object, folder: Path) -> Path | None:
    """The path of a file in the folder; None for a web address, or for what leads out of it, by links too."""
    if not isinstance(place, str) or not place or "\0" in place or "://" in place or len(place) > 1000:
        return None
    target = folder / place
    try:
        within = target.resolve().is_relative_to(folder.resolve())
        target.stat()
    except FileNotFoundError:
        return target if within else None
    except (OSError, RuntimeError):  # a loop of links, a name too long for any file
        return None
    return target if within else None


def _measured(path: Path) -> tuple[int, str]:
    size, digest = 0, hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(BLOCK):
            size += len(block)
            digest.update(block)
    return size, f"sha256:{digest.hexdigest()}"
