"""Numbers in words and figures with what they count: "at least 31 of the 36 drones", "two dozen", "3.5 million", "190 miles"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newspkg.annotate.number_words import numbers
from newspkg.annotate.numerals import Number
from newspkg.annotate.qualifiers import qualified
from newspkg.annotate.quantity_heads import HeadFinder
from newspkg.model import Document, QuantityMention, Span
from newspkg.specs import Codelists, listed

if TYPE_CHECKING:
    from spacy.tokens import Doc


class QuantityAnnotator:
    """Document and its Doc -> quantities in text order. `value` is None for "dozens", "scores", "hundreds".

    A measure's `unit` is the code of the codelist `units`; otherwise it is the lemma of the noun counted.
    Dates, times, ages, designations and scores of games are no quantities.
    """

    def __init__(self, codelists: Codelists) -> None:
        rows = codelists.rows("units")
        self.heads = HeadFinder({name.lower(): row["code"] for row in rows for name in (row["code"], *listed(row["names"]))})

    def __call__(self, document: Document, doc: Doc) -> tuple[QuantityMention, ...]:
        found = numbers(doc)
        out = []
        for place, number in enumerate(found):
            if place and self._is_total(doc, found[place - 1], number):
                continue
            out.append(self._mention(doc, number, found[place + 1] if place + 1 < len(found) else None))
        return tuple(mention for mention in out if mention is not None)

    def _is_total(self, doc: Doc, part: Number, whole: Number) -> bool:
        """ "31 of (the|its) 36", "60 out of 70": the second number belongs to the first."""
        between = [token.lower_ for token in doc[part.last : whole.first]]
        between = between[1:] if between[:1] == ["out"] else between
        return between[:1] == ["of"] and all(
            word in ("the", "its", "their", "those", "these", "all", "some", "about", "at", "least") for word in between[1:]
        )

    def _mention(self, doc: Doc, number: Number, after: Number | None) -> QuantityMention | None:
        whole = after if after is not None and self._is_total(doc, number, after) else None
        counted = whole or number
        head, unit = self.heads(doc, counted)
        qualifier, first = qualified(doc, number, head)
        span = Span(doc[first].idx, doc[counted.last - 1].idx + len(doc[counted.last - 1]))
        value, total = number.value, whole.value if whole else None
        if number.is_all_but and value is not None and total is not None:
            value = total - value
        return QuantityMention(span, value, unit, qualifier, head, total)
