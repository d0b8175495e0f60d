"""What is known of a file from reading it: how many rows, and where its blocks begin."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a block begins: rows and physical lines before it, its first byte (0: the header), its records of another width.

    `is_lined`: each line of the block is a record of the right width.
    """

    row: int = 0
    line: int = 0
    start: int = 0
    ragged: int = 0
    is_lined: bool = False


@dataclass
class Tally:
    """What was met while reading: records of another width are left out of the frames and counted."""

    rows: int = 0
    ragged: int = 0
    lines: int = 0
    marks: list[Mark] = field(default_factory=list)

    def begin(self, start: int, *, is_lined: bool = False) -> None:
        """A block begins at that byte."""
        self.marks.append(Mark(self.rows, self.lines, start, is_lined=is_lined))

    def add(self, rows: int, lines: int, ragged: int) -> int:
        """Count what was read of the block that was begun last; the number of rows before it."""
        before = self.rows
        self.rows, self.lines, self.ragged = before + rows, self.lines + lines, self.ragged + ragged
        if ragged:
            self.marks[-1] = replace(self.marks[-1], ragged=self.marks[-1].ragged + ragged)
        return before

    def spans(self) -> Iterator[tuple[Mark, int | None]]:
        """Each block with the physical lines before the next one; None for the last."""
        for at, mark in enumerate(self.marks):
            yield mark, self.marks[at + 1].line if at + 1 < len(self.marks) else None

    def wanted(self, rows: Iterable[int]) -> Iterator[tuple[Mark, set[int]]]:
        """The blocks that hold some of the rows, with those."""
        left = sorted(rows, reverse=True)
        for at, mark in enumerate(self.marks):
            until = self.marks[at + 1].row if at + 1 < len(self.marks) else self.rows
            here = set()
            while left and left[-1] < until:
                here.add(left.pop())
            if here:
                yield mark, here
