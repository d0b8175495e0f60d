"""Contents that say nothing: a date alone, a question, "nothing", what a relative clause leaves behind its verb."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newspkg.extract.claims.speakers.speaker import RELATIVE, THIRD
from newspkg.extract.tree import child_of

if TYPE_CHECKING:
    from newspkg.extract.claims.draft import Draft
    from newspkg.extract.claims.reading import Reading
    from newspkg.model import Span

QUESTION = re.compile(r"[^.!?…]*\?[”\"’'»]?")


def is_empty(reading: Reading, draft: Draft, span: Span) -> bool:
    """Whether a span of a draft's content says nothing."""
    if QUESTION.fullmatch(span.of(reading.text)):
        return True
    first, last = reading.tokens(span)
    opener = reading.doc[first]
    if opener.lower_ == "nothing" and reading.quote_at(first) is None and draft.hit.start < first:
        return True
    return draft.hit.start < first and (_is_time(reading, first, last) or _is_left_over(reading, draft, first))


def _is_time(reading: Reading, first: int, last: int) -> bool:
    """Whether a day or another time is all: "pledged [last month]", "say that [every year]"."""
    start, end = reading.doc[first].idx, reading.doc[last - 1].idx + len(reading.doc[last - 1].text)
    if any(date.span.start <= start and end <= date.span.end for date in reading.annotated.dates):
        return True
    return last - first < 4 and reading.doc[first:last].root.dep_ == "npadvmod"


def _is_left_over(reading: Reading, draft: Draft, first: int) -> bool:
    """Whether the content's head stands before its relative clause: "the talks that SOURCE had offered [to host]"."""
    verb = draft.hit.head
    subject = child_of(verb, "nsubj")
    is_gapped = verb.dep_ == "relcl" and subject is not None and subject.lower_ not in RELATIVE and child_of(verb, "ccomp") is None
    at = reading.doc[first + 1].idx if first + 1 < len(reading.doc) else -1
    is_dated = reading.doc[first].pos_ == "ADP" and any(date.span.start <= at < date.span.end for date in reading.annotated.dates)
    return is_gapped and (reading.doc[first].lower_ == "to" or is_dated)


def is_nobodys(reading: Reading, draft: Draft) -> bool:
    """Whether somebody quoted speaks of what "they" say, with nobody in sight whom they could be."""
    is_pronoun = draft.speaker.actor_id is None and draft.speaker.span.of(reading.text).casefold() in THIRD
    return is_pronoun and reading.quote_at(reading.tokens(draft.speaker.span)[0]) is not None
