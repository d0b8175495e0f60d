"""The checks of CSV files that refer to each other, from the first reading to the issues."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import polars as pl

from newspkg.check.csvfile.header import Unreadable, matched, read_header
from newspkg.check.csvfile.issues import issues_of, missing_target, ragged_issues
from newspkg.check.csvfile.keys import dangling, place, repeated, targets
from newspkg.check.csvfile.layout import Columns, Layout
from newspkg.check.csvfile.places import located
from newspkg.check.csvfile.reading import batches
from newspkg.check.csvfile.scan import Scan
from newspkg.check.csvfile.tally import Tally
from newspkg.model import Issue
from newspkg.specs import TableSpec

MOST = 100_000  # faults of one column and check that are placed one by one; the others are counted


@dataclass(frozen=True)
class CsvFile:
    """A CSV file and what it should be."""

    path: Path
    table: TableSpec
    delimiter: str = ","


def check_csv(files: Mapping[str, CsvFile], *, most: int = MOST) -> tuple[list[Issue], dict[str, int]]:
    """Every issue of the files, by the names that foreign keys call them, and how many rows of each were checked.

    Memory is bounded by the batches, eight bytes a row for each key, and the different values of foreign keys. Raises EnvironmentFault.
    """
    issues: list[Issue] = []
    scans: dict[str, Scan] = {}
    for name in _targets_first(files):
        scan = _scan(name, files, scans, issues, most)
        if scan is not None:
            scans[name] = scan
    for name in (each for each in files if each in scans):
        issues += _of_scan(files[name], scans[name], scans)
    return issues, {name: scan.tally.rows for name, scan in scans.items()}


def _targets_first(files: Mapping[str, CsvFile]) -> list[str]:
    """The files, those that others refer to before those, as far as they do not refer to each other."""
    ordered: list[str] = []
    while rest := [name for name in files if name not in ordered]:
        free = [name for name in rest if not {key.table for key in files[name].table.foreign_keys} & set(rest) - {name}]
        ordered += free or rest[:1]
    return ordered


def _scan(name: str, files: Mapping[str, CsvFile], scans: Mapping[str, Scan], issues: list[Issue], most: int) -> Scan | None:
    """The first reading of a file; None, with the issue, where it can't be read as the table that it should be."""
    file, faults = files[name], list[Issue]()
    try:
        table = matched(read_header(file.path, file.delimiter), file.table, faults)
        issues += [replace(fault, file=str(file.path)) for fault in faults]
        if table is None:
            return None
        wanted = {columns for columns in _referenced(name, files) if set(columns) <= set(table.column_names)}
        scan = Scan(Layout(table), most, wanted, targets(Layout(table), scans))
        scan.read(file.path, file.delimiter)
    except Unreadable as fault:
        issues.append(fault.issue)
        return None
    return scan


def _batches(file: CsvFile, scan: Scan, tally: Tally) -> Iterator[tuple[int, pl.DataFrame]]:
    return batches(scan.layout.shape(file.path, file.delimiter), tally)


def _referenced(name: str, files: Mapping[str, CsvFile]) -> set[Columns]:
    """The columns of the file that foreign keys refer to."""
    return {key.reference_columns for file in files.values() for key in file.table.foreign_keys if key.table == name}


def _of_scan(file: CsvFile, scan: Scan, scans: Mapping[str, Scan]) -> Iterator[Issue]:
    twice, lost = repeated(scan), dangling(scan, scans)
    if twice or lost:
        place(scan, _batches(file, scan, Tally()), twice, lost)
    yield from missing_target(scan.layout, scans, str(file.path))
    wanted: dict[int, set[int]] = {}
    for fault in scan.faults:
        wanted.setdefault(fault.row, set()).add(fault.column or 0)
    shape = scan.layout.shape(file.path, file.delimiter)
    try:
        places = located(shape, scan.tally, wanted)
        ragged = list(ragged_issues(shape, scan.layout.table.name, scan.tally))
    except csv.Error:  # a cell too long for Python's reader, which is told already
        places, ragged = {}, []
    yield from ragged
    yield from issues_of(scan, str(file.path), places, scans)
