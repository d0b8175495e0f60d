"""How a text tells its years: whether it is a history, and which years are named beside the story."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from newspkg.annotate.dates.expression import Calendar, Expression, Weekday

LONG = 20  # years that are named in a book's chapter and in no article
STEP = re.compile(r"(?:\A|[.!?:”\"\n]\s*|\n)(?:(?:Early|Late|Later|By|From|In|During|Throughout|Since) ){1,2}(?:the )?$")
Years = Sequence[int | None]


def is_narrative(found: Sequence[Expression], published: date | None) -> bool:
    """A history: no date of publication, or years told again and again that are seldom the publication's, and hardly a weekday."""
    if published is None:
        return True
    years = [e.meaning.year for e in found if isinstance(e.meaning, Calendar) and e.meaning.year and not e.meaning.is_bc]
    bc = sum(isinstance(e.meaning, Calendar) and e.meaning.is_bc for e in found)
    weekdays = sum(isinstance(e.meaning, Weekday) for e in found)
    near = sum(abs(year - published.year) <= 1 for year in years)
    if len(years) >= LONG and weekdays * LONG <= len(years):
        return near * 2 <= len(years)
    return bc >= 5 or (len(years) >= (8 if weekdays else 6) and near * 4 <= len(years))


def asides(text: str, found: Sequence[Expression]) -> frozenset[int]:
    """The numbers of expressions that name a year which the story neither comes from nor goes to: "a campaign planned for 1976".

    A date told in full is beside the story where those before and after it are of one year or two, and it is not between; a year alone
    where it does not lie between the dates told in full around it, unless a sentence begins with it.
    """
    told = [_year(e) if is_full(e) else None for e in found]
    beside = {i for i, year in enumerate(told) if year and _is_off(year, *_around(told, i), most=1)}
    story = [None if i in beside else year for i, year in enumerate(told)]
    alone = [i for i, e in enumerate(found) if _year(e) and told[i] is None and not is_step(text, e)]
    return frozenset(beside | {i for i in alone if _is_off(_year(found[i]) or 0, *_around(story, i))})


def _is_off(year: int, before: int | None, after: int | None, most: int | None = None) -> bool:
    """Whether a year is not between two others, which are at most so many years apart."""
    if before is None or (most is not None and (after is None or not 0 <= after - before <= most)):
        return False
    return not (before <= year <= (after if after is not None else year))


def _around(told: Years, i: int) -> tuple[int | None, int | None]:
    """The years told before and after."""
    before = next((year for year in reversed(told[:i]) if year), None)
    return before, next((year for year in told[i + 1 :] if year), None)


def is_step(text: str, said: Expression) -> bool:
    return STEP.search(text, max(0, said.span.start - 40), said.span.start) is not None


def _year(said: Expression) -> int | None:
    return said.meaning.year if isinstance(said.meaning, Calendar) and not said.meaning.is_bc else None


def is_full(said: Expression) -> bool:
    return isinstance(said.meaning, Calendar) and said.meaning.year is not None and said.meaning.month is not None
