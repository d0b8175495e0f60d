"""Corrections laid over what the machine found; one that no longer fits fails loudly, so that none lingers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from newspkg.coding.coding import CodedRow, Coding
from newspkg.coding.draft import Drafted, Found, draft
from newspkg.coding.form import CORRECTING
from newspkg.coding.values import shown
from newspkg.errors import DataError
from newspkg.model import ArticleReading, ClaimMention, Issue, Span

NOTHING = "nothing"  # `expect: nothing`: the machine finds no such row


class Corrected:
    """The rows of an article after its corrections: `rows` to be put in, and the machine's mentions that stay as they are."""

    def __init__(self, coding: Coding, reading: ArticleReading, path: str) -> None:
        self.path = path
        self.issues: list[Issue] = []
        self.kept: dict[str, list[Found]] = {}
        self.rows: dict[str, list[CodedRow]] = {}
        for table, drafted in draft(reading).items():
            self._table(table, coding.table(table), drafted)

    def stop_on_faults(self) -> None:
        """Raise DataError with every correction that does not fit."""
        if self.issues:
            first = self.issues[0]
            raise DataError(f"{first.file}:{first.line}: {first.message}; {first.hint}", self.issues)

    def _table(self, table: str, rows: Sequence[CodedRow], drafted: Sequence[Drafted]) -> None:
        self.rows[table] = []
        touched: set[int] = set()
        for row in rows:
            number = _nearest(row, drafted)
            self._expect(table, row, drafted[number].values if number is not None else None)
            if number is not None:
                touched.add(number)
            if row["remove"] is not True:
                self.rows[table].append(_merged(table, row, drafted[number] if number is not None else None))
        self.kept[table] = [mention for at, each in enumerate(drafted) if at not in touched for mention in each.mentions]

    def _expect(self, table: str, row: CodedRow, found: dict[str, Any] | None) -> None:
        """Hold what the row expects against what the machine found."""
        expected = row["expect"]
        line = getattr(row.values, "spots", {}).get("expect", row.line)
        if found is None and expected != NOTHING:
            self._fault(
                table, row, line, "the machine finds no such row there any more", "write `expect: nothing`, or take the correction out"
            )
        elif found is not None and expected == NOTHING:
            name = shown(found.get("name") or found.get("subtype") or found.get("type"))
            self._fault(
                table, row, line, f"the machine does find {name} there now", "name what it finds in `expect`, or take the correction out"
            )
        elif isinstance(expected, dict) and found is not None:
            for column, value in expected.items():
                if _plain(found.get(column)) != _plain(value):
                    message = f"{column} is {shown(found.get(column))} now; the correction expects {shown(value)}"
                    at = getattr(expected, "spots", {}).get(column, line)
                    self._fault(table, row, at, message, "read the article again, then mend `expect` or take the correction out")
        elif expected != NOTHING:
            self._fault(
                table, row, line, f"expect is {shown(expected)}; a mapping of columns is expected", "write `expect: {column: value}`"
            )

    def _fault(self, table: str, row: CodedRow, line: int, message: str, hint: str) -> None:
        where = f"{table} {shown(row['id'])}: " if row["id"] else f"{table}: "
        self.issues.append(Issue("correction", "error", where + message, hint, self.path, line))


def _nearest(row: CodedRow, drafted: Sequence[Drafted]) -> int | None:
    """The drafted row with most of the row's spans."""
    shared = [(sum(span.overlaps(other) for span in row.spans for other in each.spans), -at) for at, each in enumerate(drafted)]
    most = max(shared, default=(0, 0))
    return -most[1] if most[0] else None


def _merged(table: str, row: CodedRow, found: Drafted | None) -> CodedRow:
    """The machine's row with the columns that the correction writes; a claim's content is the correction's, other spans are joined."""
    written = {name: value for name, value in row.values.items() if name not in CORRECTING}
    if found is None:
        return replace(row, values=written)
    spans: tuple[Span, ...] = row.spans if table == "claims" else tuple(sorted({*row.spans, *found.spans}))
    speaker, cue = row.speaker_spans, row.cue_spans
    if isinstance(claim := found.mentions[0], ClaimMention):
        speaker, cue = speaker or (claim.speaker,), cue or (claim.cue,)
    return CodedRow({**found.values, **written}, spans, speaker, cue, row.line)


def _plain(value: Any) -> Any:
    """Values as they compare: numbers and words by their text, lists and mappings by their parts, nothing as None."""
    if isinstance(value, dict):
        return {name: _plain(each) for name, each in value.items() if each is not None}
    if isinstance(value, (list, tuple)):
        return [_plain(each) for each in value] or None
    return None if value in (None, "") else str(value)
