"""The content's edges: where a statement begins left of its cue, and where it ends right of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newspkg.extract.claims.frame import has_clause
from newspkg.extract.claims.reading import QUOTE_MARKS
from newspkg.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from newspkg.extract.claims.cues import CueHit
    from newspkg.extract.claims.frame import Frame
    from newspkg.extract.claims.reading import Reading

DATELINE = re.compile(r"[A-Z][^\n—–-]{1,60}?(?:\([\w .]{2,20}\) ?)?\s(?:—|–|--|-)\s")
LABEL = re.compile(
    r"[-*_•>#\s]{0,6}(?:\d{1,2}[:.]\d{2} |[\w’' @./-]{1,30}(?:, [\w ]{1,14}){0,2}(?:, \d{1,2}[:.]\d{2})?:[*_\s]{1,5}(?=\S)"
    r"|\d{1,2}[.)] |(?<=[-*•>] )(?=\S))"
)
TRIMMED = frozenset({",", ";", ":", "—", "–", "-", "--", ".", "that"})
EDGES = frozenset("*_#>•")


def content_span(reading: Reading, start: int, end: int) -> Span | None:
    """The characters of tokens `start` to `end`, without the punctuation and the quotation marks that enclose them all."""
    doc = reading.doc
    while start < end and (doc[start].text in TRIMMED or doc[start].is_space or doc[start].text in EDGES):
        start += 1
    while end > start and (doc[end - 1].text in TRIMMED or doc[end - 1].is_space) and doc[end - 1].text != "that":
        end -= 1
    if end <= start:
        return None
    quote = reading.quote_opening(start)
    if quote is not None and reading.quote_closing(end - 1) in (quote, None) and quote.end >= doc[end - 1].idx + len(doc[end - 1].text):
        inner, inner_end = reading.tokens(Span(quote.inner, quote.inner_end))
        start, end = inner, min(end, inner_end)
    while start < end and doc[start].is_space:
        start += 1
    return reading.span(start, end) if end > start else None


def body_start(reading: Reading, start: int, end: int) -> int:
    """The sentence's start after a dateline, a time stamp or a label at the beginning of its line."""
    doc = reading.doc
    if start and "\n" not in doc[start - 1].text:
        return start
    begin, stop = doc[start].idx, doc[end - 1].idx
    line = reading.text[begin : min(stop, begin + 120)]
    for pattern in (DATELINE, LABEL):
        match = pattern.match(line)
        if match and _is_label(reading, match.group(), pattern):
            return min(reading.tokens(Span(begin + match.end(), begin + match.end() + 1))[0], end - 1)
    return start


def _is_label(reading: Reading, text: str, pattern: re.Pattern[str]) -> bool:
    if pattern is LABEL:
        return True
    place = re.match(r"[^a-z]{3,}?[,/\s]", text)
    return place is not None and place.group().strip(" ,/").isupper()


def left_start(reading: Reading, frame: Frame, cues: list[int]) -> int:
    """Where a statement that stands before its attribution begins: after a semicolon, after what another source says, or at the start."""
    start = body_start(reading, frame.start, frame.end)
    first_cue = min(
        (i for i in cues if start <= i < frame.first and reading.quote_at(i) == reading.quote_at(frame.first)), default=frame.first
    )
    is_inserted = frame.stop < frame.end - 1 and reading.doc[frame.stop].text == ","
    for i in range(frame.first - 2, start, -1):
        if reading.quote_at(i) is not None and reading.quote_at(frame.first) != reading.quote_at(i):
            continue
        text = reading.doc[i].text
        if text == ";" or (text == ":" and is_inserted) or (i > first_cue and (text in {":", "—", "("} or _joins(reading, i))):
            return i + 1
        if text == ":" and any(reading.lexicon.verb_at(reading.doc, j) for j in range(start, i)):
            return i + 1
    if first_cue < frame.first:
        commas = (i + 1 for i in range(frame.first - 2, first_cue, -1) if reading.doc[i].text == ",")
        return next(commas, frame.first)
    return start


def _joins(reading: Reading, i: int) -> bool:
    """A comma with "while", "but" or "and" behind it, and a clause."""
    doc = reading.doc
    return (
        doc[i].text == ","
        and i + 1 < len(doc)
        and doc[i + 1].lower_ in {"while", "but", "whereas", "and"}
        and has_clause(doc, i + 2, min(i + 12, len(doc)))
    )


def right_end(reading: Reading, hit: CueHit, start: int, end: int, is_list: bool = False) -> int:
    """Where a statement that follows its cue ends: before what the cue's own clause goes on with. Semicolons part the items of a list."""
    doc = reading.doc
    end = max(start, min([end, *(cut for cut in (*reading.cuts, *reading.breaks) if cut > start), _governor(reading, hit, start)]))
    if hit.is_participle and not any(reading.is_finite(token) for token in doc[reading.sentence(hit.head.i)[0] : hit.head.i]):
        end = next((i for i in range(start + 1, end) if doc[i].text == "," and reading.quote_at(i) is None), end)
    limit = end
    for i in range(start + 1, end):
        inside = reading.quote_at(i)
        if inside is not None and reading.quote_at(hit.head.i) != inside:
            continue
        if doc[i].text == ";" and not is_list and not (i + 1 < end and doc[i + 1].lower_ == "that"):
            limit = i
            break
        if _resumes(reading, hit, i):
            limit = i
            break
    while limit > start and (doc[limit - 1].text in TRIMMED or doc[limit - 1].lower_ in {"and", "but", "while", "or"}):
        limit -= 1
    return limit


def _governor(reading: Reading, hit: CueHit, start: int) -> int:
    """Where the clause goes on that a relative clause with the cue interrupts ("Rwanda, which denies backing them, welcomed ...")."""
    verb = hit.head
    while verb.dep_ == "conj":
        verb = verb.head
    above = verb.head.head
    if verb.dep_ != "relcl" or above.pos_ not in {"VERB", "AUX"} or above.i <= start or verb.head.dep_ not in {"nsubj", "nsubjpass"}:
        return len(reading.doc)
    return min([above.i, *(child.i for child in above.children if child.dep_ in {"aux", "auxpass", "neg", "advmod"} and child.i > start)])


def _resumes(reading: Reading, hit: CueHit, i: int) -> bool:
    """Whether token `i` begins a further predicate or an adverbial clause of the cue's verb, or another cue of the same source."""
    doc, token = reading.doc, reading.doc[i]
    before = doc[i - 1]
    if hit.is_participle and token.dep_ == "cc" and before.text == "," and token.head.is_ancestor(hit.head):
        return True
    if token.dep_ == "cc" and token.head == hit.head:
        return any(child.dep_ == "conj" and child.i > i and _is_alike(reading, child, hit.head) for child in hit.head.children)
    if before.text == "," and token.tag_ == "VBG" and token.dep_ != "amod" and reading.lexicon.verb_at(doc, i) is not None:
        return True
    if before.lower_ in {"and", "but"} and token.tag_ in {"VBD", "VBZ", "VBG"} and token.tag_ == hit.head.tag_:
        return reading.lexicon.verb_at(doc, i) is not None
    if before.text == "," and token.lower_ in {"while", "whereas", "although", "though"} and token.dep_ in {"mark", "advmod"}:
        return token.head.head == hit.head
    return before.text in {"—", "–"} and token.lower_ in {"but", "and", "which", "though"} and token.head == hit.head


def _is_alike(reading: Reading, verb: Token, other: Token) -> bool:
    return verb.tag_ == other.tag_ or reading.is_finite(verb) or any(child.dep_ in {"aux", "auxpass"} for child in verb.children)


def is_marked(text: str) -> bool:
    return any(mark in text for mark in QUOTE_MARKS)
