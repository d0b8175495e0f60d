"""Where and to whom something is said, between the cue and a clause without "that": "said in a text message her troops had left"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newspkg.extract.tree import child_of

if TYPE_CHECKING:
    from newspkg.extract.claims.cues import CueHit
    from newspkg.extract.claims.reading import Reading

OPENERS = frozenset({"in", "on", "at", "to", "during", "via", "through", "late", "early", "by"})
PLATFORMS = frozenset(
    {"telegram", "facebook", "x", "twitter", "tv", "television", "radio", "instagram", "youtube", "whatsapp", "truth", "social"}
)
SUBJECTS = frozenset({"DET", "PRON", "PROPN", "NOUN", "NUM", "ADJ"})
REACH = 9  # tokens that an occasion or an addressee may take


def past_occasion(reading: Reading, hit: CueHit, start: int, end: int) -> int:
    """The token at which the statement begins that `start` to `end` hold: behind the occasions and the addressee before it."""
    if reading.doc[start - 1].lower_ == "that":
        return start
    at = start
    for _ in range(3):
        last = _last(reading, hit, at, end)
        if last is None:
            return at
        at = last + 1
    return at


def _last(reading: Reading, hit: CueHit, start: int, end: int) -> int | None:
    """The last token of the occasion that begins at `start`; None where none does, or where no clause would be left."""
    doc = reading.doc
    if start >= end:
        return None
    is_told = "addressee_clause" in hit.cue.frames and start == hit.end
    if doc[start].lower_ not in OPENERS and not is_told and not _is_dated(reading, start):
        return None
    stops = (i for i in range(start, min(start + REACH, end)) if doc[i].is_punct or reading.is_finite(doc[i]))
    limit = next(stops, min(start + REACH, end))
    told = child_of(hit.head, "dobj", "dative") if is_told else None
    if told is not None and told.left_edge.i == start and told.i < limit and _opens_clause(reading, told.i + 1, end):
        return int(told.i)
    for i in range(limit - 1, start - 1, -1):
        if _closes(reading, i) and i + 1 < end and _opens_clause(reading, i + 1, end):
            return i
    return None


def _closes(reading: Reading, i: int) -> bool:
    lemma, actor = reading.doc[i].lemma_.lower(), reading.actor_at(i)
    if reading.doc[i].pos_ not in {"NOUN", "PROPN", "PRON", "NUM"}:
        return False
    if lemma in reading.lexicon.words("document") or lemma in reading.lexicon.words("audience") or lemma in PLATFORMS:
        return True
    return (actor is not None and actor.kind == "media") or _is_dated(reading, i)


def _is_dated(reading: Reading, i: int) -> bool:
    at = reading.doc[i].idx
    return any(date.span.start <= at < date.span.end for date in reading.annotated.dates)


def _opens_clause(reading: Reading, i: int, end: int) -> bool:
    """Whether a noun phrase begins at token `i` with a finite verb soon behind it."""
    doc = reading.doc
    if doc[i].lower_ in OPENERS:
        return True
    if doc[i].pos_ not in SUBJECTS or (doc[i].pos_ in {"NOUN", "PROPN"} and doc[i - 1].dep_ == "compound" and doc[i - 1].head.i == i):
        return False
    return any(reading.is_finite(token) for token in doc[i + 1 : min(i + 10, end)])


def opens_occasion(reading: Reading, start: int, end: int) -> bool:
    """Whether "in a statement issued ..." begins at token `start`: where something is said, with a verb of its own."""
    doc = reading.doc
    if start >= end or doc[start].lower_ not in OPENERS:
        return False
    words = reading.lexicon.words("document") | reading.lexicon.words("occasion")
    told = next((i for i in range(start + 1, min(start + 6, end)) if doc[i].lemma_.lower() in words), None)
    if told is None or told + 1 >= end:
        return False
    return doc[told + 1].tag_ in {"VBN", "VBD", "VBG"} or doc[told + 1].lower_ in {"that", "which"}
