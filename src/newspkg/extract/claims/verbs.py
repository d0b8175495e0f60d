"""Verbal cues: quotations and clauses around "said", objects of "condemned", infinitives of "vowed"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newspkg.extract.claims import objects
from newspkg.extract.claims.content import body_start, content_span, left_start, right_end
from newspkg.extract.claims.draft import Draft
from newspkg.extract.claims.frame import FINITE, Frame, frame_of, has_clause, has_verb
from newspkg.extract.claims.speaker import speaker_of
from newspkg.extract.claims.subject import subject_of
from newspkg.extract.claims.veto import is_vetoed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newspkg.extract.claims.cues import CueHit
    from newspkg.extract.claims.reading import Reading
    from newspkg.model import Span

CLAUSAL = frozenset({"clause", "addressee_clause"})
LONGEST_ADJUNCT = 16


def find(reading: Reading) -> Iterator[Draft]:
    """A draft for every verbal cue that has a speaker and content."""
    hits = list(_hits(reading))
    for hit in hits:
        draft = _draft(reading, hit, [each.head.i for each in hits])
        if draft is not None:
            yield draft


def _hits(reading: Reading) -> Iterator[CueHit]:
    i = 0
    while i < len(reading.doc):
        hit = None if reading.is_skipped(i) else reading.lexicon.verb_at(reading.doc, i)
        if hit is None or is_vetoed(reading, hit):
            i += 1
            continue
        yield hit
        i = hit.end


def _draft(reading: Reading, hit: CueHit, cues: list[int]) -> Draft | None:
    subject = subject_of(reading, hit)
    if subject is None:
        return None
    speaker = speaker_of(reading, subject)
    if speaker is None or reading.span(hit.start, hit.end).overlaps(speaker.span):
        return None
    frame = frame_of(reading, hit, subject)
    content = _content(reading, hit, frame, cues)
    if not content or (hit.cue.condition == "person" and speaker.actor_id is None and not _is_quoted(reading, content)):
        return None
    return Draft(hit, speaker, content)


def _is_quoted(reading: Reading, content: tuple[Span, ...]) -> bool:
    return all(reading.quote_at(reading.tokens(span)[0]) is not None for span in content)


def _content(reading: Reading, hit: CueHit, frame: Frame, cues: list[int]) -> tuple[Span, ...]:
    is_clausal = bool(hit.cue.frames & CLAUSAL)
    if is_clausal:
        for step in (_introduced, _that_clause):
            found = step(reading, hit, frame)
            if found:
                return _if_quoted(reading, hit, found)
    found = objects.content(reading, hit, frame)
    if found:
        return found
    if is_clausal and hit.head.tag_ not in {"VBG"}:
        found = _before(reading, hit, frame, cues) or _bare_clause(reading, hit, frame)
    elif is_clausal:
        found = _bare_clause(reading, hit, frame)
    return _if_quoted(reading, hit, found)


def _if_quoted(reading: Reading, hit: CueHit, found: tuple[Span, ...]) -> tuple[Span, ...]:
    """Verbs that attribute only quotations ("continued", "smiled") attribute nothing else."""
    if hit.cue.condition == "quote" and found and not _is_quoted(reading, found[:1]):
        return ()
    return found


def _introduced(reading: Reading, hit: CueHit, frame: Frame) -> tuple[Span, ...]:
    """SOURCE said[, on Monday]: "..." or said "..."; with a quotation before the cue too, both are the content."""
    i = frame.stop
    if i >= frame.end or has_clause(reading.doc, frame.after, i) or _that_at(reading, frame, i) is not None or i - frame.after > LONGEST_ADJUNCT:
        return ()
    if reading.doc[i].text == ":":
        span = content_span(reading, i + 1, right_end(reading, hit, i + 1, frame.end) if i + 1 < frame.end else frame.end)
        return (span,) if span else ()
    if reading.doc[i].text == "," and i + 1 < frame.end:
        i += 1
    quote = reading.quote_opening(i)
    if quote is None or (i > frame.after and reading.doc[i - 1].text not in {",", ":"} and reading.doc[i - 1].pos_ in {"DET", "ADP", "ADJ"}):
        return ()
    left = _quoted_before(reading, frame)
    _, last = reading.tokens_of(quote)
    if not left and (last + 1 < frame.end - 1 or hit.cue.frames & {"object", "object_as"}) and not _is_speech(reading, last, frame):
        return ()
    span = content_span(reading, i, min(last + 1, frame.end))
    return (*left, span) if span else left


def _is_speech(reading: Reading, last: int, frame: Frame) -> bool:
    """Whether a quotation ends as a whole sentence or clause does, and not as a few words quoted inside one."""
    return last >= frame.end - 2 or reading.doc[last - 1].text in {".", "?", "!", ","} or last - frame.stop > 12


def _quoted_before(reading: Reading, frame: Frame) -> tuple[Span, ...]:
    """The quotation that ends right before the attribution, where it is a sentence's beginning."""
    i = frame.first - 1
    while i >= frame.start and reading.doc[i].text in {",", "—", "–", "-"}:
        i -= 1
    quote = reading.quote_closing(i)
    if quote is None:
        return ()
    first = reading.tokens_of(quote)[0]
    if first > body_start(reading, frame.start, frame.end) + 1:
        return ()
    span = content_span(reading, first, i + 1)
    return (span,) if span else ()


def _that_at(reading: Reading, frame: Frame, stop: int) -> int | None:
    """The "that" which opens the content, before any finite verb."""
    for i in range(frame.after, min(stop + 1, frame.end)):
        token = reading.doc[i]
        if token.lower_ == "that" and token.dep_ in {"mark", "nsubj", "det", "advmod"} and (token.dep_ != "nsubj" or i == frame.after):
            return i if token.tag_ == "IN" or token.dep_ == "mark" else None
        if token.tag_ in FINITE:
            return None
    return None


def _that_clause(reading: Reading, hit: CueHit, frame: Frame) -> tuple[Span, ...]:
    """SOURCE said [to someone, on Monday] (that) CLAUSE."""
    start = _that_at(reading, frame, _adjunct_end(reading, frame))
    if start is not None:
        start += 1
    else:
        clause = next((child for child in hit.head.children if child.dep_ == "ccomp" and child.i > frame.after), None)
        if clause is None or clause.tag_ not in FINITE | {"VBN", "VBG", "VB", "JJ", "NN", "NNS"} or not has_clause(reading.doc, frame.after, clause.right_edge.i + 1):
            return ()
        start = max(clause.left_edge.i, frame.after)
        if start > frame.stop and reading.doc[frame.stop].text in {",", ";", ":"} and _left_ready(reading, frame):
            return ()
    span = content_span(reading, start, right_end(reading, hit, start, frame.end))
    return (span,) if span else ()


def _adjunct_end(reading: Reading, frame: Frame) -> int:
    """Where "that" may still come: past adjuncts between commas."""
    return min(frame.after + 25, frame.end - 1)


def _left_ready(reading: Reading, frame: Frame) -> bool:
    """Whether a clause or a quotation stands before the attribution."""
    before = reading.doc[frame.first - 1].text if frame.first > frame.start else ""
    return before in {",", "—", "–", "”", '"', "’", "'", "»", ":"} and frame.first - frame.start >= 2


def _before(reading: Reading, hit: CueHit, frame: Frame, cues: list[int]) -> tuple[Span, ...]:
    """CONTENT, SOURCE said [on Monday][, MORE]."""
    if has_clause(reading.doc, frame.after, frame.stop):
        return ()
    if not _left_ready(reading, frame):
        return _question_before(reading, frame)
    whole = _quoted_before(reading, frame)
    start = left_start(reading, frame, cues)
    span = content_span(reading, start, frame.first)
    if span is None:
        return ()
    if whole:
        return (*whole, *_more(reading, frame, False))
    first, last = reading.tokens(span)
    is_clause = has_verb(reading.doc, first, last) and not _is_subordinate(reading, first, last)
    more = _more(reading, frame, is_clause, cues)
    if not is_clause and not more and not _could_stand(reading, first, last):
        return ()
    return (span, *more)


def _could_stand(reading: Reading, first: int, last: int) -> bool:
    """A verbless statement ("Two dead, six hurt") has a noun and more than a date or a connective."""
    if reading.doc[first].pos_ in {"ADP", "SCONJ", "ADV", "CCONJ", "PART"}:
        return False
    if any(date.span.overlaps(reading.span(first, last)) for date in reading.annotated.dates) and last - first < 4:
        return False
    return any(token.pos_ in {"NOUN", "PROPN", "NUM"} for token in reading.doc[first:last]) and last - first >= 2


def _is_subordinate(reading: Reading, first: int, last: int) -> bool:
    opener = reading.doc[first]
    return opener.lower_ in {"if", "as", "when", "while", "although", "though", "unless", "because", "since", "once", "until", "after", "before"} and not any(
        reading.doc[i].text == "," and has_clause(reading.doc, i + 1, last) for i in range(first, last)
    )


def _question_before(reading: Reading, frame: Frame) -> tuple[Span, ...]:
    """"What now?" SOURCE asked: the quotation ends a sentence of its own."""
    quote = reading.quote_closing(frame.start - 1) if frame.first == frame.start and frame.start else None
    if quote is None or reading.doc[frame.start - 2].text not in {"?", "!", "…"}:
        return ()
    first, _ = reading.tokens_of(quote)
    span = content_span(reading, first, frame.start)
    return (span,) if span else ()


def _more(reading: Reading, frame: Frame, is_complete: bool, cues: list[int] | None = None) -> tuple[Span, ...]:
    """What the statement goes on with after the attribution, if it does."""
    i, doc = frame.stop, reading.doc
    if i >= frame.end - 1 or doc[i].text not in {",", ";", "—", "–", ":"}:
        return ()
    after = doc[i + 1]
    others = [cue for cue in cues or [] if i < cue < frame.end]
    end = next((j for j in range(i + 1, frame.end) if doc[j].text == ";" and reading.quote_at(j) is None), frame.end)
    if others and min(others) < end:
        return ()
    joined = after.lower_ in {"and", "but", "yet", "or", "that", "nor"} and has_clause(doc, i + 2, end)
    quoted = reading.quote_opening(i + 1) is not None
    if doc[i].text == ";" or joined or quoted or (not is_complete and after.lower_ not in {"who", "which", "whose", "where"} and after.tag_ != "VBG"):
        span = content_span(reading, i + 1, end)
        return (span,) if span else ()
    return ()


def _bare_clause(reading: Reading, hit: CueHit, frame: Frame) -> tuple[Span, ...]:
    """SOURCE said CLAUSE, where the parse does not see the clause."""
    if not has_clause(reading.doc, frame.after, frame.stop):
        return ()
    start = frame.after
    while start < frame.stop and reading.doc[start].pos_ in {"ADV", "PUNCT"}:
        start += 1
    span = content_span(reading, start, right_end(reading, hit, start, frame.end))
    return (span,) if span else ()
