"""Rules for days of the calendar and ranges of them: "7 March 2022", "March 3-13", "between 1 and 5 May", "2024-11-19"."""

from __future__ import annotations

from collections.abc import Iterable

from newspkg.annotate.dates.expression import Calendar, Expression
from newspkg.annotate.dates.rule import Found, Rule, calendar, group, is_possible, one, rule, whole
from newspkg.annotate.dates.windows import NEAR_FIGURE, NEAR_MONTH
from newspkg.annotate.dates.words import DASH, DAY, MONTH, WEEKDAY_ANY, YEAR
from newspkg.model import Span

WEEKDAY_FIRST = rf"(?:(?P<weekday>{WEEKDAY_ANY}),? (?:the )?)?"
WITH_YEAR = rf"(?:,? (?:of )?(?P<year>{YEAR}))?"
JOIN = rf"(?:{DASH}|/| and | to | or | until | through |, )"


def _numeric(found: Found) -> Calendar | None:
    """Day first with dots; with slashes only where one number can't be a month."""
    first, second = int(found["first"]), int(found["second"])
    if found["mark"] == "/" and first <= 12 and second <= 12 and first != second:
        return None
    month_first = found["mark"] == "/" and second > 12
    parts = Calendar(int(found["year"]), first if month_first else second, second if month_first else first)
    return parts if is_possible(parts) else None


def _iso(found: Found) -> Calendar | None:
    parts = Calendar(int(found["year"]), int(found["month"]), int(found["day"]) if found["day"] else None)
    return parts if is_possible(parts) else None


def _several(found: Found) -> Iterable[Expression]:
    """Days of one month: the last one is written with the month (or the first, "May 6 and 7")."""
    names = [name for name in ("d1", "d2", "d3") if group(found, name)]
    parts = [calendar(found, day=name) for name in names]
    if any(part is None for part in parts):
        return []
    bounds = _bounds(found, names)
    is_range = len(names) == 2 and _is_range(found)
    return [
        Expression(bounds[i], part, opens_range=is_range and i == 0)
        for i, part in enumerate(parts)
        if part is not None
    ]  # fmt: skip


def _bounds(found: Found, names: list[str]) -> list[Span]:
    spans = [Span(*found.span(name)) for name in names]
    if found.start("month") < spans[0].start:
        spans[0] = Span(found.start("month"), spans[0].end)
    end = found.end("year") if group(found, "year") else found.end()
    spans[-1] = Span(spans[-1].start, max(end, spans[-1].end))
    return spans


def _is_range(found: Found) -> bool:
    between = found.string[found.end("d1") : found.start("d2")].strip()
    opened = found.string[max(0, found.start() - 9) : found.start()].rstrip().lower()
    return between in ("-", "–", "—", "to", "until", "through", "/") or (between == "and" and opened.endswith("between"))


def _whole_day(found: Found) -> Iterable[Expression]:
    said = calendar(found)
    return [Expression(whole(found), said)] if said else []


RULES: tuple[Rule, ...] = (
    rule(rf"{WEEKDAY_FIRST}(?:[Tt]he )?(?P<day>{DAY}) (?:of )?(?P<month>{MONTH}){WITH_YEAR}", _whole_day, NEAR_MONTH),
    rule(rf"(?P<day>{DAY})-(?P<month>{MONTH})-(?P<year>{YEAR})", _whole_day, NEAR_MONTH),
    rule(
        rf"{WEEKDAY_FIRST}(?P<month>{MONTH}) (?:the )?(?P<day>{DAY})(?! ?(?i:million|billion|percent"
        rf"|per cent|km|people|soldiers)\b){WITH_YEAR}", _whole_day, NEAR_MONTH),
    rule(r"(?P<year>1\d{3}|20\d\d)-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?:(?=T\d)|(?!\d))", one(_iso), NEAR_FIGURE),
    rule(r"(?P<year>1\d{3}|20\d\d)/(?P<month>[01]\d)/(?P<day>[0-3]\d)", one(_iso), NEAR_FIGURE),
    rule(r"(?P<first>\d{1,2})(?P<mark>[./])(?P<second>\d{1,2})(?P=mark)(?P<year>(?:19|20)\d\d)", one(_numeric), NEAR_FIGURE),
    rule(rf"(?:the )?(?P<d1>{DAY}){JOIN}(?:the )?(?P<d2>{DAY}) (?:of )?(?P<month>{MONTH}){WITH_YEAR}", _several, NEAR_MONTH),
    rule(rf"(?P<d1>{DAY}), (?P<d2>{DAY}),? and (?P<d3>{DAY}) (?P<month>{MONTH}){WITH_YEAR}", _several, NEAR_MONTH),
    rule(
        rf"(?P<month>{MONTH}) (?P<d1>{DAY})(?:{DASH}|/| and | to | or | through )(?P<d2>{DAY})(?! "
        rf"(?:[a-z]{{3,}}s|people)\b){WITH_YEAR}", _several, NEAR_MONTH),
    rule(rf"(?P<month>{MONTH}) (?P<d1>{DAY}), (?P<d2>{DAY}),? and (?P<d3>{DAY}){WITH_YEAR}", _several, NEAR_MONTH),
)  # fmt: skip
