"""A rule of the date grammar: a pattern and what a match of it means."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from newspkg.annotate.dates.expression import Calendar, Expression, Meaning
from newspkg.annotate.dates.words import day_number, month_number, weekday_number
from newspkg.model import Span

Found = re.Match[str]


@dataclass(frozen=True)
class Rule:
    """`read` turns a match into one expression or, for lists and ranges, several; none where the match says nothing after all.

    `near` is what every match holds, where the pattern is dear to try everywhere.
    """

    pattern: re.Pattern[str]
    read: Callable[[Found], Iterable[Expression]]
    near: re.Pattern[str] | None = None


def rule(pattern: str, read: Callable[[Found], Iterable[Expression]], near: re.Pattern[str] | None = None) -> Rule:
    """A rule on word borders; spaces in the pattern stand for any run of up to three blanks or one line end."""
    return Rule(re.compile(r"(?<![\w$€£/])(?<!\d[.,])(?:" + pattern.replace(" ", r"[ \t\u00a0]{1,3}") + r")(?!\w)"), read, near)


def one(meaning: Callable[[Found], Meaning | None]) -> Callable[[Found], Iterable[Expression]]:
    """Reads the whole match as one expression."""

    def read(found: Found) -> Iterable[Expression]:
        said = meaning(found)
        return [Expression(whole(found), said)] if said is not None else []

    return read


def whole(found: Found) -> Span:
    return Span(*found.span())


def group(found: Found, name: str) -> str | None:
    return found.groupdict().get(name)


def calendar(found: Found, day: str = "day", month: str = "month", year: str = "year") -> Calendar | None:
    """The calendar date of a match's groups `weekday`, `day`, `month`, `year`; None where there is no such day."""
    weekday, in_day, in_month, in_year = (group(found, name) for name in ("weekday", day, month, year))
    parts = Calendar(
        year=int(in_year) if in_year else None,
        month=month_number(in_month) if in_month else None,
        day=day_number(in_day) if in_day else None,
        weekday=weekday_number(weekday) if weekday else None,
    )
    return parts if is_possible(parts) else None


def is_possible(parts: Calendar) -> bool:
    """False for 31 April and for the 13th month; 29 February needs a leap year only where the year is told."""
    try:
        date(parts.year or 2000, 1 if parts.month is None else parts.month, 1 if parts.day is None else parts.day)
    except ValueError:
        return False
    return True
