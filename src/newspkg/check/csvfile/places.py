"""Where the cells of a CSV file stand: its records may span lines, and lines are what people and annotations go by."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

QUOTED = re.compile(r'"(?:[^"]|"")*"?[^,]*')
PLAIN = re.compile(r"[^,]*")
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

    def place(self, cell: int) -> Place:
        """Where the cell of that number (from 0) begins."""
        at = cell_start(self.text, cell)
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


def records(path: Path, width: int, delimiter: str = ",") -> Iterator[Record]:
    """Every record below the header. Raises csv.Error on a cell that is too long."""
    pending: list[str] = []
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:

        def lines() -> Iterator[str]:
            for line in file:
                pending.append(line)
                yield line

        row, line = 0, 1
        for number, cells in enumerate(csv.reader(lines(), delimiter=delimiter)):
            fits = len(cells) in (width, 0)
            if number:
                yield Record(row if fits else None, line, len(cells), "".join(pending))
                row += fits
            line += len(pending)
            pending.clear()


def located(
    path: Path, wanted: Mapping[int, set[int]], rows: int, ragged: int, width: int, delimiter: str = ","
) -> dict[tuple[int, int], Place]:
    """The place of each wanted cell, by row and column."""
    if not wanted:
        return {}
    found: dict[tuple[int, int], Place] = {}
    last = max(wanted)
    plain = None if ragged else simple_records(path, rows, width)
    for record in plain or records(path, width, delimiter):
        row = record.row
        if row is not None and row in wanted:
            found.update({(row, cell): record.place(cell) for cell in wanted[row]})
        if row == last:
            break
    return found


def simple_records(path: Path, rows: int, width: int) -> Iterator[Record] | None:
    """The records of a file with one on each line; None where records span lines."""
    return _simple(path, width) if _lines(path) == rows + 1 else None


def _simple(path: Path, width: int) -> Iterator[Record]:
    """The records of a file with one on each line."""
    with path.open(encoding="utf-8-sig", errors="replace", newline="\n") as file:
        next(file)
        for row, text in enumerate(file):
            yield Record(row, row + 2, width, text)


def _lines(path: Path) -> int:
    """Physical lines of a file; -1 where a carriage return might end one too."""
    count, last = 0, b"\n"
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            if b"\r" in block:
                return -1
            count += block.count(b"\n")
            last = block[-1:]
    return count + (last != b"\n")
