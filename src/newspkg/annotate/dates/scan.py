"""Finds the date expressions of a text: all rules, the longest match where they overlap, then the time of day written beside a date."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from newspkg.annotate.dates import days, months, named_days, relatives, vague, years
from newspkg.annotate.dates.expression import Calendar, Expression, Night, Offset, Weekday
from newspkg.annotate.dates.rule import Rule
from newspkg.annotate.dates.windows import windows
from newspkg.model import Span

RULES: tuple[Rule, ...] = (*days.RULES, *months.RULES, *years.RULES, *named_days.RULES, *relatives.RULES, *vague.RULES)
REACH = 64  # characters looked at on either side of a date
EARLY = (
    r"early|before (?:dawn|sunrise|daybreak)|overnight|in the early hours|the (?:early|small"
    r"|pre-?dawn) (?:morning )?hours|at dawn|dawn|pre-?dawn"
)
NIGHT_BEFORE = re.compile(
    r"(?i)(?<!\w)(?:shortly |just |in )?(?:before (?:dawn|sunrise|daybreak)|overnight|the (?:early"
    r"|small|pre-?dawn) (?:morning )?hours|at (?:dawn|daybreak|first light)|"
    r"(?P<night>(?:the |a |at )?night))(?P<link> (?:on|of|into|from|to|between|leading into|of the))? (?:the )?$"
)
PART_BEFORE = re.compile(
    r"(?i)(?<!\w)(?:the |in the )?(?:early |late )?(?:in the )?(?P<part>morning|afternoon|evening)(?: "
    r"hours)?(?: local time)?(?: (?:of|on))? (?:the )?$"
)
EDGE_BEFORE = re.compile(r"(?i)(?<!\w)(?P<edge>early|late)(?: on)? $")
PART_AFTER = re.compile(r"(?i)^,?(?:'s|’s)? (?:early |late )?(?P<part>morning|afternoon|evening|night|midday)(?!\w)")
INTO = re.compile(r"(?i)^,? (?:night )?(?:in)?to $|^(?:/| into | to the |-|–| and )(?:the )?$")
LETTERS = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "midday": "MI"}


def find(text: str) -> list[Expression]:
    """The expressions of a text in order, none overlapping."""
    return _join_nights(text, [_dressed(text, found) for found in _longest(_candidates(text))])


def _candidates(text: str) -> Iterator[tuple[int, int, int, Sequence[Expression]]]:
    parts: dict[re.Pattern[str] | None, list[tuple[int, int]]] = {None: [(0, len(text))]}
    for rank, rule in enumerate(RULES):
        if rule.near is not None and rule.near not in parts:
            parts[rule.near] = list(windows(text, rule.near))
        for start, end in parts[rule.near]:
            for found in rule.pattern.finditer(text, start, end):
                read = tuple(rule.read(found))
                if read:
                    yield read[0].span.start, -(read[-1].span.end - read[0].span.start), rank, read


def _longest(candidates: Iterable[tuple[int, int, int, Sequence[Expression]]]) -> list[Expression]:
    """Of overlapping matches the one that begins first, of those the longest, of those the earlier rule's."""
    kept: list[Expression] = []
    end = 0
    for start, _, _, read in sorted(candidates, key=lambda c: c[:3]):
        if start >= end:
            kept += read
            end = read[-1].span.end
    return kept


def _is_day(expression: Expression) -> bool:
    meaning = expression.meaning
    if isinstance(meaning, Calendar):
        return meaning.day is not None
    return isinstance(meaning, Weekday) or (isinstance(meaning, Offset) and meaning.unit == "day")


def _dressed(text: str, found: Expression) -> Expression:
    """With the time of day written before or after it: "the morning of 7 March", "late on Sunday", "Monday night"."""
    if not _is_day(found) or found.part:
        return found
    start, end = found.span.start, found.span.end
    before, after = text[max(0, start - REACH) : start], text[end : end + REACH]
    if edge := EDGE_BEFORE.search(before):
        found = replace(found, span=Span(start - len(edge[0]), end), part="MO" if edge["edge"].lower() == "early" else "EV")
    elif part := PART_BEFORE.search(before):
        found = replace(found, span=Span(start - len(part[0]) + _skip(part[0]), end), part=LETTERS[part["part"].lower()])
    elif night := NIGHT_BEFORE.search(before):
        found = replace(
            found, span=Span(start - len(night[0]) + _skip(night[0]), end), is_night=True, part="NI" if night["night"] else "MO"
        )
    if later := PART_AFTER.match(after):
        part_of_day = LETTERS[later["part"].lower()]
        found = replace(found, span=Span(found.span.start, end + later.end()), part=found.part or part_of_day)
    return found


def _skip(prefix: str) -> int:
    """Prepositions stay outside the span."""
    return len(re.match(r"(?i)(?:in |at )?", prefix)[0])  # type: ignore[index]


def _join_nights(text: str, found: list[Expression]) -> list[Expression]:
    """ "Sunday night into Monday", "the night of 2-3 May", "overnight 20/21 September" become one expression over two days;
    a bare "overnight" that went into a date beside it is dropped."""
    kept: list[Expression] = []
    for expression in found:
        last = kept[-1] if kept else None
        if last and last.span.end > expression.span.start:
            if isinstance(last.meaning, Night):
                kept[-1] = expression
            continue
        if last and _one_night(text, last, expression):
            kept[-1] = replace(
                last, span=Span(last.span.start, expression.span.end), until=expression.meaning, is_night=True, part="NI", opens_range=False
            )
            continue
        kept.append(expression)
    return kept


def _one_night(text: str, first: Expression, second: Expression) -> bool:
    if first.until is not None or not (_is_day(first) and _is_day(second)):
        return False
    between = text[first.span.end : second.span.start]
    if not INTO.match(between):
        return False
    return (first.is_night or "into" in between) and (first.part in ("NI", "MO", "EV") or first.is_night)
