"""Where published versions are, also where a part of one is gone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from newspkg.model import Issue
from newspkg.text import Spot


def is_version(path: Path) -> bool:
    """Whether a folder is one of a version, also where its descriptor is missing."""
    data = path / "data"
    return data.is_dir() and ((path / "datapackage.json").is_file() or any(each.suffix in (".csv", ".parquet") for each in data.iterdir()))


def versions_below(folder: Path) -> list[Path]:
    return sorted(each.parent for each in folder.glob("**/data") if is_version(each.parent))


def undescribed(version: Path) -> Iterator[Issue]:
    """That a version has no descriptor."""
    descriptor = version / "datapackage.json"
    if not descriptor.is_file() or descriptor.is_symlink():
        told = "there is no datapackage.json beside data/; expected the descriptor of the version"
        yield Issue("bundle", "error", told, "restore the version as it was published", str(descriptor), Spot(1, 1))


def lost(folder: Path) -> Iterator[Issue]:
    """Versions below a folder that an index lists and that are not there."""
    for index in sorted(folder.glob("**/index.json")):
        try:
            named = [str(each["version"]) for each in json.loads(index.read_text(encoding="utf-8"))["versions"]]
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            continue  # said of each of its versions
        for version in named:
            if not (index.parent / version).is_dir():
                told = f"it lists the version {version[:40]!a}, of which there is no folder; expected every version that was published"
                yield Issue("index", "error", told, "restore the version; `newspkg retract` withdraws one", str(index), Spot(1, 1))
