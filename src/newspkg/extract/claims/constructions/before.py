"""Statements before their attribution: CONTENT, SOURCE said[, MORE]."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newspkg.extract.claims.contents.content import body_start, content_span, left_start
from newspkg.extract.claims.contents.ends import SHIFTED
from newspkg.extract.claims.contents.occasion import opens_occasion
from newspkg.extract.claims.frame import has_clause, has_verb

if TYPE_CHECKING:
    from newspkg.extract.claims.frame import Frame
    from newspkg.extract.claims.reading import Reading
    from newspkg.model import Span

JOINING = frozenset({"and", "but", "yet", "or", "that", "nor"})
SUBORDINATING = frozenset("if as when while although though unless because since once until after before".split())
OPENERS = frozenset({"who", "which", "that", "because", "where", "whom"})


def quoted_before(reading: Reading, frame: Frame) -> tuple[Span, ...]:
    """The quotation that ends right before the attribution, where it is a sentence's beginning."""
    i = frame.first - 1
    while i >= frame.start and reading.doc[i].lower_ in {",", "—", "–", "-", "how", "is", "was"}:
        i -= 1
    quote = reading.quote_closing(i)
    if quote is None:
        return ()
    first, last = reading.tokens_of(quote)
    is_introduced = first - 2 > frame.start and reading.doc[first - 2].text == ":"
    if first > body_start(reading, frame.start, frame.end) + 1 and not is_introduced:
        return ()
    span = content_span(reading, first, last)
    return (span,) if span else ()


def left_ready(reading: Reading, frame: Frame) -> bool:
    """Whether a clause or a quotation stands before the attribution."""
    before = reading.doc[frame.first - 1].text if frame.first > frame.start else ""
    is_so = reading.doc[frame.first].lower_ in {"so", "or"} and before in {":", ";"}  # "...: so says SOURCE"
    return (is_so or before in {",", "—", "–", "”", '"', "’", "'", "»"}) and frame.first - frame.start >= 2


def content_before(reading: Reading, frame: Frame, cues: list[int]) -> tuple[Span, ...]:
    """CONTENT, SOURCE said [on Monday][, MORE]."""
    if has_clause(reading.doc, frame.after, frame.stop) and not _is_told_in(reading, frame):
        return ()
    if not left_ready(reading, frame):
        return _question_before(reading, frame)
    whole = quoted_before(reading, frame)
    start = left_start(reading, frame, cues)
    span = content_span(reading, start, frame.first) if start < frame.first else None
    if span is None:
        return _more(reading, frame, False, cues)
    if reading.doc[frame.first - 2].lower_ in OPENERS and reading.doc[frame.first - 1].text == ",":  # "who, SOURCE said, had left"
        return _more(reading, frame, False, cues)
    if whole:
        return (*whole, *_more(reading, frame, True, cues))
    first, last = reading.tokens(span)
    is_clause = has_verb(reading.doc, first, last) and not _is_subordinate(reading, first, last) and not _is_adjunct(reading, first, last)
    more = _more(reading, frame, is_clause, cues)
    if not is_clause and not more and not _could_stand(reading, first, last) and not _is_all(reading, frame, first, last):
        return ()
    return (span, *more)


def _is_told_in(reading: Reading, frame: Frame) -> bool:
    """CLAUSE, SOURCE said in a statement issued before the talks: the verb behind the cue is the statement's."""
    is_told = opens_occasion(reading, frame.after, frame.stop)
    return is_told and left_ready(reading, frame) and has_clause(reading.doc, frame.start, frame.first)


def _could_stand(reading: Reading, first: int, last: int) -> bool:
    """A verbless statement ("Two dead, six hurt") has a noun and more than a date or a connective."""
    if reading.doc[first].pos_ in {"ADP", "SCONJ", "ADV", "CCONJ", "PART"}:
        return False
    if any(date.span.overlaps(reading.span(first, last)) for date in reading.annotated.dates) and last - first < 4:
        return False
    return any(token.pos_ in {"NOUN", "PROPN", "NUM"} for token in reading.doc[first:last]) and last - first >= 2


def _is_all(reading: Reading, frame: Frame, first: int, last: int) -> bool:
    """Whether a long opener with a verb is all that its sentence says ("Since May thousands have fled north, officials said")."""
    is_open = reading.doc[first].pos_ == "ADP" or reading.doc[first].lower_ in {"since", "after", "before", "for"}
    is_last = all(token.is_punct for token in reading.doc[frame.stop : frame.end])
    return is_open and is_last and last - first > 6 and has_verb(reading.doc, first, last)


def _is_adjunct(reading: Reading, first: int, last: int) -> bool:
    """A prepositional opener whose only verb is a participle ("Of five fired in one salvo")."""
    if reading.doc[first].pos_ != "ADP":
        return False
    return not any(token.dep_ in {"nsubj", "nsubjpass", "expl"} for token in reading.doc[first:last])


def _is_subordinate(reading: Reading, first: int, last: int) -> bool:
    is_opened = reading.doc[first].lower_ in SUBORDINATING
    return is_opened and not any(reading.doc[i].text == "," and has_clause(reading.doc, i + 1, last) for i in range(first, last))


def _question_before(reading: Reading, frame: Frame) -> tuple[Span, ...]:
    """ "What now?" SOURCE asked: the quotation ends a sentence of its own."""
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
    joined = after.lower_ in JOINING and has_clause(doc, i + 2, end) and not (is_complete and _is_own(reading, frame, i + 1, end))
    quoted = reading.quote_opening(i + 1) is not None
    if (
        doc[i].text == ";"
        or joined
        or quoted
        or (not is_complete and after.lower_ not in {"who", "which", "whose", "where"} and after.tag_ != "VBG")
    ):
        span = content_span(reading, i + 1, end)
        return (span,) if span else ()
    return ()


def _is_own(reading: Reading, frame: Frame, i: int, end: int) -> bool:
    """Whether "but" at token `i` goes on with the article's own words: in another tense than a past cue gives to what is said."""
    if reading.doc[i].lower_ not in {"but", "yet"} or not any(token.tag_ == "VBD" for token in reading.doc[frame.first : frame.after]):
        return False
    verb = next((token for token in reading.doc[i + 1 : end] if reading.is_finite(token)), None)
    return verb is not None and verb.lower_ not in SHIFTED


def _attributes(reading: Reading, start: int, end: int) -> bool:
    """Whether a clause has a cue of its own, even one that makes no claim."""
    return any(token.lower_ == "according" for token in reading.doc[start:end]) or any(
        reading.is_finite(token) or token.tag_ == "VB" for token in reading.doc[start:end] if reading.verb_at(token.i)
    )
