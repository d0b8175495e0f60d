"""Verbal cues: quotations and clauses around "said", objects of "condemned", infinitives of "vowed"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newspkg.extract.claims import objects
from newspkg.extract.claims.before import content_before, left_ready, quoted_before
from newspkg.extract.claims.content import content_span, is_marked, left_start, right_end
from newspkg.extract.claims.draft import Draft, Speaker
from newspkg.extract.claims.frame import Frame, frame_of, has_clause
from newspkg.extract.claims.occasion import past_occasion
from newspkg.extract.claims.reading import FINITE
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
TIMES = frozenset({"morning", "evening", "night", "day", "afternoon", "week", "month", "year", "time"})


def find(reading: Reading) -> Iterator[Draft]:
    """A draft for every verbal cue that has a speaker and content."""
    found = [each for hit in _hits(reading) if (each := _attribution(reading, hit)) is not None]
    cues = [each.hit.head.i for each in found]
    reading.cuts = tuple(sorted({cut for each in found if (cut := _cut(reading, each, cues)) is not None}))
    for each in found:
        content = _content(reading, each.hit, each.frame, cues)
        is_bodied = each.speaker.actor_id is not None or each.hit.cue.condition != "person"
        if content and (is_bodied or _is_quoted(reading, content)):
            yield Draft(each.hit, each.speaker, content)


def _hits(reading: Reading) -> Iterator[CueHit]:
    i = 0
    while i < len(reading.doc):
        hit = None if reading.is_skipped(i) else reading.lexicon.verb_at(reading.doc, i)
        if hit is None or is_vetoed(reading, hit):
            i += 1
            continue
        yield hit
        i = hit.end


@dataclass(frozen=True)
class Attribution:
    """A cue with its speaker, and where both stand."""

    hit: CueHit
    speaker: Speaker
    frame: Frame


def _attribution(reading: Reading, hit: CueHit) -> Attribution | None:
    subject = subject_of(reading, hit)
    speaker = speaker_of(reading, subject) if subject is not None else None
    if subject is None or speaker is None or reading.span(hit.start, hit.end).overlaps(speaker.span):
        return None
    return Attribution(hit, speaker, frame_of(reading, hit, subject))


def _cut(reading: Reading, each: Attribution, cues: list[int]) -> int | None:
    """Where the content of an attribution that follows it begins, if that is inside the sentence, behind another cue."""
    frame = each.frame
    if not each.hit.cue.frames & CLAUSAL or each.hit.head.tag_ == "VBG" or not left_ready(reading, frame):
        return None
    if (
        has_clause(reading.doc, frame.after, frame.stop)
        or _that_at(reading, frame, frame.stop) is not None
        or objects.content(reading, each.hit, frame)
    ):
        return None
    start = left_start(reading, frame, cues)
    return start if any(frame.start <= cue < start for cue in cues) else None


def _is_quoted(reading: Reading, content: tuple[Span, ...]) -> bool:
    return all(reading.quote_at(reading.tokens(span)[0]) is not None for span in content)


def _content(reading: Reading, hit: CueHit, frame: Frame, cues: list[int]) -> tuple[Span, ...]:
    is_clausal = bool(hit.cue.frames & CLAUSAL)
    if is_clausal and reading.doc[frame.first].lower_ == "as" and frame.first > frame.start:
        return content_before(reading, frame, cues)
    if is_clausal:
        for step in (_introduced, _that_clause):
            found = step(reading, hit, frame)
            if found:
                return _if_quoted(reading, hit, found)
    found = objects.content(reading, hit, frame)
    if found:
        return found
    if is_clausal and hit.head.tag_ not in {"VBG"}:
        found = content_before(reading, frame, cues) or _bare_clause(reading, hit, frame)
    elif is_clausal:
        found = _bare_clause(reading, hit, frame)
    return _if_quoted(reading, hit, found)


def _if_quoted(reading: Reading, hit: CueHit, found: tuple[Span, ...]) -> tuple[Span, ...]:
    """Verbs that attribute only quotations ("continued", "smiled") attribute nothing else."""
    if hit.cue.condition == "quote" and not any(is_marked(span.of(reading.text)) or _is_quoted(reading, (span,)) for span in found):
        return ()
    return found


def _introduced(reading: Reading, hit: CueHit, frame: Frame) -> tuple[Span, ...]:
    """SOURCE said[, on Monday]: "..." or said "..."; with a quotation before the cue too, both are the content."""
    i = frame.stop
    if (
        i >= frame.end
        or has_clause(reading.doc, frame.after, i)
        or _that_at(reading, frame, i) is not None
        or i - frame.after > LONGEST_ADJUNCT
    ):
        return ()
    if reading.doc[i].text == ":":
        if objects.is_given(hit, frame) or i + 1 >= frame.end:
            return ()
        is_list = sum(token.text == ";" for token in reading.doc[i : frame.end]) > 1
        span = content_span(reading, i + 1, right_end(reading, hit, i + 1, frame.end, is_list))
        return (span,) if span else ()
    if reading.doc[i].text == "," and i + 1 < frame.end:
        i += 1
    quote = reading.quote_opening(i)
    if quote is None or (
        i > frame.after and reading.doc[i - 1].text not in {",", ":"} and reading.doc[i - 1].pos_ in {"DET", "ADP", "ADJ"}
    ):
        return ()
    left = quoted_before(reading, frame)
    _, last = reading.tokens_of(quote)
    if not left and (last + 1 < frame.end - 1 or hit.cue.frames & {"object", "object_as"}) and not _is_speech(reading, last, frame):
        return ()
    span = content_span(reading, i, min(last + 1, frame.end))
    return (*left, span) if span else left


def _is_speech(reading: Reading, last: int, frame: Frame) -> bool:
    """Whether a quotation ends as a whole sentence or clause does, and not as a few words quoted inside one."""
    return (
        last >= frame.end - 2
        or reading.doc[last - 1].text in {".", "?", "!", ","}
        or last - frame.stop > 12
        or has_clause(reading.doc, frame.stop + 1, last)
    )


def _that_at(reading: Reading, frame: Frame, stop: int) -> int | None:
    """The "that" which opens the content, before any finite verb."""
    for i in range(frame.after, min(stop + 1, frame.end)):
        token = reading.doc[i]
        if token.lower_ == "that" and (token.tag_ == "IN" or token.dep_ == "mark" or _is_told(reading, i - 1)):
            if i + 1 < frame.end and reading.doc[i + 1].lower_ in TIMES:
                continue
            return i if has_clause(reading.doc, i + 1, frame.end) or any(token.tag_ == "VB" for token in reading.doc[i : i + 14]) else None
        if token.tag_ in FINITE or (token.tag_ == "VBG" and reading.doc[i - 1].text == ","):
            return None
    return None


def _is_told(reading: Reading, i: int) -> bool:
    """Whether token `i` is where or to whom something is said: then a "that" behind it opens the statement."""
    lemma = reading.doc[i].lemma_.lower()
    return lemma in reading.lexicon.words("document") or lemma in reading.lexicon.words("audience")


def _that_clause(reading: Reading, hit: CueHit, frame: Frame) -> tuple[Span, ...]:
    """SOURCE said [to someone, on Monday] (that) CLAUSE."""
    start = _that_at(reading, frame, _adjunct_end(reading, frame))
    if start is not None:
        start += 1
    else:
        clause = next((child for child in hit.head.children if child.dep_ == "ccomp" and child.i > frame.after), None)
        if (
            clause is None
            or clause.tag_ not in FINITE | {"VBN", "VBG", "VB", "JJ", "NN", "NNS"}
            or not has_clause(reading.doc, frame.after, clause.right_edge.i + 1)
        ):
            return ()
        if hit.cue.frames & objects.OBJECTS and any(
            child.dep_ == "dobj" and frame.after <= child.i < clause.left_edge.i for child in hit.head.children
        ):
            return ()
        start = max(clause.left_edge.i, frame.after) if clause.tag_ in FINITE else frame.after
        if clause.i > frame.stop and reading.doc[frame.stop].text in {",", ";", ":", "("} and left_ready(reading, frame):
            return ()
        start = next((i + 1 for i in range(start, min(start + 3, frame.end)) if reading.doc[i].lower_ == "that"), start)
        start = past_occasion(reading, hit, start, frame.end)
    span = content_span(reading, start, right_end(reading, hit, start, frame.end))
    return (span,) if span else ()


def _adjunct_end(reading: Reading, frame: Frame) -> int:
    """Where "that" may still come: past adjuncts between commas."""
    return min(frame.after + 25, frame.end - 1)


def _bare_clause(reading: Reading, hit: CueHit, frame: Frame) -> tuple[Span, ...]:
    """SOURCE said CLAUSE, where the parse does not see the clause."""
    if not has_clause(reading.doc, frame.after, frame.stop):
        return ()
    start = frame.after
    while start < frame.stop and reading.doc[start].pos_ in {"ADV", "PUNCT"}:
        start += 1
    start = past_occasion(reading, hit, start, frame.end)
    span = content_span(reading, start, right_end(reading, hit, start, frame.end))
    return (span,) if span else ()
