"""A sample of the rows of a table that is too long for frictionless: drawn by seeded offsets, in one pass, whatever the table's length."""

from __future__ import annotations

import csv
import random
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from newspkg.check.csvfile.blocks import Block, Rest, cut, header_end
from newspkg.check.csvfile.places import records

SAMPLE, SEED = 1_000, 0
BLOCK = 1 << 22


@dataclass(frozen=True)
class Table:
    """A CSV resource: its file, its descriptor, its number of columns; `is_known`: the compiled checks check it too."""

    name: str
    path: Path
    resource: dict[str, Any]
    width: int
    is_known: bool
    delimiter: str = ","


@dataclass
class Drawn:
    """Some records as they stand in the file, and the bytes or the lines at which they begin; none where all rows are to be read."""

    texts: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    told: list[int] = field(default_factory=list)

    def lines(self, path: Path, wanted: Iterable[int]) -> dict[int, int]:
        """The physical lines of the records of those numbers."""
        found, line, at = dict(enumerate(self.told)), 1, 0
        with path.open("rb") as source:
            for number in sorted(set(wanted) & set(range(len(self.starts)))):
                while at < self.starts[number]:
                    block = source.read(min(BLOCK, self.starts[number] - at))
                    line, at = line + block.count(b"\n"), at + len(block)
                found[number] = line
        return found

    def cells(self, table: Table) -> list[list[str]]:
        """The header and the records as cells."""
        with table.path.open("rb") as source:
            head = source.readline().decode("utf-8-sig", "replace")
        return [_cells(text, table.delimiter) for text in (head, *self.texts)]


def _cells(text: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([text], delimiter=delimiter), [])
    except csv.Error:  # a cell too long for Python's reader, which the compiled checks tell of on the same line
        return [text[:100]]


def draw(table: Table, most: int) -> Drawn:
    """At most SAMPLE records of a table of more than `most`, the same for the same table. Raises csv.Error."""
    size, delimiter = table.path.stat().st_size, table.delimiter.encode()
    start = header_end(table.path, delimiter) if len(delimiter) == 1 else 0
    pieces: Iterable[Block | Rest] = cut(table.path, start, BLOCK, delimiter) if start else [Rest(0)]
    chance = random.Random(SEED)  # noqa: S311 no secret: the same sample every time
    offsets = sorted((chance.randrange(start, max(size, start + 1)) for _ in range(SAMPLE)), reverse=True)
    drawn, rows = Drawn(), 0
    for piece in pieces:
        if isinstance(piece, Rest):
            return _by_records(table, most)
        if rows <= most:
            rows += piece.text.count(b"\n") if piece.bare is None else piece.bare.count(b"\n")
        _from_block(piece, offsets, drawn)
    return drawn if rows > most else Drawn()


def _from_block(block: Block, offsets: list[int], drawn: Drawn) -> None:
    """Draw what begins behind the offsets that lie in a block."""
    text, at = block.text, 0
    while offsets and offsets[-1] < block.start + len(text):
        offset = offsets.pop() - block.start
        if offset < at:
            continue
        begin = _break(text, at, offset)
        at = _break(text, begin, begin)
        if begin < at:
            drawn.starts.append(block.start + begin)
            drawn.texts.append(text[begin:at].decode("utf-8", "replace"))


def _break(text: bytes, at: int, to: int) -> int:
    """Behind the first line break from `to` on that ends a record; `at` is where one begins."""
    odd, end = 0, at
    while end < len(text):
        found = text.find(b"\n", max(to, end)) + 1 or len(text)
        odd ^= text.count(b'"', end, found) % 2
        end = found
        if not odd:
            break
    return end


def _by_records(table: Table, most: int) -> Drawn:
    """The same where only a reader that goes cell by cell can tell the records: of those that come each has the same chance."""
    chance = random.Random(SEED)  # noqa: S311
    kept: list[tuple[int, str]] = []
    rows = 0
    for rows, record in enumerate(records(table.path, table.width, table.delimiter), 1):
        if len(kept) < SAMPLE:
            kept.append((record.line, record.text))
        elif (place := chance.randrange(rows)) < SAMPLE:
            kept[place] = (record.line, record.text)
    kept.sort()
    return Drawn([text for _, text in kept], [], [line for line, _ in kept]) if rows > most else Drawn()
