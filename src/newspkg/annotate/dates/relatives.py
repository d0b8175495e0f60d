"""Rules for what lies a span of time from a reference or the running focus: "three days later", "last March", "that year"."""

from __future__ import annotations

from newspkg.annotate.dates.expression import Anchor, Fixed, Meaning, Offset, Sibling
from newspkg.annotate.dates.rule import Found, Rule, group, one, rule
from newspkg.annotate.dates.windows import NEAR_MONTH, NEAR_UNIT
from newspkg.annotate.dates.words import (
    MONTH,
    MONTH_FULL,
    NUMBER,
    PHASE,
    SEASON,
    SEASONS,
    VAGUE,
    day_number,
    either,
    month_number,
    number,
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
YEARS = {"last": -1, "this": 0, "next": 1}


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


def _sibling(anchor: Anchor, years: int, strict: bool = True):  # type: ignore[no-untyped-def]
    def meaning(found: Found) -> Meaning:
        month, season, day = group(found, "month"), group(found, "season"), group(found, "day")
        return Sibling(
            anchor, years, month_number(month) if month else None, SEASONS[season.lower()] if season else None,
            day_number(day) if day else None, strict,
        )  # fmt: skip

    return one(meaning)


RULES: tuple[Rule, ...] = (
    rule(rf"{ABOUT}(?P<count>{NUMBER}) {UNIT} ago", _offset("reference", -1), NEAR_UNIT),
    rule(rf"{ABOUT}(?P<count>{NUMBER}) {UNIT} (?i:from now|hence)", _offset("reference", 1), NEAR_UNIT),
    rule(rf"{ABOUT}(?P<count>{NUMBER}) {UNIT} (?:(?i:later|afterwards?|on(?=,))|(?i:after)(?=[,.;]))", _offset("focus", 1), NEAR_UNIT),
    rule(rf"{ABOUT}(?P<count>{NUMBER}) {UNIT} (?:(?i:earlier|previously|beforehand)|(?i:before){BARE})", _offset("focus", -1), NEAR_UNIT),
    rule(rf"(?i:{LATE}last) {UNIT1}(?! of\b)", _near("reference", -1), NEAR_UNIT),
    rule(rf"(?i:{LATE}this) {UNIT1}", _near("reference", 0), NEAR_UNIT),
    rule(rf"(?i:{LATE}(?:early |late )?next) {UNIT1}", _near("reference", 1), NEAR_UNIT),
    rule(rf"(?i:(?:{LATE}|the )(?:the )?(?:next|following|subsequent)) {UNIT1}", _near("focus", 1), NEAR_UNIT),
    rule(rf"(?i:(?:{LATE})(?:the )?(?:previous|preceding|prior)) {UNIT1}", _near("focus", -1), NEAR_UNIT),
    rule(rf"(?i:the {UNIT1} (?:after|afterwards|following)){BARE}", _near("focus", 1), NEAR_UNIT),
    rule(rf"(?i:the {UNIT1} before){BARE}", _near("focus", -1), NEAR_UNIT),
    rule(rf"(?i:{LATE}(?:that same|the same|that|this same)) (?P<unit>day|week|month|year)", _near("focus", 0), NEAR_UNIT),
    rule(
        r"(?i:(?:later|earlier|early|late) in the|(?:the )?(?:end|beginning|start|middle|rest|remainder"
        r"|latter part|close) of (?:the|that)|most of the rest of the) (?P<unit>week|month|year)", _near("focus", 0), NEAR_UNIT),
    rule(r"(?i:the end of this) (?P<unit>week|month|year)", _near("reference", 0), NEAR_UNIT),
    rule(r"(?P<unit>month|year)(?:'s|’s) end", _near("focus", 0), NEAR_UNIT),
    rule(rf"(?i:{LATE}last) (?:(?P<month>{MONTH})|(?P<season>{SEASON}))", _sibling("reference", -1)),
    rule(rf"(?i:{LATE}next) (?:(?P<month>{MONTH})|(?P<season>{SEASON}))", _sibling("reference", 1)),
    rule(rf"(?i:{LATE}this) (?:(?P<month>{MONTH})|(?P<season>{SEASON}))", _sibling("reference", 0, False)),
    rule(rf"(?i:the previous|the preceding) (?:(?P<month>{MONTH})|(?P<season>{SEASON}))", _sibling("focus", -1)),
    rule(rf"(?i:the (?:following|next)) (?:(?P<month>{MONTH})|(?P<season>{SEASON}))", _sibling("focus", 1)),
    rule(rf"{PHASE}?(?P<month>{MONTH})(?: (?P<day>\d\d?))?,? of (?:that|the same|the) year", _sibling("focus", 0, False), NEAR_UNIT),
    *(
        rule(rf"(?P<month>{MONTH}) (?P<day>\d\d?),? (?:of )?{word} year", _sibling("reference", years, False), NEAR_MONTH)
        for word, years in YEARS.items()
    ),
    rule(rf"(?:(?P<day>\d\d?) )?(?P<month>{MONTH_FULL}) (?:of )?last year", _sibling("reference", -1, False), NEAR_MONTH),
    rule(rf"(?:(?P<day>\d\d?) )?(?P<month>{MONTH_FULL}) (?:of )?this year", _sibling("reference", 0, False), NEAR_MONTH),
    rule(rf"(?:(?P<day>\d\d?) )?(?P<month>{MONTH_FULL}) (?:of )?next year", _sibling("reference", 1, False), NEAR_MONTH),
    rule(rf"{VAGUE} (?i:days|weeks|months|years|decades) later", one(lambda _: Fixed("FUTURE_REF")), NEAR_UNIT),
    rule(rf"(?:{VAGUE} )?(?i:days|weeks|months|years|decades) (?i:earlier|ago|before)", one(lambda _: Fixed("PAST_REF")), NEAR_UNIT),
)  # fmt: skip
