"""Rules for dates that need a reference or the running focus: "on Tuesday", "yesterday", "three days later", "last March", "that year"."""

from __future__ import annotations

from collections.abc import Iterable

from newspkg.annotate.dates.expression import Anchor, Calendar, Expression, Fixed, Meaning, Night, Offset, Sibling, WarDay, Weekday
from newspkg.annotate.dates.rule import Found, Rule, group, one, rule, whole
from newspkg.annotate.dates.windows import NEAR_UNIT
from newspkg.annotate.dates.words import (
    MONTH,
    MONTH_FULL,
    NUMBER,
    ORDINALS,
    PHASE,
    SEASON,
    SEASONS,
    VAGUE,
    WEEKDAY,
    day_number,
    either,
    month_number,
    number,
    weekday_number,
)
from newspkg.dates import Unit

UNITS: dict[str, tuple[Unit, int]] = {
    "day": ("day", 1), "week": ("week", 1), "fortnight": ("week", 2), "month": ("month", 1), "year": ("year", 1), "decade": ("year", 10),
}  # fmt: skip
UNIT = rf"(?P<unit>(?i:{either(UNITS)}))s?"
ABOUT = (
    r"(?:(?i:just|only|over|nearly|almost|about|around|some|roughly|more than|less than|at least"
    r"|barely|exactly|a mere|a little more than|a little over|under) ){0,2}"
)
LATE = r"(?:(?i:earlier|later|early|late)(?: in)? )?"
UNIT1 = UNIT.removesuffix("s?")
BARE = r"(?! (?:the|a|an|he|she|it|they|we|his|her|their|its|that|this|being|[A-Z]\w*|\w+ing)\b)"
DAYS: dict[str, int] = {"yesterday": -1, "today": 0, "tomorrow": 1}
YEARS = {"last": -1, "this": 0, "next": 1}
PARTS = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI"}
BEFORE_DAWN = (
    r"(?i:overnight|(?:shortly |just )?before (?:dawn|sunrise|daybreak)|(?:in )?the (?:early"
    r"|pre-dawn|predawn|small) (?:morning )?hours(?: of (?:the morning|darkness))?"
    r"|in the small hours|at (?:dawn|daybreak|first light)|in the middle of the night)"
)


def _offset(anchor: Anchor, sign: int):  # type: ignore[no-untyped-def]
    def meaning(found: Found) -> Meaning | None:
        unit, factor = UNITS[found["unit"].lower()]
        count = number(found["count"])
        return Offset(anchor, unit, sign * count * factor) if count is not None and count < 5000 else None

    return one(meaning)


def _near(anchor: Anchor, count: int):  # type: ignore[no-untyped-def]
    """ "last week", "the following month", "that year": `count` units from the anchor."""

    def meaning(found: Found) -> Meaning:
        unit, factor = UNITS[found["unit"].lower()]
        return Offset(anchor, unit, count * factor)

    return one(meaning)


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


def _sibling(anchor: Anchor, years: int, strict: bool = True):  # type: ignore[no-untyped-def]
    def meaning(found: Found) -> Meaning:
        month, season, day = group(found, "month"), group(found, "season"), group(found, "day")
        return Sibling(
            anchor, years, month_number(month) if month else None, SEASONS[season.lower()] if season else None,
            day_number(day) if day else None, strict,
        )  # fmt: skip

    return one(meaning)


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
    rule(r"(?i:last night)", _last_night),
    rule(r"(?i:(?:early |late |earlier |later )?this (?P<part>morning|afternoon|evening))", _this_part("reference", 0)),
    rule(
        r"(?i:(?:early |late |later |earlier )?(?:that|the same|that same) (?P<part>morning|afternoon"
        r"|evening|night))", _this_part("focus", 0)),
    rule(r"(?i:(?:early |late )?(?:the )?(?:next|following) (?P<part>morning|afternoon|evening|night))", _this_part("focus", 1)),
    rule(r"(?i:(?:the )?previous (?P<part>morning|afternoon|evening|night))", _this_part("focus", -1)),
    rule(rf"(?P<weekday>{WEEKDAY})", _weekday(0)),
    rule(rf"(?i:last|this past|the previous) (?P<weekday>{WEEKDAY})", _weekday(-1)),
    rule(rf"(?i:next|the following|the coming|this coming) (?P<weekday>{WEEKDAY})", _weekday(1)),
    rule(rf"(?i:this) (?P<weekday>{WEEKDAY})", _weekday(0)),
    rule(rf"(?P<weekday>{WEEKDAY})(?: of)? last week", _weekday(-1, True)),
    rule(rf"(?P<weekday>{WEEKDAY})(?: of)? next week", _weekday(1, True)),
    rule(rf"(?P<weekday>{WEEKDAY})(?: of)? this week", _weekday(0, True)),
    rule(rf"{ABOUT}(?P<count>{NUMBER}) {UNIT} ago", _offset("reference", -1), NEAR_UNIT),
    rule(rf"{ABOUT}(?P<count>{NUMBER}) {UNIT} (?i:from now|hence)", _offset("reference", 1), NEAR_UNIT),
    rule(rf"{ABOUT}(?P<count>{NUMBER}) {UNIT} (?:(?i:later|afterwards?|on(?=,))|(?i:after)(?=[,.;]))", _offset("focus", 1), NEAR_UNIT),
    rule(rf"{ABOUT}(?P<count>{NUMBER}) {UNIT} (?:(?i:earlier|previously|beforehand)|(?i:before){BARE})", _offset("focus", -1), NEAR_UNIT),
    rule(rf"(?i:{LATE}last) {UNIT1}(?! of\b)", _near("reference", -1)),
    rule(rf"(?i:{LATE}this) {UNIT1}", _near("reference", 0)),
    rule(rf"(?i:{LATE}(?:early |late )?next) {UNIT1}", _near("reference", 1)),
    rule(rf"(?i:(?:{LATE}|the )(?:the )?(?:next|following|subsequent)) {UNIT1}", _near("focus", 1)),
    rule(rf"(?i:(?:{LATE})(?:the )?(?:previous|preceding|prior)) {UNIT1}", _near("focus", -1)),
    rule(rf"(?i:the {UNIT1} (?:after|afterwards|following)){BARE}", _near("focus", 1)),
    rule(rf"(?i:the {UNIT1} before){BARE}", _near("focus", -1)),
    rule(rf"(?i:{LATE}(?:that same|the same|that|this same)) (?P<unit>day|week|month|year)", _near("focus", 0)),
    rule(
        r"(?i:(?:later|earlier|early|late) in the|(?:the )?(?:end|beginning|start|middle|rest|remainder"
        r"|latter part|close) of (?:the|that)|most of the rest of the) (?P<unit>week|month|year)", _near("focus", 0)),
    rule(r"(?i:the end of this) (?P<unit>week|month|year)", _near("reference", 0)),
    rule(r"(?P<unit>month|year)(?:'s|’s) end", _near("focus", 0)),
    rule(rf"(?i:{LATE}last) (?:(?P<month>{MONTH})|(?P<season>{SEASON}))", _sibling("reference", -1)),
    rule(rf"(?i:{LATE}next) (?:(?P<month>{MONTH})|(?P<season>{SEASON}))", _sibling("reference", 1)),
    rule(rf"(?i:{LATE}this) (?:(?P<month>{MONTH})|(?P<season>{SEASON}))", _sibling("reference", 0, False)),
    rule(rf"(?i:the previous|the preceding) (?:(?P<month>{MONTH})|(?P<season>{SEASON}))", _sibling("focus", -1)),
    rule(rf"(?i:the (?:following|next)) (?:(?P<month>{MONTH})|(?P<season>{SEASON}))", _sibling("focus", 1)),
    rule(rf"{PHASE}?(?P<month>{MONTH})(?: (?P<day>\d\d?))?,? of (?:that|the same|the) year", _sibling("focus", 0, False), NEAR_UNIT),
    *(
        rule(rf"(?P<month>{MONTH}) (?P<day>\d\d?),? (?:of )?{word} year", _sibling("reference", years, False))
        for word, years in YEARS.items()
    ),
    rule(rf"(?:(?P<day>\d\d?) )?(?P<month>{MONTH_FULL}) (?:of )?last year", _sibling("reference", -1, False)),
    rule(rf"(?:(?P<day>\d\d?) )?(?P<month>{MONTH_FULL}) (?:of )?this year", _sibling("reference", 0, False)),
    rule(rf"(?:(?P<day>\d\d?) )?(?P<month>{MONTH_FULL}) (?:of )?next year", _sibling("reference", 1, False)),
    rule(
        r"(?i:the) (?P<day>(?:[12]?1st|2?2nd|2?3rd|30th|31st|(?:1[0-9]|2[04-9]|[4-9])th))(?=[.,;)\n]"
        r"| (?:and|to|in|at|when|was|were|the|as|with|that|of)\b)", one(_ordinal_day)),
    rule(
        rf"(?i:the )?(?P<count>\d{{1,2}}(?:,\d{{3}}|\d{{0,2}})(?:st|nd|rd|th)|(?i:{either(ORDINALS)})) "
        rf"day of (?:the )?(?:ongoing |current )?(?:(?P<war>[A-Z][\w'’\s-]{{2,40}}?) )?(?:full-scale )?(?:war|invasion|conflict"
        rf"|fighting)(?: in (?P<where>[A-Z]\w{{2,20}}))?", one(_war_day)),
    rule(
        r"[Dd]ay (?P<count>\d{1,3}|\d,\d{3}|\d{4}) of (?:the )?(?:ongoing |current )?(?:(?P<war>[A-Z][\w'’\s-]{2,40}?) )?(?:full-scale "
        r")?(?:war|invasion|conflict)(?: in (?P<where>[A-Z]\w{2,20}))?", one(_war_day)),
    rule(BEFORE_DAWN, _night),
    rule(rf"{VAGUE} (?i:days|weeks|months|years|decades) later", one(lambda _: Fixed("FUTURE_REF"))),
    rule(rf"(?:{VAGUE} )?(?i:days|weeks|months|years|decades) (?i:earlier|ago|before)", one(lambda _: Fixed("PAST_REF"))),
)  # fmt: skip
