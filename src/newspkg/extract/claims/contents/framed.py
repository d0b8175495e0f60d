"""The clause that a phrase like "according to SOURCE" frames."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newspkg.extract.claims.contents.content import body_start, content_span
from newspkg.extract.claims.cues import SLOT, SPEECH
from newspkg.extract.claims.speakers.shared import is_past

if TYPE_CHECKING:
    from newspkg.extract.claims.cues import Cue
    from newspkg.extract.claims.reading import Reading
    from newspkg.model import Span

RELATIVE = frozenset({"who", "which", "whose"})


def framed(reading: Reading, cue: Cue, first: int, after: int) -> tuple[Span, ...]:
    """What the phrase at the tokens `first` to `after` frames: the clause behind it, else the one before it and its rest."""
    start, end = reading.sentence(first)
    begin = body_start(reading, start, end)
    if first <= begin + 1:
        return _only(content_span(reading, after, _clause_stop(reading, after, end)))
    quote = reading.quote_opening(after + 1) if after + 1 < end and reading.doc[after].text == "," else None
    if quote is not None and SLOT in cue.words:  # ", as X put it, “...”"
        return _only(content_span(reading, after + 1, reading.tokens_of(quote)[1] + 1))
    span = content_span(reading, _left_bound(reading, begin, first), first)
    more = _more(reading, span, after, end)
    return (*_only(span), *more)


def _left_bound(reading: Reading, start: int, first: int) -> int:
    """Behind a semicolon; behind the relative pronoun in "which, according to SOURCE, used gas"."""
    if reading.doc[first - 2].lower_ in RELATIVE and reading.doc[first - 1].text == "," and first - 2 > start:
        return first
    return next((i + 1 for i in range(first - 1, start, -1) if reading.doc[i].text == ";" and reading.quote_at(i) is None), start)


def _clause_stop(reading: Reading, after: int, end: int, marks: str = ";") -> int:
    return next((i for i in range(after, end) if reading.doc[i].text in marks and reading.quote_at(i) is None), end)


def _more(reading: Reading, span: Span | None, after: int, end: int) -> tuple[Span, ...]:
    """The rest of a clause that the phrase interrupts: where no verb stands before it."""
    if after >= end - 1 or reading.doc[after].text != ",":
        return ()
    if span is None:
        return _only(content_span(reading, after + 1, _clause_stop(reading, after + 1, end, ";:,")))
    if reading.doc[after + 1].lower_ in RELATIVE or (_is_whole(reading, span, after) and not _shares_subject(reading, span, after + 1)):
        return ()
    return _only(content_span(reading, after + 1, _clause_stop(reading, after + 1, end, ";:")))


def _shares_subject(reading: Reading, span: Span, i: int) -> bool:
    """Whether the clause goes on with a further predicate: "had attacked twice, according to X, and left 30 dead"."""
    doc = reading.doc
    if doc[i].lower_ not in {"and", "but"} or i + 1 >= len(doc):
        return False
    verb = next((doc[j] for j in range(i + 1, min(i + 3, len(doc))) if doc[j].pos_ != "ADV"), doc[i])
    first, last = reading.tokens(span)
    is_verb = reading.is_finite(verb) or (is_past(verb) and verb.tag_ == "VBN")
    return is_verb and reading.verb_at(verb.i) is None and any(reading.is_finite(token) for token in doc[first:last])


def _speaks(reading: Reading, i: int) -> bool:
    hit = reading.lexicon.verb_at(reading.doc, i)
    return hit is not None and SPEECH in hit.cue.frames


def _is_whole(reading: Reading, span: Span, after: int) -> bool:
    """Whether a finite verb stands in the span, other than an auxiliary cut off from its verb ("were, according to X, invented")."""
    first, last = reading.tokens(span)
    tail = reading.doc[last - 1]
    is_cut = tail.pos_ == "AUX" and tail.head.i > after
    return not is_cut and any(reading.is_finite(token) for token in reading.doc[first:last])


def _only(span: Span | None) -> tuple[Span, ...]:
    return () if span is None else (span,)
