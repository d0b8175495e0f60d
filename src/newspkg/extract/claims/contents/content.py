"""The content's edges: where a statement begins left of its cue, and where it ends right of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newspkg.extract.claims.frame import has_clause
from newspkg.extract.claims.reading import QUOTE_MARKS
from newspkg.model import Span

if TYPE_CHECKING:
    from newspkg.extract.claims.frame import Frame
    from newspkg.extract.claims.reading import Reading

DATELINE = re.compile(r"[A-Z][^\n—–-]{1,60}?(?:\([\w .]{2,20}\) ?)?\s(?:—|–|--|-)\s")
LABEL = re.compile(
    r"[-*_•>#\s]{0,6}(?:\d{1,2}[:.]\d{2} |[\w’' @./-]{1,30}(?:, [\w ]{1,14}){0,2}(?:, \d{1,2}[:.]\d{2})?:[*_\s]{1,5}(?=\S)"
    r"|\d{1,2}[.)] |(?<=[-*•>] )(?=\S))"
)
TRIMMED = frozenset({",", ";", ":", "—", "–", "-", "--", ".", "that"})
RELATIVE = frozenset({"who", "which", "whose", "where"})
EDGES = frozenset("*_#>•")


def content_span(reading: Reading, start: int, end: int) -> Span | None:
    """The characters of tokens `start` to `end`, without the punctuation and the quotation marks that enclose them all."""
    doc = reading.doc
    while start < end and _is_edge(reading, start) and not (end - start == 1 and doc[start].lower_ == "that"):
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


def _is_edge(reading: Reading, i: int) -> bool:
    """Whether a token at its beginning is none of the content: punctuation, the closing mark of the quotation before it."""
    token = reading.doc[i]
    return token.text in TRIMMED or token.is_space or token.text in EDGES or (reading.quote_closing(i) is not None and token.is_punct)


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
    is_inserted = frame.stop < frame.end - 1 and reading.doc[frame.stop].text == "," and reading.doc[frame.stop + 1].lower_ not in RELATIVE
    for i in range(frame.first - 2, start, -1):
        if reading.quote_at(i) is not None and reading.quote_at(frame.first) != reading.quote_at(i):
            continue
        text = reading.doc[i].text
        if text == ";" and (is_inserted or first_cue < i or not has_clause(reading.doc, i + 1, frame.first)):
            return i + 1
        if (text == ":" and is_inserted) or (i > first_cue and (text in {":", "—", "("} or _joins(reading, i))):
            return i + 1
        if text == ":" and any(reading.verb_at(j) for j in range(start, i)):
            return i + 1
    if first_cue < frame.first:
        commas = (i + 1 for i in range(frame.first - 2, first_cue, -1) if reading.doc[i].text == ",")
        return next(commas, start)
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


def is_marked(text: str) -> bool:
    return any(mark in text for mark in QUOTE_MARKS)
