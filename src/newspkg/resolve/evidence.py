"""The ledger of evidence: which span of which article says what of which row."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from newspkg.ids import content_id
from newspkg.model import ArticleReading, EvidenceRecord, Span
from newspkg.model.mention import CodedBy

Emit = Callable[[str, Any], None]  # takes the table's name and one row of it


class Ledger:
    """Collects evidence while rows are made; a span said twice of one cell is kept once.

    `hand_over` gives on what it holds: to be called where nothing more can come of the same rows from the same article.
    """

    def __init__(self, emit: Emit) -> None:
        self._emit = emit
        self._seen: dict[tuple[str, str, str | None, str, int, int], tuple[str, CodedBy]] = {}

    def add(self, table: str, row_key: str, column: str | None, reading: ArticleReading, span: Span, by: CodedBy = "machine") -> None:
        """Note that `span` (offsets into the document's text) supports a row or one of its columns; `by` says who found so."""
        document = reading.annotated.document
        raw = document.to_raw(span)
        self._seen[table, row_key, column, reading.article_id, raw.start, raw.end] = raw.of(document.article.body), by

    def hand_over(self) -> None:
        for key, (text, by) in self._seen.items():
            table, row_key, column, article, start, end = key
            self._emit("evidence", EvidenceRecord(content_id("v", *key), table, row_key, column, article, start, end, text, by))
        self._seen.clear()
