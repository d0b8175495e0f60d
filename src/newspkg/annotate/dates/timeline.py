"""The reference time and the running focus of a text: which year "in March" is of, which day "the next day" follows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from newspkg.annotate.dates.expression import Calendar, Expression
from newspkg.dates import Period, shift, try_day

FUTURE_BEFORE = re.compile(r"(?i)\b(?:will|shall|would|plans? to|going to|upcoming|deadline (?:of|is)) (?:[^.,;:\n]{0,50} )?$")
MEETING = re.compile(r"(?i)['’]s (?:[\w-]+ ){0,3}?(?:talks|summit|meeting|election|vote|deadline|session)\b")
FUTURE_AFTER = re.compile(r"(?i)^,? (?:(?!that |which |who |whom |where )[\w'’,-]+ ){0,8}?(?:will|is (?:due|set|to)|are (?:due|set|to))\b")
DUE = re.compile(
    r"(?i)\b(?:am|is|are|was|were|be|been) (?:due|set|scheduled|slated) to [^.,;:\n]{0,90}$"
    r"|\b(?:is|are) to (?!blame\b|be (?:seen|found|heard)\b)[a-z]+ [^.,;:\n]{0,90}$"
    r"|\b(?:meets?|votes?|opens?|convenes?|reconvenes?|resumes?|travels?|go(?:es)? before|takes? effect) [^.,;:\n]{0,60}$"
)
HELD = re.compile(r"(?i)\b(?:said|came|went|was|were|had|(?!expected|scheduled|planned|invited|postponed)[a-z]{3,}ed)\b[^.]*$")
PAST_BEFORE = re.compile(r"(?i)\b(?:said|told|wrote|reported|announced|[a-z]{3,}ed|was|were|had|been)\b(?: [\w'’-]+){0,4} ?$")
EXPECTS = re.compile(
    r"(?i)(?:\b(?:scheduled|planned|due|slated|expected) (?:[\w-]+ ){0,4}|\b(?<!took )(?<!lasted "
    r")(?<!not )(?:until|by|before|ahead of|no later than) (?:the )?(?:end of )?|postponed to "
    r")$"
)


@dataclass
class Timeline:
    """`reference` is the day the text is written from; `focus` the last period told, `day` the last day told.

    `is_tale`: a paragraph of an article that tells of another year, as a history does.
    """

    reference: date | None
    narrative: bool
    focus: Period | None = None
    day: date | None = None
    is_tale: bool = False

    def see(self, period: Period, *, is_aside: bool = False) -> None:
        """Goes on to a period, unless it is named beside the story."""
        if self.narrative and is_aside:
            return
        if period.precision == "day":
            self.day = period.start
        if period.precision == "year" and self.focus and self.focus.precision != "year" and self.focus.start.year == period.start.year:
            return  # the year told once more does not make the month forgotten
        self.focus = period

    def anchor(self, name: str) -> date | None:
        if name == "reference" and not (self.narrative and self.reference):
            return self.reference
        if self.focus is None:
            return None if self.narrative else self.reference
        return self.focus.start

    def anchor_day(self) -> date | None:
        """The day that "the next day" follows."""
        return self.day if self.day is not None else (None if self.narrative else self.reference)

    def year_of(self, month: int, day: int | None, future: bool) -> int | None:
        """The year meant by a month, or a day of a month, told without one."""
        if self.narrative or self.is_tale:
            return _running_year(self.focus, month)
        return _nearest_year(self.reference, month, day, future) if self.reference else None


def _running_year(focus: Period | None, month: int) -> int | None:
    if focus is None:
        return None
    if focus.precision == "year" or focus.precision == "season":
        return focus.end.year if focus.precision == "season" and month <= 2 else focus.start.year
    if focus.start.month - month >= 9:
        return focus.start.year + 1
    return focus.start.year - 1 if month - focus.start.month >= 10 else focus.start.year


def _nearest_year(reference: date, month: int, day: int | None, future: bool) -> int | None:
    """The nearest such day, the past one preferred unless the context looks ahead."""
    candidates = []
    for year in (reference.year - 1, reference.year, reference.year + 1):
        on = try_day(year, month, day or min(reference.day, 28))
        if on is not None:
            ahead = (on - reference).days
            cost = ahead * (2 if future else 6) if ahead >= 0 else -ahead * (3 if future else 2)
            candidates.append((cost, year))
    return min(candidates)[1] if candidates else None


def looks_ahead(text: str, start: int, end: int) -> bool:
    """Whether the words around a date speak of the future."""
    before, after = text[max(0, start - 80) : start], text[end : end + 80]
    if DUE.search(text, max(0, start - 110), start):
        return True
    if MEETING.match(after) and re.search(r"(?i)\b(?:to|for|at|ahead of|before|join|attend) (?:the )?$", before):
        return not HELD.search(before[-40:])
    if EXPECTS.search(before):
        return not re.match(r",? [^.;]{0,40}\bhad\b", after)
    if PAST_BEFORE.search(before):
        return False
    return bool(FUTURE_BEFORE.search(before) or (not re.search(r"(?i)\b(?:said|told)\b", before) and FUTURE_AFTER.match(after)))


def lent_years(text: str, found: Sequence[Expression]) -> list[Expression]:
    """Ends of one range or list share the year of the last: "17 August-2 September 1914", "January and February 1937"."""
    lent = list(found)
    for i in range(len(lent) - 2, -1, -1):
        first, second = lent[i], lent[i + 1]
        between = text[first.span.end : second.span.start]
        if len(between) <= 12 and LINK.fullmatch(between):
            first = _lend(first, second)
            if RANGE.fullmatch(between) or (
                between.strip() == "and" and text[max(0, first.span.start - 12) : first.span.start].rstrip().lower().endswith("between")
            ):
                first = replace(first, opens_range=True)
            lent[i] = first
    return lent


LINK = re.compile(r"(?i)(?:\s?[-–—/]\s?| and | to | or |, | until | through | till |, and )(?:the )?")
RANGE = re.compile(r"(?i)(?:\s?[-–—]\s?| to | until | through | till )(?:the )?")


def _lend(first: Expression, second: Expression) -> Expression:
    a, b = first.meaning, second.meaning
    if (
        not (isinstance(a, Calendar) and isinstance(b, Calendar))
        or a.year
        or not b.year
        or (b.is_bc and a.month is None and a.season is None)
    ):
        return first
    if a.month is None and a.season is None and a.day is None:
        return first
    over = a.month is not None and b.month is not None and a.month > b.month
    return replace(first, meaning=replace(a, year=b.year - 1 if over and not b.is_bc else b.year, is_bc=b.is_bc))


def stepped(on: date | None, unit: str, count: int) -> date | None:
    return shift(on, unit, count) if on is not None else None  # type: ignore[arg-type]
