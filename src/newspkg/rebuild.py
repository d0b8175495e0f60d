"""Makes a published version again from its articles and compares the bytes."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from newspkg.errors import DataError, UsageError
from newspkg.history import diff, open_side, versions
from newspkg.history.report import heading
from newspkg.model import Issue
from newspkg.model.context import BuildContext

Build = Callable[[BuildContext], object]


def compare_rebuilt(folder: Path, context: BuildContext, build: Build) -> list[Issue]:
    """What differs between the version in `folder` and the one that `build` makes from `context` and the version before it.

    Only `raw`, `schemas`, `jobs` and `model` of `context` matter. Where the articles or schemas of today call for another version, or make
    none at all, that is the issue.
    """
    folder = folder.resolve()
    with TemporaryDirectory(prefix="newspkg-") as scratch:
        out = Path(scratch)
        _lay_out(folder, out)
        wanted = replace(context, out=out, version=folder.name, source_date_epoch=_moment(folder))
        try:
            build(wanted)
        except UsageError as fault:
            return [_issue(folder, f"the articles and schemas of today make another version: {fault}")]
        except DataError as fault:
            return [*fault.issues, _issue(folder, f"the articles and schemas of today make no version: {fault}")]
        again = out / folder.parent.name / folder.name
        if not again.is_dir():
            return [_issue(folder, "made again from the articles and schemas of today, nothing is new since the version before it")]
        return list(_differing(folder, again))


def _issue(path: Path, message: str) -> Issue:
    return Issue("rebuild", "error", message, "take the articles, schemas and newspkg that the version was made with", file=str(path))


def _lay_out(folder: Path, out: Path) -> None:
    """The version before, on which ids and changelog rest, where the build looks for it."""
    home = out / folder.parent.name
    home.mkdir()
    names = versions(folder.parent)
    before = names[: names.index(folder.name)] if folder.name in names else []
    if before:
        shutil.copytree(folder.parent / before[-1], home / before[-1])


def _moment(folder: Path) -> int | None:
    """The moment that the version bears, in seconds since 1970: a build dates itself by its articles, or as it was told."""
    try:
        created = json.loads((folder / "datapackage.json").read_text(encoding="utf-8")).get("created")
        return int(datetime.fromisoformat(created).timestamp()) if created else None
    except (OSError, ValueError, AttributeError, TypeError):
        return None


def _differing(folder: Path, again: Path) -> Iterator[Issue]:
    old, new = (
        {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()} for root in (folder, again)
    )
    for name in sorted({*old, *new}):
        if name not in new:
            yield _issue(folder / name, "made again, the version has no such file")
        elif name not in old:
            yield _issue(folder / name, "made again, the version has this file too")
        elif old[name] != new[name]:
            yield _issue(folder / name, f"made again, the file is another from byte {_first(old[name], new[name])} on")
    if old != new:
        yield from _rows(folder, again)


def _first(old: bytes, new: bytes) -> int:
    return next((at for at, (one, two) in enumerate(zip(old, new, strict=False)) if one != two), min(len(old), len(new)))


def _rows(folder: Path, again: Path) -> Iterator[Issue]:
    """The rows in which the two differ, counted: bytes tell a reader nothing."""
    try:
        found = diff(open_side(folder), open_side(again))
    except DataError:
        return
    yield from (_issue(folder, f"made again, {change.text}") for change in found.schema)
    yield from (_issue(folder / "data" / f"{name}.csv", f"made again, {heading(table)}") for name, table in found.tables.items())
