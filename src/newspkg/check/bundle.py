"""A written bundle against its own descriptor: CSV by frictionless, the bytes and hash of every file by ourselves."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from newspkg.check.frames import shown
from newspkg.check.physical import read_sheet
from newspkg.errors import EnvironmentFault
from newspkg.model import Issue

# frictionless stops at 1,000 errors of a resource where it is not told otherwise.
LIMIT = 1_000_000
# What `_file` says already, for Parquet too.
TOLD = ("hash-count", "byte-count")


def check_bundle(folder: Path) -> list[Issue]:
    """Every issue of the bundle in `folder`. Raises EnvironmentFault where its descriptor can't be read."""
    path = folder / "datapackage.json"
    try:
        descriptor = json.loads(path.read_bytes().decode("utf-8"))
    except OSError as fault:
        raise EnvironmentFault(f"{path}: can't be read ({fault.strerror}); name the folder of a bundle") from fault
    except ValueError as fault:
        return [Issue("bundle", "error", f"not JSON in UTF-8: {fault}", file=str(path), line=getattr(fault, "lineno", 1))]
    if not isinstance(descriptor, dict) or not isinstance(descriptor.get("resources"), list):
        return [Issue("bundle", "error", "no array of resources; expected a data package", file=str(path), line=1)]
    issues = [issue for resource in descriptor["resources"] for issue in _file(resource, folder)]
    return [*issues, *_frictionless(descriptor, folder)]


def _file(resource: dict[str, Any], folder: Path) -> Iterator[Issue]:
    """Whether a resource's file is there, inside the folder, with its bytes and hash."""
    place = resource.get("path")
    target = folder / str(place)
    if not isinstance(place, str) or not target.resolve().is_relative_to(folder.resolve()):
        yield Issue(
            "file", "error", f"the path {shown(place)} leaves the bundle; expected a file inside it", file=str(folder / "datapackage.json")
        )
        return
    if not target.is_file():
        yield Issue("file", "error", "the file is missing; expected it, as datapackage.json lists it", file=str(target))
        return
    content = target.read_bytes()
    if resource.get("bytes") not in (None, len(content)):
        yield Issue("bytes", "error", f"{len(content)} bytes; expected {resource['bytes']}", file=str(target))
    digest = "sha256:" + hashlib.sha256(content).hexdigest()
    if resource.get("hash") not in (None, digest):
        yield Issue("hash", "error", f"the hash is {digest}; expected {shown(resource['hash'])}", file=str(target))


def _frictionless(descriptor: dict[str, Any], folder: Path) -> Iterator[Issue]:
    from frictionless import FrictionlessException, Package

    # frictionless reads Parquet through pandas, where a null integer is a fault: it is asked for the CSV alone.
    tabular = [each for each in descriptor["resources"] if str(each.get("path", "")).endswith(".csv")]
    try:
        package = Package.from_descriptor({**descriptor, "resources": tabular}, basepath=str(folder))
        report = package.validate(limit_errors=LIMIT)
    except FrictionlessException as fault:
        for error in [fault.error, *fault.reasons]:
            yield Issue("frictionless", "error", error.message, file=str(folder / "datapackage.json"), line=1)
        return
    for error in report.errors:
        yield Issue("frictionless", "error", error.message, file=str(folder / "datapackage.json"), line=1)
    for task in report.tasks:
        yield from _task(task, folder)


def _task(task: Any, folder: Path) -> Iterator[Issue]:
    target = folder / str(task.place)
    lines = _lines(target) if task.errors and target.is_file() else ()
    for error in (each for each in task.errors if each.type not in TOLD):
        row = getattr(error, "row_number", None)
        # frictionless counts records, the header being the first.
        line = lines[row - 2] if row and 0 <= row - 2 < len(lines) else 1
        column = getattr(error, "field_name", None)
        yield Issue(f"frictionless/{error.type}", "error", error.message, file=str(target), line=line, table=task.name, column=column)


def _lines(path: Path) -> tuple[int, ...]:
    try:
        return read_sheet(path).lines
    except (ValueError, EnvironmentFault):
        return ()
