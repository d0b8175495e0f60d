"""Statements that a colon or an opening quotation mark introduces, and quotations in the sentence behind their cue."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from newspkg.extract.claims.constructions import objects
from newspkg.extract.claims.constructions.before import left_ready, quoted_before
from newspkg.extract.claims.constructions.clauses import that_at
from newspkg.extract.claims.contents.content import body_start, content_span
from newspkg.extract.claims.contents.ends import right_end
from newspkg.extract.claims.frame import has_clause

if TYPE_CHECKING:
    from newspkg.extract.claims.cues import CueHit
    from newspkg.extract.claims.frame import Frame
    from newspkg.extract.claims.reading import Reading
    from newspkg.model import Span

LONGEST_ADJUNCT = 16


def introduced(reading: Reading, hit: CueHit, frame: Frame) -> tuple[Span, ...]:
    """SOURCE said[, on Monday]: "..." or said "..."; with a quotation before the cue too, both are the content."""
    i = frame.stop
    if i >= frame.end or i - frame.after > LONGEST_ADJUNCT:
        return ()
    if has_clause(reading.doc, frame.after, i) or that_at(reading, frame, i) is not None:
        return ()
    if reading.doc[i].text == ":":
        return _behind_colon(reading, hit, frame)
    if reading.doc[i].text == "," and _is_inserted(reading, frame):
        return ()
    return _opened(reading, hit, frame, i + 1 if reading.doc[i].text == "," and i + 1 < frame.end else i)


def _behind_colon(reading: Reading, hit: CueHit, frame: Frame) -> tuple[Span, ...]:
    i = frame.stop
    if objects.is_given(hit, frame) or i + 1 >= frame.end:
        return ()
    is_list = sum(token.text == ";" for token in reading.doc[i : frame.end]) > 1
    span = content_span(reading, i + 1, right_end(reading, hit, i + 1, frame.end, is_list))
    return (*_left_clause(reading, frame), span) if span else ()


def _left_clause(reading: Reading, frame: Frame) -> tuple[Span, ...]:
    """What a clause says before "X said: MORE", where it stands at the sentence's beginning and says it without a cue of its own."""
    start = body_start(reading, frame.start, frame.end)
    if not left_ready(reading, frame) or not has_clause(reading.doc, start, frame.first):
        return ()
    if any(reading.verb_at(i) for i in range(start, frame.first) if reading.is_finite(reading.doc[i])):
        return ()
    span = content_span(reading, start, frame.first)
    return (span,) if span else ()


def _opened(reading: Reading, hit: CueHit, frame: Frame, i: int) -> tuple[Span, ...]:
    """The quotation that opens at token `i`, where it is the statement and not a few words in the midst of one."""
    doc, quote = reading.doc, reading.quote_opening(i)
    is_inside = i > frame.after and doc[i - 1].text not in {",", ":"} and doc[i - 1].pos_ in {"DET", "ADP", "ADJ"}
    has_subject = any(token.dep_ in {"nsubj", "nsubjpass"} and token.i != frame.first for token in doc[frame.after : i])
    is_told_to = any(to.lower_ == "to" and verb.tag_ == "VB" for to, verb in pairwise(doc[frame.after : i]))  # "urged them to go "now""
    if quote is None or is_inside or has_subject or is_told_to:
        return ()
    left = quoted_before(reading, frame)
    _, last = reading.tokens_of(quote)
    if not left and (last + 1 < frame.end - 1 or hit.cue.frames & {"object", "object_as"}) and not _is_speech(reading, last, frame):
        return ()
    span = content_span(reading, i, min(last + 1, frame.end))
    return (*left, span) if span else left


def _is_inserted(reading: Reading, frame: Frame) -> bool:
    """'CLAUSE, SOURCE said, "..."': what stands before the attribution is a clause of its own."""
    opener = reading.doc[frame.start]
    is_clause = opener.pos_ not in {"ADP", "SCONJ"} and opener.tag_ != "VBG" and has_clause(reading.doc, frame.start, frame.first)
    return is_clause and left_ready(reading, frame) and not quoted_before(reading, frame)


def _is_speech(reading: Reading, last: int, frame: Frame) -> bool:
    """Whether a quotation ends as a whole sentence or clause does, and not as a few words quoted inside one."""
    return (
        last >= frame.end - 2
        or reading.doc[last - 1].text in {".", "?", "!", ","}
        or last - frame.stop > 12
        or has_clause(reading.doc, frame.stop + 1, last)
    )


def quotation_behind(reading: Reading, hit: CueHit, frame: Frame) -> tuple[Span, ...]:
    """ "SOURCE agreed. “Nobody told us.”" - a cue that ends its sentence, and a quotation that is the next one."""
    doc, i = reading.doc, frame.end
    if hit.is_participle or hit.cue.condition != "quote" or frame.stop > frame.after + 1 or i >= len(doc):
        return ()
    quote = reading.quote_opening(i)
    if quote is None or reading.doc[frame.end - 1].text != ".":
        return ()
    last = reading.tokens_of(quote)[1]
    ends = doc[last - 1].text in {".", "!", "…"} and (last + 1 >= len(doc) or not doc[last + 1].text[:1].islower())
    span = content_span(reading, i, last + 1) if ends else None
    return (span,) if span else ()
