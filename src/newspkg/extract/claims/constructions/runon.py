"""Quotations that run on: those behind a closed attribution ("A," he said. "B."), and those of the next paragraphs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newspkg.extract.claims.contents.content import content_span
from newspkg.extract.claims.draft import Draft

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newspkg.extract.claims.reading import Reading
    from newspkg.model import Span

SHORTEST = 3  # words of a free-standing quotation


def continued(reading: Reading, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with the quotations that take them up again, and those that run on as claims of their own."""
    taken = [span for draft in drafts for span in draft.content]
    by_end = sorted(drafts, key=lambda draft: draft.hit.end)
    found = list(drafts)
    for first, last in _free_quotes(reading, taken):
        before = next((draft for draft in reversed(by_end) if draft.hit.end <= first), None)
        span = content_span(reading, first, last)
        if before is None or span is None or not _follows(reading, before, first):
            continue
        if _takes_up(reading, before, first):
            found[found.index(before)] = replace(before, content=(*before.content, span))
            continue
        later = replace(before, content=(span,))
        found.append(later)
        by_end.append(later)
    return found


def _free_quotes(reading: Reading, taken: list[Span]) -> list[tuple[int, int]]:
    """Quotations that make up whole sentences and belong to no claim yet, as token ranges without the marks."""
    free = []
    for quote in reading.quotes:
        first, last = reading.tokens_of(quote)
        if (
            quote.depth
            or last - first < SHORTEST
            or reading.is_skipped(first)
            or any(span.start <= quote.inner < span.end for span in taken)
        ):
            continue
        start, end = reading.sentence(first - 1) if first and reading.quote_at(first - 1) is None else (first, last)
        if first - start <= 1 and end - last <= 2:
            free.append((first, last))
    return free


def _follows(reading: Reading, before: Draft, first: int) -> bool:
    """Whether the quotation stands right behind the sentence of a claim, in its paragraph or as a quotation left open."""
    end = reading.sentence(before.hit.head.i)[1]
    tail = max([end, *(reading.tokens(span)[1] for span in before.content)])
    between = [token for token in reading.doc[tail : first - 1] if not token.is_space and not token.is_punct]
    if between:
        return False
    crossed = any("\n" in token.text for token in reading.doc[tail : first - 1])
    return not crossed or _was_left_open(reading, before)


def _was_left_open(reading: Reading, before: Draft) -> bool:
    quote = reading.quote_at(reading.tokens(before.content[-1])[0])
    return quote is not None and not quote.is_closed


def _takes_up(reading: Reading, before: Draft, first: int) -> bool:
    """A quotation before the attribution and one right behind it are one statement."""
    quoted = all(reading.quote_at(reading.tokens(span)[0]) is not None for span in before.content)
    return quoted and before.content[-1].end <= reading.doc[before.hit.head.i].idx
