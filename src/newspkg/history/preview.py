"""What a change would do to the published tables, told short enough for a comment on a pull request, worst first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newspkg.history.corrections import COUNTED, PLACE
from newspkg.history.difference import Diff, TableDiff
from newspkg.history.render import TIES
from newspkg.history.report import Line, heading, lines
from newspkg.history.words import escaped, listing, noun

LINES = 40  # that a preview shows
CHARACTERS = 60_000  # of a comment; GitHub takes 65,536
MOST = 1_000  # lines of a kind and table that are ranked
ORDER = ("events", "claims", "weapons", "actors", "articles")
HEAD = "| | table | row | column | published | here | said by |\n|---|---|---|---|---|---|---|\n"
MARKS = {"-": "−", "~": "~", "+": "+"}


@dataclass(frozen=True, slots=True)
class Ranked:
    """A line with what it is ranked by: what is lost before what is altered before what is new, events before all else."""

    rank: tuple[int, int]
    table: str
    line: Line


def preview_markdown(found: Diff, base: str | None, version: str, reasons: Sequence[str], most: int = LINES) -> str:
    """The rows and cells that differ from the version `base`, as Markdown of at most `most` lines; `version` is what publishing would make.

    Values that only follow from other rows (counts, offsets, summaries) and rows that tie rows together are counted, not listed.
    """
    if base is not None and found.is_empty:
        return f"### newspkg preview\n\nNothing in the published tables would change; version {escaped(base)} stands.\n"
    title = f"### newspkg preview: {escaped(base or 'nothing published')} → {escaped(version)}\n\n"
    why = f"{listing([escaped(each) for each in reasons], len(reasons), 5)}.\n\n" if reasons else ""
    schema = "".join(f"- {escaped(change.text)} ({change.weight})\n" for change in found.schema)
    counts = "".join(f"- {escaped(heading(table))}\n" for table in found.tables.values())
    return title + why + (f"{schema}\n" if schema else "") + f"{counts}\n" + _table(found, most)


def _table(found: Diff, most: int) -> str:
    ranked = sorted((each for table in found.tables.values() for each in _ranked(table)), key=lambda each: each.rank)
    said = _said(found)
    told, size, shown = HEAD, len(HEAD), 0
    for each in ranked[:most]:
        row = _row(each, said)
        if size + len(row) > CHARACTERS:
            break
        told, size, shown = told + row, size + len(row), shown + 1
    left = len(ranked) - shown
    more = f"\n… and {left:,} more; `newspkg diff` lists them all.\n" if left else ""
    return (told if shown else "") + more + _consequences(found)


def _ranked(table: TableDiff) -> Iterator[Ranked]:
    if table.table in (*TIES, "changes"):
        return
    at = ORDER.index(table.table) if table.table in ORDER else len(ORDER)
    for line in lines(table, MOST):
        if line.column in COUNTED:
            continue
        kind = {"-": 0, "+": 3}.get(line.mark, 2 if line.column in PLACE else 1)
        yield Ranked((kind, at), table.table, line)


def _said(found: Diff) -> dict[tuple[str, str, str | None], str]:
    """The words that the new evidence gives for a cell or row."""
    evidence = found.tables.get("evidence")
    if evidence is None or not evidence.added.height:
        return {}
    rows = evidence.added.select("table", "row_key", "column", "article_id", "text").iter_rows()
    return {(table, row, column): f"{article}: “{text}”" for table, row, column, article, text in rows}


def _row(each: Ranked, said: dict[tuple[str, str, str | None], str]) -> str:
    line = each.line
    words = said.get((each.table, line.row, line.column)) or (said.get((each.table, line.row, None)) if line.mark == "+" else None)
    cells = (each.table, line.row, line.column, line.old, line.new, words)
    return f"| {MARKS[line.mark]} | {' | '.join('' if cell is None else escaped(cell) for cell in cells)} |\n"


def _consequences(found: Diff) -> str:
    """What follows from the rows above, by number alone."""
    tied = [
        noun(name, table.added_count + table.removed_count + table.changed_count) for name, table in found.tables.items() if name in TIES
    ]
    return f"\nRows that tie these together: {', '.join(tied)}.\n" if tied else ""
