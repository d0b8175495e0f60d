"""Date expressions of news English with their values: found by a grammar, resolved against the article's day and the running focus."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from newspkg.annotate.dates.reading import Reading
from newspkg.annotate.dates.scan import find
from newspkg.annotate.dates.timeline import lent_years
from newspkg.model import DateMention, Document
from newspkg.specs import Codelists, listed

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["DateAnnotator"]


class DateAnnotator:
    """Annotates the dates of documents. `codelists` gives the first days of wars (`war_anchors`)."""

    def __init__(self, codelists: Codelists) -> None:
        rows = codelists.rows("war_anchors")
        self.wars = {name.lower(): date.fromisoformat(row["start_on"]) for row in rows for name in (row["war"], *listed(row["aliases"]))}

    def __call__(self, document: Document, doc: Doc | None = None) -> tuple[DateMention, ...]:
        """The date expressions of a document in text order, none overlapping. The parse is not needed."""
        return self.dates(document.text, document.article.published_on)

    def dates(self, text: str, published_on: date | None) -> tuple[DateMention, ...]:
        found = lent_years(text, find(text))
        return Reading(text, found, published_on, self.wars).mentions()
