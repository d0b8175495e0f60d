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
    """How many rows there are, and some records as they stand in the file, with their physical lines; none where all are to be read."""

    rows: int = 0
    texts: list[str] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)

    def cells(self, table: Table) -> list[list[str]]:
        """The header and the records as cells. Raises csv.Error."""
        with table.path.open("rb") as source:
            head = source.readline().decode("utf-8-sig", "replace")
        return [next(csv.reader([text], delimiter=table.delimiter), []) for text in (head, *self.texts)]


def draw(table: Table, most: int) -> Drawn:
    """At most SAMPLE records of a table of more than `most`, the same for the same table. Raises csv.Error."""
    size, delimiter = table.path.stat().st_size, table.delimiter.encode()
    start = header_end(table.path, delimiter) if len(delimiter) == 1 else 0
    pieces: Iterable[Block | Rest] = cut(table.path, start, BLOCK, delimiter) if start else [Rest(0)]
    chance = random.Random(SEED)  # noqa: S311 no secret: the same sample every time
    offsets = sorted((chance.randrange(start, max(size, start + 1)) for _ in range(SAMPLE)), reverse=True)
    drawn, line = Drawn(), 2
    for piece in pieces:
        if isinstance(piece, Rest):
            drawn = _by_records(table)
        else:
            line = _from_block(piece, offsets, drawn, line)
    return drawn if drawn.rows > most else Drawn(drawn.rows)


def _from_block(block: Block, offsets: list[int], drawn: Drawn, line: int) -> int:
    """Draw what begins behind the offsets that lie in a block; the line behind the block."""
    text, at = block.text, 0
    counted = text if block.bare is None else block.bare
    drawn.rows += counted.count(b"\n") + (not counted.endswith(b"\n"))
    while offsets and offsets[-1] < block.start + len(text):
        offset = offsets.pop() - block.start
        if offset < at:
            continue
        begin = _break(text, at, offset)
        end = _break(text, begin, begin)
        if begin < end:
            drawn.lines.append(line + text.count(b"\n", at, begin))
            drawn.texts.append(text[begin:end].decode("utf-8", "replace"))
        line, at = line + text.count(b"\n", at, end), end
    return line + text.count(b"\n", at)


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


def _by_records(table: Table) -> Drawn:
    """The same where only a reader that goes cell by cell can tell the records: the rows that come, each with the same chance."""
    chance = random.Random(SEED)  # noqa: S311
    kept: list[tuple[int, str]] = []
    rows = 0
    for rows, record in enumerate(records(table.path, table.width, table.delimiter), 1):
        if len(kept) < SAMPLE:
            kept.append((record.line, record.text))
        elif (place := chance.randrange(rows)) < SAMPLE:
            kept[place] = (record.line, record.text)
    kept.sort()
    return Drawn(rows, [text for _, text in kept], [line for line, _ in kept])
