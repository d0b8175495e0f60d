"""Calendar arithmetic: periods of a day to a year, their ISO 8601 or TIMEX3 values, and steps between them. Leaf module, no I/O."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Precision = Literal["day", "week", "month", "season", "year"]
Unit = Literal["day", "week", "month", "year"]

MONTH_NAMES = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}  # first month; winter runs into the next year
FIRST_YEAR, LAST_YEAR = 1, 9998


@dataclass(frozen=True, slots=True)
class Period:
    """Calendar days `start` to `end`, both included, with their value (`2024-11-19`, `2024-W47`, `2024-11`, `1940-SU`, `1940`)."""

    value: str
    precision: Precision
    start: date
    end: date


def day(on: date) -> Period:
    return Period(on.isoformat(), "day", on, on)


def week(on: date) -> Period:
    """The ISO week (Monday to Sunday) that holds a day."""
    start = on - timedelta(days=on.weekday())
    year, number, _ = on.isocalendar()
    return Period(f"{year:04d}-W{number:02d}", "week", start, start + timedelta(days=6))


def month(year: int, number: int) -> Period:
    last = monthrange(year, number)[1]
    return Period(f"{year:04d}-{number:02d}", "month", date(year, number, 1), date(year, number, last))


def season(year: int, code: str) -> Period:
    """Three months of the northern year; the winter of 1940 is December 1940 to February 1941. KeyError for an unknown code."""
    first = SEASON_MONTHS[code]
    end_year, last = (year + 1, 2) if code == "WI" else (year, first + 2)
    return Period(f"{year:04d}-{code}", "season", date(year, first, 1), month(end_year, last).end)


def year(number: int) -> Period:
    return Period(f"{number:04d}", "year", date(number, 1, 1), date(number, 12, 31))


def try_day(year_number: int, month_number: int, day_number: int) -> date | None:
    """The date, or None where there is no such day (30 February, year 0)."""
    try:
        return date(year_number, month_number, day_number)
    except ValueError:
        return None


def shift(on: date, unit: Unit, count: int) -> date | None:
    """The day `count` units later (earlier where negative); the month's last day stands in for one that is missing. None out of range."""
    if unit in ("day", "week"):
        try:
            return on + timedelta(days=count * (7 if unit == "week" else 1))
        except OverflowError:
            return None
    months = on.year * 12 + on.month - 1 + count * (12 if unit == "year" else 1)
    year_number, index = divmod(months, 12)
    if not FIRST_YEAR <= year_number <= LAST_YEAR:
        return None
    return date(year_number, index + 1, min(on.day, monthrange(year_number, index + 1)[1]))


def around(on: date, unit: Unit) -> Period:
    """The day, week, month or year that holds a day."""
    if unit == "month":
        return month(on.year, on.month)
    if unit == "year":
        return year(on.year)
    return week(on) if unit == "week" else day(on)


def weekday_before(on: date, weekday: int, *, strictly: bool = False) -> date:
    """The last such weekday (Monday is 0) up to a day, that day included unless `strictly`."""
    back = (on.weekday() - weekday) % 7
    return on - timedelta(days=7 if strictly and not back else back)


def weekday_after(on: date, weekday: int, *, strictly: bool = True) -> date:
    """The next such weekday after a day; that day itself only where not `strictly`."""
    ahead = (weekday - on.weekday()) % 7
    return on + timedelta(days=7 if strictly and not ahead else ahead)
