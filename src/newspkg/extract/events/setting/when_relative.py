"""Days told by another day: "the same evening", "three days later", "a day after", "the night before"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from newspkg.extract.events.scene import Scene
from newspkg.extract.events.setting.hung import NUMBERS, Hung, hung
from newspkg.extract.events.setting.when import as_event_date, is_of_dateline
from newspkg.model import EventDate, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

SAME = re.compile(
    r"(?i)\b(?:(?:the|that) (?:very )?same|that) (?:day|morning|afternoon|evening|night)\b|\b(?:minutes|hours) (?:later|earlier)\b"
)
NEXT = re.compile(r"(?i)\b(?:(?:the|a) (?:next|following) (?:day|morning|night)|the (?:day|morning) after)\b")
LAST = re.compile(r"(?i)\b(?:the (?:previous|preceding) (?:day|evening|night)|the (?:day|evening|night) before)\b")
COUNTED = re.compile(rf"(?i)\b({'|'.join(NUMBERS)}|\d{{1,2}}) (days?|weeks?) (later|afterwards?|earlier|before|after)\b")


def points_back(said: str) -> bool:
    """ "That evening", "the same day": a day that was told before."""
    return SAME.fullmatch(said) is not None


def is_relative(said: str) -> bool:
    """ "A day earlier", "the next morning", "that evening": a day that only another day gives."""
    return any(pattern.fullmatch(said) for pattern in (SAME, NEXT, LAST, COUNTED))


def relative(at: Token, told: EventDate | None, last: EventDate | None, lead: EventDate | None, scene: Scene) -> EventDate | None:
    """The day that the sentence of a telling gives by way of another: of the main clause, the day told last before it, the lead.

    None where it gives none.
    """
    text, sentence, anchor = scene.annotated.text, at.sent, told or lead
    clause = next((each for each in hung(text, sentence.start_char, sentence.end_char) if each.holds(at.idx)), None)
    if clause is not None and clause.days is not None:
        return _of_clause(at, clause, last or told or lead, scene)
    if anchor is None or anchor.start is None:
        return None
    for pattern, days in ((SAME, 0), (NEXT, 1), (LAST, -1)):
        if (match := pattern.search(text, sentence.start_char, sentence.end_char)) is not None:
            return _shifted(anchor, days, Span(match.start(), match.end()), "day")
    match = COUNTED.search(text, sentence.start_char, sentence.end_char)
    if match is None or (match.group(3).lower() in ("before", "after") and text[match.end() : match.end() + 1] == " "):
        return None
    number = NUMBERS.get(match.group(1).lower()) or int(match.group(1))
    is_week, forward = match.group(2).lower().startswith("week"), match.group(3).lower().startswith(("later", "afterward", "after"))
    days = number * (7 if is_week else 1) * (1 if forward else -1)
    return _shifted(anchor, days, Span(match.start(), match.end()), "week" if is_week else "day")


def _of_clause(at: Token, clause: Hung, known: EventDate | None, scene: Scene) -> EventDate | None:
    """By the day of the main clause. Where the clause opens the sentence, it tells what is known, unless the parser sees more than it."""
    main, days = _main_day(at, clause, scene), clause.days or 0
    if clause.opens and main is None:
        word = scene.doc.char_span(clause.start - 1, clause.start, alignment_mode="expand")
        if word is None or at in (word.root.head if word.root.dep_ == "mark" else word.root).subtree:
            return None
        days = -days
    main = main or known
    return _shifted(main, days, Span(clause.start, clause.end), "week" if clause.is_week else "day") if main is not None else None


def _main_day(at: Token, clause: Hung, scene: Scene) -> EventDate | None:
    """The one day that a sentence names outside a clause."""
    days = [
        mention
        for mention in scene.dates_in(scene.sentence[at.i])
        if mention.precision == "day" and not clause.holds(mention.span.start) and not is_of_dateline(mention, scene.annotated.text)
    ]
    return as_event_date(days[0], scene.annotated.text) if days else None


def _shifted(anchor: EventDate, days: int, span: Span, precision: str) -> EventDate | None:
    try:
        start = anchor.start + timedelta(days) if anchor.start is not None else None
    except OverflowError:
        return None
    return replace(anchor, start=start, end=start, span=span, precision="week" if precision == "week" else "day")
