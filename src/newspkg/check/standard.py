"""What frictionless says of a package: whether it keeps the contract that strangers rely on."""

from __future__ import annotations

import csv
import re
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from newspkg.check.csvfile.places import records
from newspkg.check.sample import SEED, Table, write_sample
from newspkg.model import Checked, Issue
from newspkg.specs.pattern import UnsafePattern, ambiguity

# frictionless stops at 1,000 errors of a resource where it is not told otherwise.
LIMIT = 1_000_000
PROFILE = re.compile(r"https://datapackage\.org/profiles/[0-9.]+/[a-z]+\.json")
# Members that make it fetch something else, or read another file than was checked.
TAKEN = ("path", "name", "schema", "title", "description", "encoding", "format", "mediatype", "type", "licenses", "sources")


def ask_frictionless(
    descriptor: Mapping[str, Any], tables: Mapping[str, Table], path: Path, issues: list[Issue], checked: list[Checked], most: int
) -> None:
    """Add what frictionless finds and the compiled checks did not, and on how many rows it looked."""
    long = {name for name, table in tables.items() if (table.rows or 0) > most}
    short = [table for name, table in tables.items() if name not in long]
    known = {(issue.file, issue.line) for issue in issues}
    package = {key: value for key, value in _at_home(descriptor).items() if key not in ("resources", "profile")}
    for table in short:
        checked.append(Checked(str(table.path), "frictionless", "the descriptor and all rows", table.rows))
    issues += _new(_validate(package, [_clean(table, long) for table in short], path.parent, tables, path), known)
    for name in sorted(long):
        with tempfile.TemporaryDirectory() as folder:
            table = tables[name]
            taken = write_sample(table, Path(folder) / "sample.csv")
            resource = {**_clean(table, set(tables)), "path": "sample.csv"}
            issues += _validate(package, [resource], Path(folder), {}, path)
            what = f"the descriptor and a sample of the rows (seed {SEED}), without foreign keys"
            checked.append(Checked(str(table.path), "frictionless", what, taken))


def _new(found: Iterator[Issue], known: set[tuple[str | None, int | None]]) -> Iterator[Issue]:
    """What is not told already of the same line."""
    return (issue for issue in found if (issue.file, issue.line) not in known or issue.line in (None, 1))


def _clean(table: Table, absent: set[str]) -> dict[str, Any]:
    """The resource without what leads elsewhere, without foreign keys to tables that are not at hand, and without slow patterns."""
    resource = {key: value for key, value in table.resource.items() if key in TAKEN}
    schema = _at_home(resource["schema"])
    keys = schema.get("foreignKeys")
    if isinstance(keys, list):
        schema["foreignKeys"] = [key for key in keys if not (isinstance(key, dict) and _target(key) in absent)]
    if isinstance(schema.get("fields"), list):
        schema["fields"] = [_without_slow(each) for each in schema["fields"]]
    dialect = {"dialect": {"delimiter": table.delimiter}} if table.delimiter != "," else {}
    return {**resource, "format": "csv", "schema": schema, **dialect}


def _at_home(descriptor: Mapping[str, Any]) -> dict[str, Any]:
    """A descriptor that names no profile but those of the standard, which frictionless has at hand; it would fetch others."""
    profile = descriptor.get("$schema")
    is_known = isinstance(profile, str) and PROFILE.fullmatch(profile)
    return {key: value for key, value in descriptor.items() if key != "$schema" or is_known}


def _target(key: Mapping[str, Any]) -> object:
    reference = key.get("reference")
    return reference.get("resource") if isinstance(reference, dict) else None


def _without_slow(field: Any) -> Any:
    constraints = field.get("constraints") if isinstance(field, dict) else None
    pattern = constraints.get("pattern") if isinstance(constraints, dict) else None
    if not isinstance(constraints, dict) or not isinstance(pattern, str) or not _is_slow(pattern):
        return field
    return {**field, "constraints": {key: value for key, value in constraints.items() if key != "pattern"}}


def _is_slow(pattern: str) -> bool:
    """Whether an engine that backtracks may take more than linear time; the compiled checks run it all the same."""
    try:
        return ambiguity(pattern) > 0
    except UnsafePattern:
        return True


def _validate(
    package: Mapping[str, Any], resources: Sequence[Mapping[str, Any]], base: Path, tables: Mapping[str, Table], path: Path
) -> Iterator[Issue]:
    from frictionless import FrictionlessException, Package

    try:
        report = Package.from_descriptor({**package, "resources": list(resources)}, basepath=str(base)).validate(limit_errors=LIMIT)
    except FrictionlessException as fault:
        for error in [fault.error, *fault.reasons]:
            yield Issue("frictionless", "error", error.message, file=str(path), line=1)
        return
    except Exception as fault:  # its own failures on a descriptor that is not what it should be
        yield Issue(
            "frictionless", "error", f"frictionless fails ({type(fault).__name__}); expected a data package", file=str(path), line=1
        )
        return
    for error in report.errors:
        yield Issue("frictionless", "error", error.message, file=str(path), line=1)
    for task in report.tasks:
        yield from _task(task, tables.get(task.name), path)


def _task(task: Any, table: Table | None, path: Path) -> Iterator[Issue]:
    # frictionless counts records, the header being the first.
    numbers = [getattr(error, "row_number", None) for error in task.errors]
    lines = _lines(table, {number - 2 for number in numbers if number}) if table else {}
    for error, number in zip(task.errors, numbers, strict=True):
        line, file = lines.get((number or 1) - 2, 1), str(table.path if table else path)
        column = getattr(error, "field_name", None)
        yield Issue(f"frictionless/{error.type}", "error", error.message, None, file, line, task.name, column=column)


def _lines(table: Table, wanted: set[int]) -> dict[int, int]:
    """The physical line of each record, whatever its width."""
    found: dict[int, int] = {}
    try:
        for number, record in enumerate(records(table.path, 0, table.delimiter) if wanted else ()):
            if number in wanted:
                found[number] = record.line
    except csv.Error:  # a cell too long for Python's reader: what came before it is placed
        pass
    return found
