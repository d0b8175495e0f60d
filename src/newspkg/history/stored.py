"""The files of a version against what was published: by its descriptor, and by the index beside it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from newspkg.files import sha256_of
from newspkg.model import Issue

TEXTS = (
    "datapackage.json",
    "README.md",
    "CHANGELOG.md",
    "CITATION.cff",
    "croissant.json",
    "dataset.jsonld",
)  # only the index has their hashes


def check_files(folder: Path) -> Iterator[Issue]:
    """Files that are missing, altered or not published."""
    index, faults = read_index(folder)
    yield from faults
    known = {**_described(folder), **_hashes(index)}
    there = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file() or path.is_symlink()}
    for name in sorted({*known, *there}):
        path = str(folder / name)
        if name not in there:
            yield Issue("hash", "error", "the file is missing", file=path)
        elif name in known:
            found = f"sha256:{sha256_of(there[name])}" if there[name].is_file() else "no file"
            if found != known[name]:
                yield Issue("hash", "error", f"the file was altered: its hash is {found}, published was {known[name]}", file=path)
        elif index or name not in TEXTS:
            yield Issue("hash", "error", "the file is not part of what was published", file=path)


def read_index(folder: Path) -> tuple[dict[str, Any], list[Issue]]:
    """The entry of the version in `index.json` beside it, and what is wrong with the index."""
    whole = folder.resolve()
    path = folder.parent / "index.json" if folder.parent.name else whole.parent / "index.json"
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        entries = {each["version"]: each for each in told["versions"]}
        [(each["path"], each["hash"]) for each in entries.get(whole.name, {}).get("files", ())]
    except FileNotFoundError:
        hint = "keep the index beside it, or compare their hashes yourself"
        message = f"there is no index beside the version: nothing says what {', '.join(TEXTS)} were when they were published"
        return {}, [Issue("index", "warning", message, hint, file=str(path))]
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as fault:
        return {}, [Issue("index", "error", f"not an index that can be read: {fault!r}", "restore it", file=str(path))]
    if whole.name not in entries:
        return {}, [Issue("index", "error", f"the index does not list version {whole.name}", "restore it", file=str(path))]
    return entries[whole.name], list(_retracted(entries[whole.name], path))


def _retracted(entry: Mapping[str, Any], path: Path) -> Iterator[Issue]:
    if "retracted" in entry:
        yield Issue("retracted", "warning", f"version {entry['version']} was retracted: {entry['retracted']}", file=str(path))


def _described(folder: Path) -> dict[str, str]:
    try:
        resources = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))["resources"]
        return {each["path"]: each["hash"] for each in resources if isinstance(each, dict) and "path" in each and "hash" in each}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def _hashes(entry: Mapping[str, Any]) -> dict[str, str]:
    """The index alone knows the hash of the descriptor itself."""
    return {each["path"]: each["hash"] for each in entry.get("files", ())}
