"""How a claim is put: the kind of quotation, the day it was said."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from newspkg.extract.claims.contents.content import is_marked

if TYPE_CHECKING:
    from newspkg.extract.claims.draft import Draft
    from newspkg.extract.claims.reading import Reading
    from newspkg.model import Span
    from newspkg.model.mention import Quotation


def quotation_of(reading: Reading, content: tuple[Span, ...]) -> Quotation:
    """`direct` where all of it stands between quotation marks, `mixed` where a part does."""
    if all(_is_enclosed(reading, span) for span in content):
        return "direct"
    if any(_touches_quote(reading, span) for span in content):
        return "mixed"
    return "indirect"


def _is_enclosed(reading: Reading, span: Span) -> bool:
    first, last = reading.tokens(span)
    outer, inner = reading.quote_at(first), reading.quote_at(last - 1)
    return any(
        quote.inner <= span.start and span.end <= quote.inner_end + 1 for quote in (outer, inner) if quote is not None
    ) and not reading.text[span.start : span.end].startswith(("“", '"', "«"))


def _touches_quote(reading: Reading, span: Span) -> bool:
    text = span.of(reading.text)
    return any(mark in text for mark in '“”"«»') or (
        is_marked(text) and any(q.start < span.end and span.start < q.end for q in reading.quotes)
    )


def said_on(reading: Reading, draft: Draft) -> date | None:
    """The day stated for the saying: in the cue's clause, outside of the content, within a few words of the cue."""
    low, high = reading.sentence(draft.hit.head.i)
    start, end = reading.doc[max(low, draft.hit.start - 6)].idx, reading.doc[min(high, draft.hit.end + 10) - 1].idx + 1
    near = [
        each
        for each in reading.annotated.dates
        if each.precision == "day"
        and each.start is not None
        and start <= each.span.start < end
        and not any(s.overlaps(each.span) for s in draft.content)
    ]
    cue = reading.doc[draft.hit.start].idx
    best = min(near, key=lambda each: abs(each.span.start - cue), default=None)
    return best.start if best is not None else None
