"""Verbal cues: quotations and clauses around "said", objects of "condemned", infinitives of "vowed"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newspkg.extract.claims import objects
from newspkg.extract.claims.content import body_start, content_span, is_marked, left_start, right_end
from newspkg.extract.claims.draft import Draft, Speaker
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
    if not each.hit.cue.frames & CLAUSAL or each.hit.head.tag_ == "VBG" or not _left_ready(reading, frame):
        return None
    if has_clause(reading.doc, frame.after, frame.stop) or _that_at(reading, frame, frame.stop) is not None or objects.content(reading, each.hit, frame):
        return None
    start = left_start(reading, frame, cues)
    return start if any(frame.start <= cue < start for cue in cues) else None


def _is_quoted(reading: Reading, content: tuple[Span, ...]) -> bool:
    return all(reading.quote_at(reading.tokens(span)[0]) is not None for span in content)


def _content(reading: Reading, hit: CueHit, frame: Frame, cues: list[int]) -> tuple[Span, ...]:
    is_clausal = bool(hit.cue.frames & CLAUSAL)
    if is_clausal and reading.doc[frame.first].lower_ == "as" and frame.first > frame.start:
        return _before(reading, hit, frame, cues)
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
    if hit.cue.condition == "quote" and not any(is_marked(span.of(reading.text)) or _is_quoted(reading, (span,)) for span in found):
        return ()
    return found


def _introduced(reading: Reading, hit: CueHit, frame: Frame) -> tuple[Span, ...]:
    """SOURCE said[, on Monday]: "..." or said "..."; with a quotation before the cue too, both are the content."""
    i = frame.stop
    if i >= frame.end or has_clause(reading.doc, frame.after, i) or _that_at(reading, frame, i) is not None or i - frame.after > LONGEST_ADJUNCT:
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
    return (
        last >= frame.end - 2
        or reading.doc[last - 1].text in {".", "?", "!", ","}
        or last - frame.stop > 12
        or has_clause(reading.doc, frame.stop + 1, last)
    )


def _quoted_before(reading: Reading, frame: Frame) -> tuple[Span, ...]:
    """The quotation that ends right before the attribution, where it is a sentence's beginning."""
    i = frame.first - 1
    while i >= frame.start and reading.doc[i].text in {",", "—", "–", "-"}:
        i -= 1
    quote = reading.quote_closing(i)
    if quote is None:
        return ()
    first, last = reading.tokens_of(quote)
    if first > body_start(reading, frame.start, frame.end) + 1:
        return ()
    span = content_span(reading, first, last)
    return (span,) if span else ()


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
        if clause is None or clause.tag_ not in FINITE | {"VBN", "VBG", "VB", "JJ", "NN", "NNS"} or not has_clause(reading.doc, frame.after, clause.right_edge.i + 1):
            return ()
        if hit.cue.frames & objects.OBJECTS and any(child.dep_ == "dobj" and frame.after <= child.i < clause.left_edge.i for child in hit.head.children):
            return ()
        start = max(clause.left_edge.i, frame.after) if clause.tag_ in FINITE else frame.after
        if clause.i > frame.stop and reading.doc[frame.stop].text in {",", ";", ":", "("} and _left_ready(reading, frame):
            return ()
        start = next((i + 1 for i in range(start, min(start + 3, frame.end)) if reading.doc[i].lower_ == "that"), start)
    span = content_span(reading, start, right_end(reading, hit, start, frame.end))
    return (span,) if span else ()


def _adjunct_end(reading: Reading, frame: Frame) -> int:
    """Where "that" may still come: past adjuncts between commas."""
    return min(frame.after + 25, frame.end - 1)


def _left_ready(reading: Reading, frame: Frame) -> bool:
    """Whether a clause or a quotation stands before the attribution."""
    before = reading.doc[frame.first - 1].text if frame.first > frame.start else ""
    return before in {",", "—", "–", "”", '"', "’", "'", "»"} and frame.first - frame.start >= 2


def _before(reading: Reading, hit: CueHit, frame: Frame, cues: list[int]) -> tuple[Span, ...]:
    """CONTENT, SOURCE said [on Monday][, MORE]."""
    if has_clause(reading.doc, frame.after, frame.stop):
        return ()
    if not _left_ready(reading, frame):
        return _question_before(reading, frame)
    whole = _quoted_before(reading, frame)
    start = left_start(reading, frame, cues)
    span = content_span(reading, start, frame.first) if start < frame.first else None
    if span is None:
        return _more(reading, frame, False, cues)
    if whole:
        return (*whole, *_more(reading, frame, True, cues))
    first, last = reading.tokens(span)
    is_clause = has_verb(reading.doc, first, last) and not _is_subordinate(reading, first, last) and not _is_adjunct(reading, first, last)
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


def _is_adjunct(reading: Reading, first: int, last: int) -> bool:
    """A prepositional opener whose only verb is a participle ("Of five fired in one salvo")."""
    if reading.doc[first].pos_ != "ADP":
        return False
    return not any(child.dep_ in {"nsubj", "nsubjpass", "expl"} for token in reading.doc[first:last] if reading.is_finite(token) for child in token.children)


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
    is_full = is_complete or doc[i].text == ";"
    end = next((j for j in range(i + 1, frame.end) if is_full and doc[j].text == ";" and reading.quote_at(j) is None), frame.end)
    others = [cue for cue in cues or [] if i < cue < end]
    if others or (doc[i].text == ";" and _attributes(reading, i + 1, end)):
        return ()
    joined = after.lower_ in {"and", "but", "yet", "or", "that", "nor"} and has_clause(doc, i + 2, end)
    quoted = reading.quote_opening(i + 1) is not None
    if doc[i].text == ";" or joined or quoted or (not is_complete and after.lower_ not in {"who", "which", "whose", "where"} and after.tag_ != "VBG"):
        span = content_span(reading, i + 1, end)
        return (span,) if span else ()
    return ()


def _attributes(reading: Reading, start: int, end: int) -> bool:
    """Whether a clause has a cue of its own, even one that makes no claim."""
    return any(reading.is_finite(token) or token.tag_ == "VB" for token in reading.doc[start:end] if reading.lexicon.verb_at(reading.doc, token.i))


def _bare_clause(reading: Reading, hit: CueHit, frame: Frame) -> tuple[Span, ...]:
    """SOURCE said CLAUSE, where the parse does not see the clause."""
    if not has_clause(reading.doc, frame.after, frame.stop):
        return ()
    start = frame.after
    while start < frame.stop and reading.doc[start].pos_ in {"ADV", "PUNCT"}:
        start += 1
    span = content_span(reading, start, right_end(reading, hit, start, frame.end))
    return (span,) if span else ()
