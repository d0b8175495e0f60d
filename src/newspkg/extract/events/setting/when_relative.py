"""Days told by another day: "the same evening", "three days later", "a day after", "the night before"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from newspkg.extract.events.scene import Scene
from newspkg.model import EventDate, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

NUMBERS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
SAME = re.compile(
    r"(?i)\b(?:(?:the|that) (?:very )?same|that) (?:day|morning|afternoon|evening|night)\b|\b(?:minutes|hours) (?:later|earlier)\b"
)
NEXT = re.compile(r"(?i)\b(?:(?:the|a) (?:next|following) (?:day|morning|night)|the (?:day|morning) after)\b")
LAST = re.compile(r"(?i)\b(?:the (?:previous|preceding) (?:day|evening|night)|the (?:day|evening|night) before)\b")
COUNTED = re.compile(rf"(?i)\b({'|'.join(NUMBERS)}|\d{{1,2}}) (days?|weeks?) (later|afterwards?|earlier|before|after)\b")


def relative(at: Token, anchor: EventDate | None, scene: Scene) -> EventDate | None:
    """The day that the sentence of a telling gives by way of `anchor`, the day told last before it; None where it gives none."""
    if anchor is None or anchor.start is None:
        return None
    text, sentence = scene.annotated.text, at.sent
    for pattern, days in ((SAME, 0), (NEXT, 1), (LAST, -1)):
        if (match := pattern.search(text, sentence.start_char, sentence.end_char)) is not None:
            return _shifted(anchor, days, Span(match.start(), match.end()), "day")
    match = COUNTED.search(text, sentence.start_char, sentence.end_char)
    if match is None:
        return None
    number = NUMBERS.get(match.group(1).lower()) or int(match.group(1))
    is_week, word = match.group(2).lower().startswith("week"), match.group(3).lower()
    forward = word.startswith(("later", "afterward", "after"))
    if word in ("after", "before") and at.idx > match.end():  # "a day after he promised": what is told in the clause
        forward = not forward
    days = number * (7 if is_week else 1) * (1 if forward else -1)
    return _shifted(anchor, days, Span(match.start(), match.end()), "week" if is_week else "day")


def _shifted(anchor: EventDate, days: int, span: Span, precision: str) -> EventDate | None:
    try:
        start = anchor.start + timedelta(days) if anchor.start is not None else None
    except OverflowError:
        return None
    return replace(anchor, start=start, end=start, span=span, precision="week" if precision == "week" else "day")
