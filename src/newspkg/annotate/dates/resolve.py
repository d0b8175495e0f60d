"""Gives expressions their value, in text order, against the reference time and the running focus."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from newspkg.annotate.dates.expression import Calendar, Expression, Fixed, Meaning, Night, Offset, Sibling, WarDay, Weekday
from newspkg.annotate.dates.timeline import Timeline
from newspkg.dates import FIRST_YEAR, LAST_YEAR, Period, around, day, month, season, shift, try_day, weekday_after, weekday_before, year

WarStarts = Mapping[str, date]


class Resolver:
    """Periods for meanings. `wars` gives the first day of a war by lower-cased name."""

    def __init__(self, timeline: Timeline, wars: WarStarts) -> None:
        self.timeline = timeline
        self.wars = wars

    def period(self, meaning: Meaning, future: bool) -> Period | None:
        """The calendar period meant, None where nothing tells it."""
        if isinstance(meaning, Calendar):
            return self._calendar(meaning, future)
        if isinstance(meaning, Weekday):
            try:
                return self._weekday(meaning, future)
            except OverflowError:  # beyond the last day of the calendar
                return None
        if isinstance(meaning, Offset):
            return self._offset(meaning)
        if isinstance(meaning, Sibling):
            return self._sibling(meaning)
        if isinstance(meaning, WarDay):
            return self._war_day(meaning)
        return None

    def _calendar(self, said: Calendar, future: bool) -> Period | None:
        if said.is_bc:
            return None
        if said.month is None and said.day is not None:
            return self._ordinal(said.day)
        in_year = said.year or self._year_for(said, future)
        if in_year is None:
            return None
        if said.season:
            return season(in_year, said.season)
        if said.month is None:
            return year(in_year)
        if said.day is None:
            return month(in_year, said.month)
        on = try_day(in_year, said.month, said.day)
        return day(on) if on else None

    def _year_for(self, said: Calendar, future: bool) -> int | None:
        line = self.timeline
        if said.season:
            anchor = line.anchor("focus") if line.narrative else line.reference
            if anchor is None:
                return None
            return anchor.year - 1 if said.season == "WI" and anchor.month <= 3 and not line.narrative else anchor.year
        return line.year_of(said.month, said.day, future) if said.month else None

    def _ordinal(self, number: int) -> Period | None:
        """ "the 13th": of the month in focus."""
        anchor = self.timeline.anchor("focus")
        on = try_day(anchor.year, anchor.month, number) if anchor else None
        return day(on) if on else None

    def _weekday(self, said: Weekday, future: bool) -> Period | None:
        reference = self.timeline.anchor_day() if self.timeline.narrative else self.timeline.reference
        if reference is None or (self.timeline.narrative and self.timeline.reference is None):
            return None
        if said.in_week:
            monday = reference - timedelta(days=reference.weekday())
            return day(monday + timedelta(days=7 * said.weeks + said.weekday))
        if said.weeks > 0 or (said.weeks == 0 and future):
            return day(weekday_after(reference, said.weekday, strictly=said.weeks > 0))
        return day(weekday_before(reference, said.weekday, strictly=said.weeks < 0))

    def _offset(self, said: Offset) -> Period | None:
        line = self.timeline
        on = line.anchor_day() if said.anchor == "focus" and said.unit == "day" else line.anchor(said.anchor)
        if line.narrative and line.reference and said.unit == "day":
            on = line.anchor_day()
        if said.anchor == "focus" and said.unit in ("week", "month") and line.focus and line.focus.precision == "day":
            on = line.day
        moved = shift(on, said.unit, said.count) if on else None
        return around(moved, said.unit) if moved else None

    def _sibling(self, said: Sibling) -> Period | None:
        anchor = self.timeline.anchor(said.anchor)
        if anchor is None:
            return None
        in_year = anchor.year + said.years
        if said.strict:
            in_year = self._strict_year(said, anchor)
        if not FIRST_YEAR <= in_year <= LAST_YEAR:
            return None
        if said.season:
            return season(in_year, said.season)
        if said.month is None:
            return None
        if said.day is None:
            return month(in_year, said.month)
        on = try_day(in_year, said.month, said.day)
        return day(on) if on else None

    def _strict_year(self, said: Sibling, anchor: date) -> int:
        first = said.month or {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[said.season or "SP"]
        if said.years < 0:
            return anchor.year if first < anchor.month else anchor.year - 1
        return anchor.year if first > anchor.month else anchor.year + 1

    def _war_day(self, said: WarDay) -> Period | None:
        name = (said.war or "").lower()
        start = next((on for war, on in self.wars.items() if name and war in name), None)
        on = shift(start, "day", said.number - 1) if start else None
        return day(on) if on else None


def timeless_value(meaning: Meaning) -> str | None:
    """The value of what is no calendar period: durations, references, years before Christ."""
    if isinstance(meaning, Fixed):
        return meaning.value
    if isinstance(meaning, Calendar) and meaning.is_bc:
        value = f"BC{meaning.year:04d}"
        value += f"-{meaning.season}" if meaning.season else ""
        return value + (f"-{meaning.month:02d}" if meaning.month else "")
    return None


__all__ = ["Expression", "Night", "Resolver", "timeless_value"]
