"""Rules for what is no calendar date: durations ("three days" is P3D) and references to past, present and future."""

from __future__ import annotations

from newspkg.annotate.dates.expression import Fixed
from newspkg.annotate.dates.rule import Found, Rule, group, one, rule
from newspkg.annotate.dates.windows import NEAR_UNIT
from newspkg.annotate.dates.words import NUMBER, VAGUE, number

LETTERS = {"minute": "TM", "hour": "TH", "day": "D", "week": "W", "month": "M", "year": "Y"}
UNIT = r"(?P<unit>(?i:minute|hour|day|week|month|year))"
ABOUT = (
    r"(?:(?i:just|only|over|nearly|almost|about|around|some|roughly|more than|less than|at least"
    r"|close to|up to|another|a little more than|a mere|under) ){0,2}"
)
WHICH = r"(?:(?i:the (?:next|following|past|last|first|final|previous|preceding|coming)|its (?:first|last)|the) )?"
SORT = r"(?: (?i:whole|full|more|long|consecutive|straight|bloody|brutal|short))?"


def _duration(found: Found) -> Fixed | None:
    letters = LETTERS[found["unit"].lower()]
    words = group(found, "count")
    count = number(words) if words else None
    if words and count is None:
        return None
    return Fixed(f"P{'T' if letters[0] == 'T' and len(letters) == 2 else ''}{'X' if count is None else count}{letters[-1]}")


RULES: tuple[Rule, ...] = (
    rule(rf"{ABOUT}{WHICH}{ABOUT}(?P<count>{NUMBER}){SORT} {UNIT}s?(?! (?:old|of age)\b)", one(_duration), NEAR_UNIT),
    rule(rf"(?P<count>{NUMBER})(?:-| ){UNIT}(?:(?:-| )long)?(?! old\b)(?!-old)", one(_duration), NEAR_UNIT),
    rule(rf"{UNIT}s?-long", one(lambda found: Fixed(f"P1{LETTERS[found['unit'].lower()][-1]}")), NEAR_UNIT),
    rule(rf"{WHICH}{VAGUE}{SORT} {UNIT}s", one(_duration), NEAR_UNIT),
    rule(rf"(?:(?<=for\s)|(?<=[Ww]ithin\s))(?:many )?{UNIT}s", one(_duration), NEAR_UNIT),
    rule(r"(?i:per )(?P<unit>day|week|month|year)", one(lambda found: Fixed(f"P1{LETTERS[found['unit'].lower()][-1]}")), NEAR_UNIT),
    rule(
        r"(?i:(?:right )?now(?! that\b)|currently|current(?= [a-z])|at present|nowadays|these days"
        r"|present-day|modern(?:-| )day|at the moment|the time being)", one(lambda _: Fixed("PRESENT_REF"))),
    rule(r"(?:(?<=[Tt]o\s))date(?=[,.;]| have\b| has\b)", one(lambda _: Fixed("PRESENT_REF"))),
    rule(
        r"(?i:recently|recent|formerly|former|(?<=in\s)the (?:recent )?past(?! (?:\w+ )?(?:day|week"
        r"|month|year|decade|hour|century)))", one(lambda _: Fixed("PAST_REF"))),
    rule(r"(?i:(?<=in\s)the (?:near |foreseeable )?future|future(?= [a-z]))", one(lambda _: Fixed("FUTURE_REF"))),
    rule(
        r"(?i:(?<=during\s)(?:this|that) (?:period|time)|(?<=at\s)(?:the same time|the time|that "
        r"time)|this period|(?<=by\s)this time)", one(lambda _: Fixed(None))),
    rule(r"(?i:every ?day|daily)", one(lambda _: Fixed("XXXX-XX-XX"))),
)  # fmt: skip
