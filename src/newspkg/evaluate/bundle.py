"""The evidence of one article's records, by the row that it supports."""

from __future__ import annotations

from collections import defaultdict

from newspkg.model import Records, Span

LONGEST = 80  # characters of a span that names a row


class Grounds:
    """Spans by (table, row_key): those that name the row, and those of one of its columns."""

    def __init__(self, records: Records) -> None:
        self._spans: dict[tuple[str, str], list[tuple[str | None, Span]]] = defaultdict(list)
        for row in records.evidence:
            self._spans[row.table, row.row_key].append((row.column, Span(row.start, row.end)))

    def naming(self, table: str, key: str) -> tuple[Span, ...]:
        """The mentions or triggers of a row, in order."""
        named = {span for column, span in self._spans[table, key] if column is None and span.end - span.start <= LONGEST}
        return tuple(sorted(named, key=lambda span: (span.start, span.end)))

    def content(self, key: str, whole: Span) -> list[Span]:
        """The spans of a claim's content, `whole` where there are none."""
        return [span for column, span in self._spans["claims", key] if column in (None, "content_text")] or [whole]
