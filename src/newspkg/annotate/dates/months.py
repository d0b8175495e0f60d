"""Rules for months, seasons and feasts: "early March 2022", "the summer of 1940", "Christmas"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from newspkg.annotate.dates.expression import Calendar, Expression
from newspkg.annotate.dates.rule import Found, Rule, calendar, group, one, rule
from newspkg.annotate.dates.windows import NEAR_FIGURE, NEAR_MONTH, NEAR_SEASON
from newspkg.annotate.dates.words import HOLIDAYS, MONTH, MONTH_FULL, PHASE, SEASON, SEASONS, YEAR, either
from newspkg.model import Span

AMBIGUOUS = ("march", "may", "august")
NOT_BEFORE = re.compile(
    r"(?:\b(?i:the|a|his|her|their|its|our|long|death|mrs|ms|mr|dr)\.?|(?<![.!?:] )\b(?!(?:In"
    r"|By|Since|Until|From|During|Early|Late|Last|Next|This|On|Between|And|Mid)\b)[A-Z][a-z]+) "
    r"$"
)
NOT_AFTER = re.compile(
    r"(?: (?!(?:and|to|or|when|after|as|before|by|for|in|until|through|that|the|with|was|were"
    r"|on|at|saw|but|because|amid|this|last|a)\b)[a-z]+| (?:to|on) (?:the )?[A-Z])"
)


def _bare_month(found: Found) -> Iterable[Expression]:
    """A month alone; "March" and "May" are a walk, a verb or a name where the words around say so."""
    text, start = found.string, found.start()
    if found["month"].lower() in AMBIGUOUS:
        before = text[max(0, start - 24) : start]
        starts = not before.strip() or before.rstrip()[-1:] in ".!?:\n"
        if NOT_BEFORE.search(before) or (starts and NOT_AFTER.match(text, found.end())):
            return []
    said = calendar(found)
    return [Expression(Span(*found.span()), said)] if said else []


def _season(found: Found) -> Calendar:
    year = group(found, "year")
    return Calendar(year=int(year) if year else None, season=SEASONS[found["season"].lower()])


def _holiday(found: Found) -> Calendar:
    month, day = HOLIDAYS[" ".join(found["name"].lower().replace("’", "'").split())]
    return Calendar(year=int(found["year"]) if group(found, "year") else None, month=month, day=day)


RULES: tuple[Rule, ...] = (
    rule(rf"{PHASE}?(?P<month>{MONTH})(?:,| of)? (?P<year>{YEAR})", one(calendar), NEAR_FIGURE),
    rule(rf"(?P<month>{MONTH_FULL})", _bare_month, NEAR_MONTH),
    rule(rf"{PHASE}(?P<month>{MONTH})", one(calendar), NEAR_MONTH),
    rule(rf"(?:{PHASE}|the )?(?P<season>{SEASON}),? (?:of )?(?P<year>{YEAR})(?:[-–/]\d\d(?:\d\d)?)?", one(_season), NEAR_FIGURE),
    rule(rf"(?P<year>{YEAR}) (?P<season>{SEASON})", one(_season), NEAR_SEASON),
    rule(
        rf"(?:{PHASE}|(?i:the|that|the same) |(?<=\bin\s)|(?<=\bby\s)|(?<=\bsame\s)|(?<=\band\s)|(?<=\bsince\s)"
        rf"|(?<=:\s))(?P<season>{SEASON})(?! of\b)(?! to\b)", one(_season), NEAR_SEASON),
    rule(rf"(?P<season>{SEASON})(?= (?i:(?:counter-?)?offensives?|campaigns?|fighting|harvest|quarters)\b)", one(_season), NEAR_SEASON),
    rule(rf"(?P<name>(?i:{either(HOLIDAYS)}))(?:,? (?P<year>{YEAR}))?", one(_holiday)),
)  # fmt: skip
