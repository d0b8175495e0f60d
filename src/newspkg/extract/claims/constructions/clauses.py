"""Clauses behind their attribution: SOURCE said that CLAUSE, SOURCE said CLAUSE."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newspkg.extract.claims.constructions import objects
from newspkg.extract.claims.constructions.before import left_ready
from newspkg.extract.claims.contents.content import content_span
from newspkg.extract.claims.contents.ends import right_end
from newspkg.extract.claims.contents.occasion import past_occasion
from newspkg.extract.claims.cues import SPEECH
from newspkg.extract.claims.frame import has_clause
from newspkg.extract.claims.reading import FINITE

if TYPE_CHECKING:
    from newspkg.extract.claims.cues import CueHit
    from newspkg.extract.claims.frame import Frame
    from newspkg.extract.claims.reading import Reading
    from newspkg.model import Span

LONGEST_OPENING = 25  # tokens between a cue and its "that"
TIMES = frozenset({"morning", "evening", "night", "day", "afternoon", "week", "month", "year", "time"})
CLAUSE_HEADS = FINITE | {"VBN", "VBG", "VB", "JJ", "NN", "NNS"}


def that_at(reading: Reading, frame: Frame, stop: int) -> int | None:
    """The "that" which opens the content, before any finite verb."""
    for i in range(frame.after, min(stop + 1, frame.end)):
        token = reading.doc[i]
        if token.lower_ == "that" and (token.tag_ == "IN" or token.dep_ == "mark" or _is_told(reading, i - 1)):
            if i + 1 < frame.end and reading.doc[i + 1].lower_ in TIMES:
                continue
            return i if has_clause(reading.doc, i + 1, frame.end) or any(token.tag_ == "VB" for token in reading.doc[i : i + 14]) else None
        if token.tag_ == "VBG" and reading.doc[i - 1].text == ",":
            return _past_insertion(reading, i, frame.end)
        if token.tag_ in FINITE:
            return None
    return None


def _past_insertion(reading: Reading, start: int, end: int) -> int | None:
    """The "that" behind an insertion between commas: "reported, citing two officials, that"."""
    comma = next((i for i in range(start, min(start + LONGEST_OPENING, end)) if reading.doc[i].text == ","), None)
    is_that = comma is not None and comma + 1 < end and reading.doc[comma + 1].lower_ == "that"
    return comma + 1 if comma is not None and is_that and has_clause(reading.doc, comma + 2, end) else None


def _is_told(reading: Reading, i: int) -> bool:
    """Whether token `i` is where or to whom something is said: then a "that" behind it opens the statement."""
    lemma = reading.doc[i].lemma_.lower()
    return lemma in reading.lexicon.words("document") or lemma in reading.lexicon.words("audience")


def that_clause(reading: Reading, hit: CueHit, frame: Frame) -> tuple[Span, ...]:
    """SOURCE said [to someone, on Monday] (that) CLAUSE."""
    start = that_at(reading, frame, min(frame.after + LONGEST_OPENING, frame.end - 1))
    start = start + 1 if start is not None else _parsed_start(reading, hit, frame)
    if start is None:
        return ()
    span = content_span(reading, start, right_end(reading, hit, start, frame.end))
    return (span,) if span else ()


def _parsed_start(reading: Reading, hit: CueHit, frame: Frame) -> int | None:
    """Where the clause begins that the parse takes for the cue's complement."""
    doc = reading.doc
    clause = next((child for child in hit.head.children if child.dep_ == "ccomp" and child.i > frame.after), None)
    if clause is None or clause.tag_ not in CLAUSE_HEADS or not has_clause(doc, frame.after, clause.right_edge.i + 1):
        return None
    has_object = any(child.dep_ == "dobj" and frame.after <= child.i < clause.left_edge.i for child in hit.head.children)
    if hit.cue.frames & objects.OBJECTS and has_object:
        return None
    if clause.i > frame.stop and doc[frame.stop].text in {",", ";", ":", "("} and left_ready(reading, frame):
        return None
    start = max(clause.left_edge.i, frame.after) if clause.tag_ in FINITE else frame.after
    start = next((i + 1 for i in range(start, min(start + 3, frame.end)) if doc[i].lower_ == "that"), start)
    return past_occasion(reading, hit, start, frame.end)


def bare_clause(reading: Reading, hit: CueHit, frame: Frame) -> tuple[Span, ...]:
    """SOURCE said CLAUSE, where the parse does not see the clause."""
    if not has_clause(reading.doc, frame.after, frame.stop):
        return _bare_number(reading, hit, frame)
    start = frame.after
    while start < frame.stop and reading.doc[start].pos_ in {"ADV", "PUNCT"}:
        start += 1
    start = past_occasion(reading, hit, start, frame.end)
    span = content_span(reading, start, right_end(reading, hit, start, frame.end))
    return (span,) if span else ()


def _bare_number(reading: Reading, hit: CueHit, frame: Frame) -> tuple[Span, ...]:
    """ "Kyiv says 40": a number alone is said."""
    if SPEECH not in hit.cue.frames or frame.after >= frame.stop or not reading.doc[frame.after].like_num:
        return ()
    span = content_span(reading, frame.after, frame.stop)
    return (span,) if span else ()
