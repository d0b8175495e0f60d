"""Rules for days and their parts that need a reference: "yesterday", "on Tuesday", "that evening", "before dawn", "the 1,000th day of"."""

from __future__ import annotations

from collections.abc import Iterable

from newspkg.annotate.dates.expression import Anchor, Calendar, Expression, Night, Offset, WarDay, Weekday
from newspkg.annotate.dates.rule import Found, Rule, group, one, rule, whole
from newspkg.annotate.dates.windows import NEAR_FIGURE, NEAR_PART, NEAR_UNIT, NEAR_WEEKDAY
from newspkg.annotate.dates.words import ORDINALS, WEEKDAY, day_number, either, number, weekday_number

DAYS: dict[str, int] = {"yesterday": -1, "today": 0, "tomorrow": 1}
PARTS = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI"}
BEFORE_DAWN = (
    r"(?i:overnight|(?:shortly |just )?before (?:dawn|sunrise|daybreak)|(?:in )?the (?:early"
    r"|pre-dawn|predawn|small) (?:morning )?hours(?: of (?:the morning|darkness))?"
    r"|in the small hours|at (?:dawn|daybreak|first light)|in the middle of the night)"
)


def _named_day(found: Found) -> Iterable[Expression]:
    part = group(found, "part")
    offset = Offset("reference", "day", DAYS[found["day"].lower()])
    return [Expression(whole(found), offset, part=PARTS.get((part or "").lower()))]


def _tonight(found: Found) -> Iterable[Expression]:
    return [Expression(whole(found), Offset("reference", "day", 0), part="NI")]


def _last_night(found: Found) -> Iterable[Expression]:
    return [Expression(whole(found), Offset("reference", "day", -1), part="NI")]


def _this_part(anchor: Anchor, days: int):  # type: ignore[no-untyped-def]
    def read(found: Found) -> Iterable[Expression]:
        return [Expression(whole(found), Offset(anchor, "day", days), part=PARTS[found["part"].lower()])]

    return read


def _weekday(weeks: int, in_week: bool = False):  # type: ignore[no-untyped-def]
    return one(lambda found: Weekday(weekday_number(found["weekday"]), weeks, in_week))


def _ordinal_day(found: Found) -> Calendar:
    return Calendar(day=day_number(found["day"]))


def _war_day(found: Found) -> WarDay | None:
    count = number(found["count"].removesuffix("th").removesuffix("st").removesuffix("nd").removesuffix("rd"))
    return WarDay(group(found, "war") or group(found, "where"), count) if count else None


def _night(found: Found) -> Iterable[Expression]:
    return [Expression(whole(found), Night(), is_night=True)]


RULES: tuple[Rule, ...] = (
    rule(r"(?P<day>(?i:yesterday|today|tomorrow))(?:(?:'s|’s)? (?P<part>morning|afternoon|evening|night))?", _named_day),
    rule(r"(?i:tonight)", _tonight),
    rule(r"(?i:last night)", _last_night, NEAR_PART),
    rule(r"(?i:(?:early |late |earlier |later )?this (?P<part>morning|afternoon|evening))", _this_part("reference", 0), NEAR_PART),
    rule(
        r"(?i:(?:early |late |later |earlier )?(?:that|the same|that same) (?P<part>morning|afternoon"
        r"|evening|night))", _this_part("focus", 0), NEAR_PART),
    rule(r"(?i:(?:early |late )?(?:the )?(?:next|following) (?P<part>morning|afternoon|evening|night))", _this_part("focus", 1), NEAR_PART),
    rule(r"(?i:(?:the )?previous (?P<part>morning|afternoon|evening|night))", _this_part("focus", -1), NEAR_PART),
    rule(rf"(?P<weekday>{WEEKDAY})", _weekday(0), NEAR_WEEKDAY),
    rule(rf"(?i:last|this past|the previous) (?P<weekday>{WEEKDAY})", _weekday(-1), NEAR_WEEKDAY),
    rule(rf"(?i:next|the following|the coming|this coming) (?P<weekday>{WEEKDAY})", _weekday(1), NEAR_WEEKDAY),
    rule(rf"(?i:this) (?P<weekday>{WEEKDAY})", _weekday(0), NEAR_WEEKDAY),
    rule(rf"(?P<weekday>{WEEKDAY})(?: of)? last week", _weekday(-1, True), NEAR_WEEKDAY),
    rule(rf"(?P<weekday>{WEEKDAY})(?: of)? next week", _weekday(1, True), NEAR_WEEKDAY),
    rule(rf"(?P<weekday>{WEEKDAY})(?: of)? this week", _weekday(0, True), NEAR_WEEKDAY),
    rule(
        r"(?i:the) (?P<day>(?:[12]?1st|2?2nd|2?3rd|30th|31st|(?:1[0-9]|2[04-9]|[4-9])th))(?=[.,;)\n]"
        r"| (?:and|to|in|at|when|was|were|the|as|with|that|of)\b)", one(_ordinal_day), NEAR_FIGURE),
    rule(
        rf"(?i:the )?(?P<count>\d{{1,2}}(?:,\d{{3}}|\d{{0,2}})(?:st|nd|rd|th)|(?i:{either(ORDINALS)})) "
        rf"day of (?:the )?(?:ongoing |current )?(?:(?P<war>[A-Z][\w'’\s-]{{2,40}}?) )?(?:full-scale )?(?:war|invasion|conflict"
        rf"|fighting)(?: in (?P<where>[A-Z]\w{{2,20}}))?", one(_war_day), NEAR_UNIT),
    rule(
        r"[Dd]ay (?P<count>\d{1,3}|\d,\d{3}|\d{4}) of (?:the )?(?:ongoing |current )?(?:(?P<war>[A-Z][\w'’\s-]{2,40}?) )?(?:full-scale "
        r")?(?:war|invasion|conflict)(?: in (?P<where>[A-Z]\w{2,20}))?", one(_war_day), NEAR_UNIT),
    rule(BEFORE_DAWN, _night),
)  # fmt: skip
