"""Rules for years, decades and centuries: "1914-18", "the 1930s", "146 BC"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from newspkg.annotate.dates.expression import Calendar, Expression, Fixed
from newspkg.annotate.dates.rule import Found, Rule, calendar, group, one, rule
from newspkg.annotate.dates.windows import NEAR_FIGURE
from newspkg.annotate.dates.words import DASH, MONTH, ORDINAL_NUMBERS, ORDINALS, PHASE, YEAR, either
from newspkg.model import Span

NUMBERED = "resolution model flight no. agenda type unit order article room number route than least highway boeing act".split()
NOT_A_YEAR = "".join(rf"(?<!{word[0].upper()}{re.escape(word[1:])}\s)(?<!{re.escape(word)}\s)" for word in NUMBERED)
COUNTED = """
    people men troops soldiers civilians drones missiles rockets km metres meters miles kilometres kilometers tonnes tons
    families homes houses prisoners fighters dead deaths hours GMT local others were have kg feet personnel vehicles tanks sq
""".split()
NOT_A_COUNT = rf"(?! (?:[a-z-]{{3,20}} ){{0,2}}?(?:{'|'.join(COUNTED)}|of them)\b)"
LEADING = """
    in of by the since until from to into during throughout before after and between till through for a its his or as active
    against late early mid In By Since From Until During Throughout Between After Before The Through
""".split()
BEFORE_YEAR = "(?:" + "|".join(rf"(?<=\b{word}\s)" for word in LEADING) + r"|(?<=[(\[,;:–—]\s)|(?<=[(\[–—/-])|(?<=^))"


def _years(found: Found) -> Iterable[Expression]:
    """ "1914-1918", "1914-18", "from 1914 to 1918": both ends, the first running to the second."""
    first, second = found["y1"], found["y2"]
    last = int(second) if len(second) == 4 else int(first[: 4 - len(second)] + second)
    if last <= int(first):
        return []
    return [
        Expression(Span(*found.span("y1")), Calendar(year=int(first)), opens_range=True),
        Expression(Span(*found.span("y2")), Calendar(year=last)),
    ]


def _line_year(found: Found) -> Iterable[Expression]:
    return [Expression(Span(*found.span("year")), Calendar(year=int(found["year"])))]


def _bc(found: Found) -> Calendar:
    month = calendar(found, year="none")
    return Calendar(year=int(found["bc"]), month=month.month if month and group(found, "month") else None, is_bc=True)


def _bc_range(found: Found) -> Iterable[Expression]:
    return [
        Expression(Span(*found.span("b1")), Calendar(year=int(found["b1"]), is_bc=True)),
        Expression(Span(found.start("b2"), found.end()), Calendar(year=int(found["b2"]), is_bc=True)),
    ]


def _decade(found: Found) -> Fixed:
    return Fixed(("BC0" + found["decade"][:-1]) if group(found, "bce") else found["decade"][:3])


def _century(found: Found) -> Fixed | None:
    words = found["century"].lower()
    count = ORDINAL_NUMBERS.get(words) or int("".join(c for c in words if c.isdigit()) or 0)
    return Fixed(f"BC{count - 1:02d}" if group(found, "bce") else f"{count - 1:02d}") if 0 < count < 30 else None


def _short_year(found: Found) -> Calendar:
    return Calendar(year=1900 + int(found["short"]) if int(found["short"]) > 30 else 2000 + int(found["short"]))


BC = r"(?:BCE?\b|B\.C\.(?:E\.)?|B\.C\b)"
RULES: tuple[Rule, ...] = (
    rule(rf"{PHASE}(?P<year>{YEAR})", one(calendar), NEAR_FIGURE),
    rule(rf"(?i:the year |about |around |(?:ca|c)\. ?|circa )(?P<year>{YEAR}){NOT_A_COUNT}", one(calendar), NEAR_FIGURE),
    rule(rf"{BEFORE_YEAR}{NOT_A_YEAR}(?P<year>{YEAR}){NOT_A_COUNT}", one(calendar), NEAR_FIGURE),
    rule(rf"{NOT_A_YEAR}(?<=[a-z]\s)(?P<year>(?:1[6-9]|20)\d\d)(?= [a-z]+[b-rt-z]\b){NOT_A_COUNT}", one(calendar), NEAR_FIGURE),
    rule(rf"(?:(?<=[.!?]\s)|(?<=\n))(?P<year>(?:1[6-9]|20)\d\d)(?= [a-z]+[b-rt-z]\b){NOT_A_COUNT}", one(calendar), NEAR_FIGURE),
    rule(r"(?P<year>(?:1[89]|20)\d\d)(?=[,:)\]]|'s\b|’s\b|\s*$)", one(calendar), NEAR_FIGURE),
    rule(r"(?m:^(?:[#*\s]{0,6})(?P<year>1\d{3}|20\d\d)(?=\W{0,4}$|[:.]))", _line_year, NEAR_FIGURE),
    rule(rf"(?P<y1>{YEAR})(?:{DASH}| to | until | through )(?P<y2>{YEAR}|\d\d?(?![\d%]|[.,]\d))(?!-)", _years, NEAR_FIGURE),
    rule(rf"(?P<y1>{YEAR}) and (?P<y2>{YEAR})", _years, NEAR_FIGURE),
    rule(r"['’](?P<short>[2-9]\d)(?![\d%])", one(_short_year), NEAR_FIGURE),
    rule(rf"(?:{PHASE}|(?i:ca|c)\. )?(?:(?P<month>{MONTH}) )?(?P<bc>\d{{1,4}}) ?{BC}", one(_bc), NEAR_FIGURE),
    rule(rf"(?P<b1>\d{{2,4}})(?:{DASH}| to )(?P<b2>\d{{2,4}}) ?{BC}", _bc_range, NEAR_FIGURE),
    rule(rf"(?:{PHASE}|the )?(?:early |late |mid-?)?(?P<decade>[12]\d\d0|\d\d0(?=s ?B))['’]?s(?P<bce> ?{BC})?", one(_decade), NEAR_FIGURE),
    rule(
        rf"(?:the )?(?i:(?:early|late|mid)(?:-| ))?(?P<century>(?i:{either(ORDINALS)})|\d{{1,2}}(?:st"
        rf"|nd|rd|th))(?:-| )[cC]entury(?P<bce> ?{BC})?", one(_century)),
)  # fmt: skip
