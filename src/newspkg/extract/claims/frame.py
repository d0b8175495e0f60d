"""Where an attribution begins and ends, and what lies right of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newspkg.extract.claims.reading import FINITE
from newspkg.extract.claims.speakers.phrase import noun_phrase

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from newspkg.extract.claims.cues import CueHit
    from newspkg.extract.claims.draft import Speaker
    from newspkg.extract.claims.reading import Reading

SUBORDINATORS = frozenset(
    [
        "who",
        "which",
        "that",
        "when",
        "after",
        "before",
        "as",
        "while",
        "since",
        "until",
        "because",
        "although",
        "though",
        "where",
        "whose",
        "if",
        "once",
        "whom",
        "whereas",
        "despite",
    ]
)
BREAKS = frozenset({",", ";", ":", "—", "–", "-", "(", ")", "--"})


@dataclass(frozen=True, slots=True)
class Frame:
    """An attribution: its sentence, the tokens `first` to `after` of source and cue, and where what follows it breaks off (`stop`)."""

    start: int
    end: int
    first: int
    after: int
    stop: int


@dataclass(frozen=True)
class Attribution:
    """A cue with its speaker, and where both stand."""

    hit: CueHit
    speaker: Speaker
    frame: Frame


def frame_of(reading: Reading, hit: CueHit, subject: Token) -> Frame:
    start, end = reading.sentence(hit.head.i)
    first, after = min(_verb_start(hit), hit.start), hit.end
    low, high = noun_phrase(reading, subject)
    low = min([low, *(child.left_edge.i for child in hit.head.children if child.dep_ == "nsubj" and child.right_edge.i == low - 1)])
    carrier = hit.head.head.i if hit.head.dep_ == "xcomp" and low < hit.head.head.i < first else first  # "likes to say"
    is_near = (
        subject.i > hit.head.i
        or not _verb_between(reading.doc, high, carrier)
        or reading.doc[first - 1].text == reading.doc[high].text == ","
    )
    if is_near and low < first:
        first = low
    if subject.i > hit.head.i and not hit.is_participle:
        after = max(after, high, _apposition_end(reading, subject, high))
    first, after = max(first, start), min(after, end)
    first = _apposition_start(reading, first, start, hit)
    if first > start and reading.doc[first - 1].lower_ == "as" and (first - 1 == start or reading.doc[first - 2].is_punct):
        first -= 1
    for word in ("so", "or"):  # "or so SOURCE says"
        first -= first > start and reading.doc[first - 1].lower_ == word and (word == "so" or reading.doc[first].lower_ == "so")
    stop = next((i for i in range(after, end) if reading.doc[i].text in BREAKS or reading.quote_opening(i)), end)
    if stop == end and end > after and reading.doc[end - 1].is_punct:
        stop = end - 1
    return Frame(start, end, first, after, stop)


def _apposition_end(reading: Reading, subject: Token, high: int) -> int:
    """Past ", the Defence Secretary" behind the name of an inverted cue, where a comma closes it."""
    for child in subject.children:
        if child.dep_ in {"appos", "relcl"} and 0 <= child.left_edge.i - high <= 1 and child.right_edge.i - high < 14:
            end = child.right_edge.i + 1
            if end < len(reading.doc) and reading.doc[end].text in {",", "."}:
                return int(end)
    return high


def _apposition_start(reading: Reading, first: int, start: int, hit: CueHit) -> int:
    """Back over "its governor, " where the subject is only the name behind the comma."""
    if first - 1 <= start or reading.doc[first - 1].text != ",":
        return first
    for child in reading.doc[first : hit.end]:
        titled = _titled(child) if child.dep_ == "appos" and child.pos_ == "PROPN" else None
        if titled is not None and start <= titled.i < first - 1 and titled.right_edge.i >= child.i:
            return noun_phrase(reading, titled)[0]
    return first


def _titled(name: Token) -> Token:
    """The head of the phrase that a name stands behind: up from "militia" to "a member of a militia, NAME"."""
    head = name.head
    while head.dep_ == "pobj" and head.head.dep_ == "prep" and head.head.head.pos_ in {"NOUN", "PROPN"}:
        head = head.head.head
    return head


def _verb_start(hit: CueHit) -> int:
    return min(
        [
            hit.start,
            *(child.i for child in hit.head.children if child.dep_ in {"aux", "neg", "advmod"} and hit.start - child.i in (1, 2, 3)),
        ]
    )


def _verb_between(doc: Doc, low: int, high: int) -> bool:
    return any(doc[i].tag_ in FINITE and doc[i].dep_ not in {"aux", "relcl"} for i in range(low, high))


def has_clause(doc: Doc, start: int, end: int) -> bool:
    """Whether a finite main clause stands in the tokens, relative and adverbial clauses left aside."""
    for i in range(start, end):
        if doc[i].tag_ in FINITE:
            return not any(doc[j].lower_ in SUBORDINATORS and doc[j].lower_ != "that" for j in range(start, i))
    return False


def has_verb(doc: Doc, start: int, end: int) -> bool:
    return any(doc[i].tag_ in FINITE or (doc[i].tag_ in {"VBN", "VBG"} and doc[i].dep_ != "amod") for i in range(start, end))
