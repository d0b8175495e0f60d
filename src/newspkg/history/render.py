"""One diff, told as lines of a changelog, as Markdown and as JSON."""

from __future__ import annotations

import json
import re
import unicodedata
from typing import Any

import polars as pl

from newspkg.history.difference import Diff, TableDiff

NAMED = 5  # rows named one by one; the others are counted
LABELS = ("title", "summary", "name", "speaker_text")
QUIET = ("evidence", "changes", "event_actors", "event_weapons", "event_reports")  # told by number alone
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~!&])")


def plain(value: object) -> str:
    """A value on one line, without control and format characters."""
    text = re.sub(r"\s+", " ", str(value))
    return "".join(character for character in text if unicodedata.category(character) not in ("Cc", "Cf", "Cs"))


def escaped(value: object) -> str:
    """A value that nothing of is live in Markdown; at most 200 characters."""
    text = plain(value)
    return _SPECIAL.sub(r"\\\1", text if len(text) <= 200 else f"{text[:199]}…")


def changelog_lines(diff: Diff) -> tuple[str, ...]:
    """Lines of Markdown without bullets, in the order of publication."""
    schema = [f"{change.text[0].upper()}{change.text[1:]}." for change in diff.schema]
    return (*map(escaped, schema), *(line for table in diff.tables.values() for line in _table(table)))


def _table(table: TableDiff) -> list[str]:
    noun = table.table.replace("_", " ")
    sides = (("added", table.added), ("removed", table.removed))
    rows = [_rows(noun, verb, frame, table.table in QUIET) for verb, frame in sides if frame.height]
    return [*rows, *([_corrected(noun, table)] if table.cells.height else [])]


def _rows(noun: str, verb: str, rows: pl.DataFrame, is_quiet: bool) -> str:
    head = f"{noun}: {rows.height} {verb}"
    return f"{head}." if is_quiet else f"{head}: {_some([_label(row) for row in rows.head(NAMED).to_dicts()], rows.height)}."


def _label(row: dict[str, Any]) -> str:
    key = next(iter(row.values()))
    told = next((row[column] for column in LABELS if row.get(column)), None)
    return f"{escaped(told)} ({escaped(key)})" if told else escaped(key)


def _some(labels: list[str], total: int) -> str:
    return "; ".join(labels) + (f"; and {total - len(labels)} more" if total > len(labels) else "")


def _corrected(noun: str, table: TableDiff) -> str:
    head = f"{noun}: {table.changed_count} corrected"
    cells = table.cells.head(NAMED).to_dicts()
    return f"{head}." if table.table in QUIET else f"{head}: {_some([_cell(cell) for cell in cells], table.cells.height)}."


def _cell(cell: dict[str, Any]) -> str:
    old, new = (escaped(cell[side]) if cell[side] is not None else "nothing" for side in ("old", "new"))
    return f"{escaped(cell['column'])} of {escaped(cell['row_key'])} from {old} to {new}"


def to_markdown(diff: Diff) -> str:
    """The diff as a Markdown list; says so where nothing differs."""
    return "".join(f"- {line}\n" for line in changelog_lines(diff)) or "Nothing differs.\n"


def to_json(diff: Diff) -> str:
    """The whole diff as one JSON object: `schema`, and per table `added`, `removed` (rows), `changed` (cells)."""
    schema = [{"table": change.table, "change": change.text, "weight": change.weight} for change in diff.schema]
    tables = {
        name: {"added": each.added.to_dicts(), "removed": each.removed.to_dicts(), "changed": each.cells.to_dicts()}
        for name, each in diff.tables.items()
    }
    return json.dumps({"schema": schema, "tables": tables}, ensure_ascii=False, indent=2, default=str) + "\n"
