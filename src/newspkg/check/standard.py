"""What frictionless says of a package: whether it keeps the contract that strangers rely on."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newspkg.check.csvfile.places import records
from newspkg.check.safe import at_home, clean
from newspkg.check.sample import SEED, Drawn, Table, draw
from newspkg.model import Checked, Issue
from newspkg.text import Spot

# frictionless stops at 1,000 errors of a resource where it is not told otherwise.
LIMIT = 1_000_000


@dataclass(frozen=True)
class Question:
    """A package: its descriptor, its tables, the file that describes it; of tables with more than `most` rows a sample is read."""

    descriptor: Mapping[str, Any]
    tables: tuple[Table, ...]
    path: Path
    most: int


@dataclass(frozen=True)
class Answer:
    """What frictionless finds, and on what it looked."""

    issues: list[Issue]
    checked: list[Checked]


def ask(question: Question) -> Answer:
    """What frictionless says of a package. Nothing outside of it is read."""
    samples = {table.name: drawn for table in question.tables if (drawn := _sample(table, question.most)).texts}
    package = {key: value for key, value in at_home(question.descriptor).items() if key not in ("resources", "profile")}
    resources = [clean(table, set(samples), samples.get(table.name)) for table in question.tables]
    tables = {table.name: table for table in question.tables}
    issues = list(_validate(package, resources, tables, samples, question.path))
    return Answer(issues, [_looked(table, samples.get(table.name)) for table in question.tables])


def _sample(table: Table, most: int) -> Drawn:
    """What is drawn of a long table. One that only frictionless checks is read whole."""
    try:
        return draw(table, most) if table.is_known else Drawn()
    except csv.Error:  # a cell too long for Python's reader, which frictionless has too
        return Drawn()


def _looked(table: Table, drawn: Drawn | None) -> Checked:
    if drawn is None:
        return Checked(str(table.path), "frictionless", "the descriptor and all rows")
    what = f"the descriptor and a sample of the rows (seed {SEED}), foreign keys to longer tables left out"
    return Checked(str(table.path), "frictionless", what, len(drawn.texts))


def _validate(
    package: Mapping[str, Any],
    resources: Sequence[Mapping[str, Any]],
    tables: Mapping[str, Table],
    samples: Mapping[str, Drawn],
    path: Path,
) -> Iterator[Issue]:
    from frictionless import FrictionlessException, Package

    try:
        whole = Package.from_descriptor({**package, "resources": list(resources)}, basepath=str(path.parent))
        report = whole.validate(limit_errors=LIMIT)
    except FrictionlessException as fault:
        for error in [fault.error, *fault.reasons]:
            yield Issue("frictionless", "error", error.message, file=str(path), line=Spot(1, 1))
        return
    except Exception as fault:  # its own failures on a descriptor that is not what it should be
        message = f"frictionless fails ({type(fault).__name__}); expected a data package"
        yield Issue("frictionless", "error", message, file=str(path), line=Spot(1, 1))
        return
    for error in report.errors:
        yield Issue("frictionless", "error", error.message, file=str(path), line=Spot(1, 1))
    for task in report.tasks:
        yield from _task(task, tables.get(task.name), samples.get(task.name), path)


def _task(task: Any, table: Table | None, drawn: Drawn | None, path: Path) -> Iterator[Issue]:
    # frictionless counts records, the header being the first.
    numbers = [getattr(error, "row_number", None) for error in task.errors]
    wanted = {number - 2 for number in numbers if number}
    lines = {} if table is None else drawn.lines(table.path, wanted) if drawn else _lines(table, wanted)
    for error, number in zip(task.errors, numbers, strict=True):
        line, file = lines.get((number or 1) - 2, 1), str(table.path if table else path)
        column = getattr(error, "field_name", None)
        yield Issue(f"frictionless/{error.type}", "error", error.message, None, file, line, task.name, column=column)


def _lines(table: Table, wanted: set[int]) -> dict[int, int]:
    """The physical line of each record, whatever its width."""
    try:
        found = enumerate(records(table.path, 0, table.delimiter) if wanted else ())
        return {number: record.line for number, record in found if number in wanted}
    except csv.Error:  # a cell too long for Python's reader
        return {}
