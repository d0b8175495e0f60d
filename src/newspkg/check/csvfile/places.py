"""Where the cells of a CSV file stand: its records may span lines, and lines are what people and annotations go by."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from io import TextIOWrapper
from itertools import islice
from pathlib import Path

from newspkg.check.csvfile.shape import Shape
from newspkg.check.csvfile.tally import Mark, Tally

QUOTED = re.compile(r'"(?:[^"]|"")*"?[^,]*')
PLAIN = re.compile(r"[^,]*")
HEAD = Mark()
# As frictionless sets it where it is loaded: what is told of a cell must not hang on that.
csv.field_size_limit(2**31 - 1)
LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Place:
    """A 1-based physical line and the 1-based character in it."""

    line: int
    position: int


@dataclass(frozen=True, slots=True)
class Record:
    """A record as it stands in the file: `row` counts the records of the right width, None for one that is not of it."""

    row: int | None
    line: int
    width: int
    text: str

    def place(self, cell: int, delimiter: str = ",") -> Place:
        """Where the cell of that number (from 0) begins."""
        at = cell_start(self.text, cell, delimiter)
        ends = [match.end() for match in LINE_END.finditer(self.text[:at])]
        return Place(self.line + len(ends), at - (ends[-1] if ends else 0) + 1)


def cell_start(text: str, cell: int, delimiter: str = ",") -> int:
    """The offset at which a cell of a record begins; the record's start where it has no such cell."""
    at = 0
    quoted = re.compile(QUOTED.pattern.replace(",", re.escape(delimiter)))
    plain = re.compile(PLAIN.pattern.replace(",", re.escape(delimiter)))
    for _ in range(cell):
        match = (quoted if text.startswith('"', at) else plain).match(text, at)
        at = match.end() + 1 if match else at
        if at > len(text):
            return 0
    return at


def records(path: Path, width: int, delimiter: str = ",", mark: Mark = HEAD) -> Iterator[Record]:
    """Every record behind a mark, of a file's head those below the header. Raises csv.Error on a cell that is too long."""
    with path.open("rb") as binary:
        binary.seek(mark.start)
        file = TextIOWrapper(binary, encoding="utf-8" if mark.start else "utf-8-sig", errors="replace", newline="")
        pending: list[str] = []
        reader = csv.reader(_kept(file, pending), delimiter=delimiter)
        row, line = mark.row, mark.line + 1
        for number, cells in enumerate(reader):
            fits = len(cells) in (width, 0)
            if number or mark.start:
                yield Record(row if fits else None, line, len(cells), "".join(pending))
                row += fits
            line += len(pending)
            pending.clear()


def _kept(lines: Iterable[str], pending: list[str]) -> Iterator[str]:
    """The lines, kept for who asks what a record was made of."""
    for line in lines:
        pending.append(line)
        yield line


def located(shape: Shape, tally: Tally, wanted: Mapping[int, set[int]]) -> dict[tuple[int, int], Place]:
    """The place of each wanted cell, by row and column."""
    found: dict[tuple[int, int], Place] = {}
    for mark, rows in tally.wanted(wanted):
        for record in _lines(shape, mark, rows) if mark.is_lined else _records(shape, mark, rows):
            if record.row is not None:
                found.update({(record.row, cell): record.place(cell, shape.delimiter) for cell in wanted[record.row]})
    return found


def _lines(shape: Shape, mark: Mark, rows: set[int]) -> Iterator[Record]:
    """Those records of a block each line of which is one."""
    with shape.path.open("rb") as file:
        file.seek(mark.start)
        at = mark.row
        for row in sorted(rows):
            line = next(islice(file, row - at, None))
            at = row + 1
            yield Record(row, mark.line + at - mark.row, shape.width, line.decode("utf-8", "replace"))


def _records(shape: Shape, mark: Mark, rows: set[int]) -> Iterator[Record]:
    """Those records of any block."""
    last = max(rows)
    for record in records(shape.path, shape.width, shape.delimiter, mark):
        if record.row in rows:
            yield record
        if record.row == last:
            break


def ragged(shape: Shape, tally: Tally) -> Iterator[Record]:
    """The records of another width."""
    for mark, until in tally.spans():
        left = mark.ragged
        for record in records(shape.path, shape.width, shape.delimiter, mark) if left else ():
            if record.row is None:
                yield record
                left -= 1
            if not left or (until is not None and record.line >= until):
                break
