"""Whether the times of two tellings can be one, and how much that says."""

from __future__ import annotations

from datetime import date, timedelta

from newspkg.resolve.telling import Telling

NIGHT = timedelta(days=1)  # a night has two dates, and reports lag
FRESH = timedelta(days=2)
NEWS = timedelta(days=10)  # what has no date is most often as old as the news
MEMORY = timedelta(days=60)  # how long ago something lies that an article recalls without its date
ANOTHER_DAY = -4.0
CARRIED = -2.0  # another day, but one of the two is not told of the event itself
ADRIFT = 0.75  # less for one day where nothing else in a telling says which event it is
UNTIMED = -0.25
Days = tuple[date, date]


def when(one: Telling, two: Telling) -> float | None:
    """Points for the times being one; None where they can't be. Symmetric."""
    if _is_later(one, two) or _is_later(two, one):
        return None
    if one.days is None or two.days is None:
        return _undated(one, two)
    if {one.event.factuality, two.event.factuality} == {"planned", "actual"}:
        return 1.0 if one.days == two.days else None
    points = _dated(one.days, two.days, one.told.is_night or two.told.is_night)
    if points is None or (one.told.is_dated and two.told.is_dated):
        return points
    is_adrift = any(each.is_adrift and not each.told.is_dated for each in (one, two))
    return max(points - (ADRIFT if is_adrift else 0), CARRIED)


def _is_later(one: Telling, two: Telling) -> bool:
    """The one happened after the article of the other, which tells of something done, was out."""
    known = two.published is not None and one.days is not None and two.event.factuality == "actual"
    return known and one.days[0] > two.published + NIGHT  # type: ignore[index,operator]


def _dated(here: Days, there: Days, is_night: bool) -> float | None:
    (a, b), (c, d) = here, there
    if a <= d and c <= b:
        return 1.5 if b - a <= NIGHT and d - c <= NIGHT else 0.5
    if not (a - NIGHT <= d and c <= b + NIGHT):
        return None
    return 0.5 if is_night else ANOTHER_DAY


def _undated(one: Telling, two: Telling) -> float | None:
    """One of the two has no date: it is as old as the news, so the other must be news of the same days."""
    if one.days is None and two.days is None and "planned" in (one.event.factuality, two.event.factuality):
        return 0 if one.event.factuality == two.event.factuality else None
    first, second = (member.days[1] if member.days else member.published for member in (one, two))
    if first is None or second is None:
        return UNTIMED
    gap = abs(first - second)
    if gap <= FRESH:
        return 0.5
    return 0 if gap <= NEWS else -1 if gap <= MEMORY else None
