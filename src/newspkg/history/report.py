"""One diff as Markdown, as JSON, and row by row."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import polars as pl

from newspkg.history.compare import Step, steps
from newspkg.history.difference import Diff, TableDiff
from newspkg.history.matching import row_key
from newspkg.history.side import Side
from newspkg.history.words import escaped, label, short

MOST = 50  # rows of a table that Markdown and the terminal show
COLUMNS = ("", "row", "column", "old", "new")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a table of differences: `mark` is `+`, `-` or `~`; `column`, `old` and `new` are texts, None where there is none."""

    mark: str
    row: str
    column: str | None
    old: str | None
    new: str | None


def lines(table: TableDiff, most: int) -> Iterator[Line]:
    """Rows that came and went by their names, then every changed cell; at most `most` of each kind."""
    for mark, rows in (("+", table.added.head(most)), ("-", table.removed.head(most))):
        keys = row_key(rows, table.key or rows.columns[:1]).to_list() if rows.height else []
        for row, key in zip(rows.iter_rows(named=True), keys, strict=True):
            told = label(row) or None
            yield Line(mark, key, None, told if mark == "-" else None, told if mark == "+" else None)
    for row_of, column, old, new in table.cells.head(most).iter_rows():
        yield Line("~", row_of, column, "null" if old is None else old, "null" if new is None else new)


def heading(table: TableDiff) -> str:
    """`events: 1 added, 2 changed`."""
    counts = ((table.added_count, "added"), (table.removed_count, "removed"), (table.changed_count, "changed"))
    return f"{table.table}: {', '.join(f'{count:,} {verb}' for count, verb in counts if count)}"


def left_out(table: TableDiff, most: int) -> int:
    """Lines that are not shown where at most `most` of each kind are."""
    return sum(max(0, count - most) for count in (table.added_count, table.removed_count, table.cell_count))


def to_markdown(diff: Diff, most: int = MOST) -> str:
    """A section a table, each with at most `most` lines of a kind; says so where nothing differs."""
    if diff.is_empty:
        return "Nothing differs.\n"
    schema = "".join(f"- {escaped(change.text)} ({change.weight})\n" for change in diff.schema)
    told = [f"## Schema\n\n{schema}"] if schema else []
    return "\n".join([*told, *(_section(table, most) for table in diff.tables.values())])


def _section(table: TableDiff, most: int) -> str:
    head = f"## {escaped(heading(table))}\n\n|  | row | column | old | new |\n|---|---|---|---|---|\n"
    rows = "".join(_row(line) for line in lines(table, most))
    more = left_out(table, most)
    return f"{head}{rows}" + (f"\n… and {more:,} more.\n" if more else "")


def _row(line: Line) -> str:
    row, column, old, new = ("" if each is None else escaped(each) for each in (line.row, line.column, line.old, line.new))
    return f"| {line.mark if line.mark != '-' else '−'} | {row} | {column} | {old} | {new} |\n"


def to_json(diff: Diff, **told: Any) -> str:
    """One JSON object: `schema`, and per table the counts, `added`, `removed` (rows), `changed` (cells); `is_cut` where not all are held.

    `told` goes in front, as it is.
    """
    schema = [{"table": change.table, "change": change.text, "weight": change.weight} for change in diff.schema]
    tables = {name: _counts(each) | _held(each) for name, each in diff.tables.items()}
    return json.dumps({**told, "schema": schema, "tables": tables}, ensure_ascii=True, indent=2, default=str) + "\n"


def _counts(table: TableDiff) -> dict[str, Any]:
    counts = {"added": table.added_count, "removed": table.removed_count, "changed": table.changed_count, "cells": table.cell_count}
    return {"key": list(table.key), "counts": counts, "is_cut": table.is_cut}


def _held(table: TableDiff) -> dict[str, Any]:
    return {"added": table.added.to_dicts(), "removed": table.removed.to_dicts(), "changed": table.cells.to_dicts()}


def row_lines(old: Side, new: Side) -> Iterator[str]:
    """Every difference as a line of JSON, as it is found: nothing is held, however many there are."""
    return (json.dumps(told, ensure_ascii=True, default=str) for step in steps(old, new) for told in _rows(step))


def _rows(step: Step) -> Iterator[dict[str, Any]]:
    table, key, found = step
    for op, rows in (("removed", found.removed), ("added", found.added)):
        for of, row in zip(_keys(rows, key), rows.iter_rows(named=True), strict=True):
            yield {"table": table, "op": op, "row_key": of, "row": row}
    for (of,), cells in found.cells.group_by("row_key", maintain_order=True):
        told = cells.select("column", "old", "new").to_dicts()
        yield {"table": table, "op": "changed", "row_key": of, "cells": told}


def _keys(rows: pl.DataFrame, key: tuple[str, ...]) -> list[str]:
    return row_key(rows, key or rows.columns[:1]).to_list() if rows.height else []


def shown(line: Line) -> tuple[str, ...]:
    """The cells of a line for a terminal."""
    return tuple("" if each is None else short(each) for each in (line.mark, line.row, line.column, line.old, line.new))
