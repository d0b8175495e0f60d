"""The faults of a file as issues, in the order of their lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from newspkg.check.csvfile.layout import Layout
from newspkg.check.csvfile.places import Place, ragged
from newspkg.check.csvfile.scan import Fault, Scan
from newspkg.check.csvfile.shape import Shape
from newspkg.check.csvfile.tally import Tally
from newspkg.check.hints import hint, meant, shown
from newspkg.model import Issue
from newspkg.specs import ColumnSpec

MEANT = 5_000  # values of another table among which the one that was meant is looked for
AGAIN = ("unique", "uniqueKeys")


def issues_of(scan: Scan, file: str, places: Mapping[tuple[int, int], Place], others: Mapping[str, Scan]) -> Iterator[Issue]:
    """An issue for each fault, and one for those of each check that were only counted."""
    known = _known(scan, others)
    for fault in sorted(scan.faults, key=lambda each: (each.row, each.column or 0)):
        place = places.get((fault.row, fault.column or 0))
        yield _issue(fault, scan.layout, file, place, known)
    placed = Counter((fault.column, fault.check) for fault in scan.faults)
    for (number, check), count in scan.counts.items():
        if rest := count - placed[number, check]:
            column = None if number is None else scan.layout.table.columns[number].name
            message = f"{rest:,} more of {check} in {scan.layout.table.name}{f'.{column}' if column else ''}; expected none"
            yield Issue(check, "error", message, "correct those before and run it again", file, table=scan.layout.table.name, column=column)


def _known(scan: Scan, others: Mapping[str, Scan]) -> dict[int, list[str]]:
    """For each column that refers to others and fails to, by its number, the values that it might have meant."""
    failing = {fault.column for fault in scan.faults if fault.check == "foreignKeys"}
    found = {}
    for key in scan.layout.foreign_keys:
        number = scan.layout.number[key.columns[0]]
        if len(key.columns) == 1 and number in failing and key.table in others:
            found[number] = [str(each) for (each,) in others[key.table].keys_told(key.reference_columns).head(MEANT).iter_rows()]
    return found


def _issue(fault: Fault, layout: Layout, file: str, place: Place | None, known: Mapping[int, list[str]]) -> Issue:
    column = None if fault.column is None else layout.table.columns[fault.column]
    called = ", ".join(fault.columns) or (column.name if column else None)
    name = f"{layout.table.name}.{called}" if called else layout.table.name
    found = "empty" if fault.found is None else shown(fault.found)
    again = " again" if fault.check in AGAIN or (fault.check == "primaryKey" and fault.expected == "each once") else ""
    return Issue(
        fault.check,
        "error",
        f"{name} is {found}{again}; expected {fault.expected}",
        _advice(fault, column, known) if column else "remove the row",
        file,
        place.line if place else None,
        layout.table.name,
        fault.key or None,
        called,
        place.position if place else None,
        None if fault.found is None else fault.found[:1000],
        fault.expected,
    )


def _advice(fault: Fault, column: ColumnSpec, known: Mapping[int, list[str]]) -> str | None:
    others = known.get(fault.column, []) if fault.check == "foreignKeys" and fault.column is not None else []
    near = meant(fault.found, others) if fault.found else None
    return near or hint(fault.found, fault.check, column)


def ragged_issues(shape: Shape, table: str, tally: Tally) -> Iterator[Issue]:
    """Records with more or fewer cells than columns."""
    for record in ragged(shape, tally):
        width = shape.width
        message, place = (
            f"{record.width} cells; expected {width}",
            record.place(width if record.width > width else record.width - 1, shape.delimiter),
        )
        advice = "quote a cell that holds a comma" if record.width > width else "write a comma for each empty cell; close the quotes"
        yield Issue("cells", "error", message, advice, str(shape.path), place.line, table, position=place.position)


def missing_target(layout: Layout, scans: Mapping[str, Scan], file: str) -> Iterator[Issue]:
    """Foreign keys to a table that is not among the files."""
    for key in layout.foreign_keys:
        if key.table not in scans:
            message = f"{layout.table.name} refers to {key.table}, which is missing or can't be read; expected the table"
            yield Issue("foreignKeys", "error", message, None, file, table=layout.table.name, column=", ".join(key.columns))
