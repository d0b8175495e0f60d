"""Days told by way of an event: "on the day of the vote", "a day before the town fell", "hours after the attack"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from newspkg.extract.events.draft import Draft
from newspkg.extract.events.scene import Scene
from newspkg.extract.events.setting.hung import hung
from newspkg.model import EventDate, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

DAY_OF = re.compile(r"(?i)\b(?:day|morning|afternoon|evening|night) of (?:that|this|the) (?P<noun>[a-z]+)\b(?! of\b)")


def by_event(at: Token, events: Sequence[Draft], scene: Scene) -> EventDate | None:
    """The day that the sentence of a telling gives by the time of an event told elsewhere; None where it gives none."""
    text, start, end = scene.annotated.text, at.sent.start_char, at.sent.end_char
    for clause in hung(text, start, end):
        if clause.days is not None and not clause.holds(at.idx):
            other = next((each for each in events if any(clause.holds(span.start) for span in each.triggers)), None)
            if other is not None and (day := _moved(other.date, -clause.days, Span(clause.start, clause.end))) is not None:
                return day
    match = DAY_OF.search(text, start, end)
    return _moved(_day_of(match["noun"], match.start(), events, text), 0, Span(*match.span())) if match else None


def _day_of(noun: str, before: int, events: Sequence[Draft], text: str) -> EventDate | None:
    """The day of the event named by a noun, or of the last one before that could be."""
    named = [each for each in events if any(span.of(text).lower().endswith(noun.lower()) for span in each.triggers)]
    return next((each.date for each in reversed(named) if each.triggers[0].start < before), None)


def _moved(date: EventDate | None, days: int, span: Span) -> EventDate | None:
    if date is None or date.start is None or date.precision != "day":
        return None
    try:
        start = date.start + timedelta(days)
    except OverflowError:
        return None
    return replace(date, start=start, end=start, span=span)
