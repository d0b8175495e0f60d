"""What a noun of saying holds: "its pledge to withdraw", "the claim that ...", "a warning of floods"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newspkg.extract.claims.contents.content import content_span
from newspkg.extract.claims.contents.ends import right_end
from newspkg.extract.claims.cues import CueHit

if TYPE_CHECKING:
    from spacy.tokens import Token

    from newspkg.extract.claims.cues import Cue
    from newspkg.extract.claims.reading import Reading
    from newspkg.model import Span

PREPOSITIONS = {"of": frozenset({"of", "about", "against"}), "for": frozenset({"for"})}
REACH = 14  # tokens between the noun and its "that"


def complement(reading: Reading, token: Token, cue: Cue) -> tuple[Span, ...]:
    start = _complement_start(reading, token, cue)
    if start is None:
        return ()
    end = _complement_end(reading, token, start)
    span = content_span(reading, start, end)
    return (span,) if span else ()


def _complement_start(reading: Reading, token: Token, cue: Cue) -> int | None:
    _, end = reading.sentence(token.i)
    doc = reading.doc
    if "clause" in cue.frames and (start := _predicate_start(token)) is not None:
        return start
    for i in range(token.i + 1, min(token.i + REACH, end)):
        word = doc[i]
        if word.lower_ == "that" and "clause" in cue.frames and _opens_clause(reading, token, i, end):
            return i + 1
        if word.lower_ == "to" and "infinitive" in cue.frames and i + 1 < end and doc[i + 1].tag_ == "VB" and _is_tight(reading, token, i):
            return i
        if word.lower_ == "to" and "infinitive" in cue.frames and i - token.i <= 5 and reading.quote_opening(i + 1) is not None:
            return i
        if _is_next(reading, token, i) and any(word.lower_ in PREPOSITIONS[frame] for frame in cue.frames & PREPOSITIONS.keys()):
            return i + 1
        if reading.is_finite(word) or word.text in {";", ":"} or (word.text == "," and i - token.i > 6):
            return None
    return None


def _opens_clause(reading: Reading, token: Token, i: int, end: int) -> bool:
    """Whether the "that" at token `i` opens what the noun holds, and no relative clause; behind "warnings from X" it has a subject."""
    that = reading.doc[i]
    if that.dep_ in {"mark", "det"}:
        return True
    is_owned = reading.doc[token.i + 1].lower_ in {"by", "from"} and i + 1 < end
    return is_owned and that.tag_ == "WDT" and reading.doc[i + 1].pos_ in {"NOUN", "PROPN", "DET", "PRON", "NUM"}


def _predicate_start(token: Token) -> int | None:
    """Behind "that" in "X's argument is that ..."."""
    verb = token.head
    if token.dep_ != "nsubj" or verb.lemma_ != "be":
        return None
    that = next((i for i in range(verb.i + 1, min(verb.i + 4, len(token.doc))) if token.doc[i].lower_ == "that"), None)
    return that + 1 if that is not None and token.doc[that].dep_ == "mark" else None


def _is_next(reading: Reading, token: Token, i: int) -> bool:
    """Right behind the noun, or behind an insertion between commas ("its announcement, on Friday, of aid")."""
    doc = reading.doc
    is_owned = doc[token.i + 1].lower_ in {"by", "from"} and i - token.i < 9
    return i == token.i + 1 or is_owned or (doc[token.i + 1].text == "," == doc[i - 1].text and i - 1 > token.i + 1)


def _is_tight(reading: Reading, token: Token, i: int) -> bool:
    """Only adverbs and time words between the noun and its infinitive ("pledge the day before to withdraw")."""
    if reading.doc[token.i + 1].lower_ == "of" and _is_date(reading, token.i + 2, i):  # "its claim of 3 May to have taken"
        return True
    verb = next((each for each in reading.doc[i + 1 : i + 4] if each.tag_ == "VB"), None)
    return (verb is not None and verb.head == token) or (i - token.i <= 5 and (verb is None or i == token.i + 1))


def _is_date(reading: Reading, start: int, end: int) -> bool:
    """Whether a date fills the tokens `start` to `end`."""
    span = reading.span(start, end) if start < end else None
    return span is not None and any(date.span.start <= span.start and span.end <= date.span.end for date in reading.annotated.dates)


def _complement_end(reading: Reading, token: Token, start: int) -> int:
    """The end of the clause: before the predicate of which the noun is the subject."""
    _, end = reading.sentence(token.i)
    hit = CueHit(reading.lexicon.starting("verb", "say")[0], token, token.i, token.i + 1)
    end = right_end(reading, hit, start, end)
    governor = token.head
    if token.dep_ in {"nsubj", "nsubjpass"} and start < governor.i < end:
        return min([governor.i, *(child.i for child in governor.children if child.dep_ in {"aux", "auxpass", "neg"} and child.i > start)])
    return end
