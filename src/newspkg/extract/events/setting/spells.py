"""Stretches of days: "between 8 p.m. on Monday and dawn", "over the past 24 hours", "at the weekend", "on Monday and Tuesday"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from newspkg.extract.events.setting.hung import NUMBERS
from newspkg.model import AnnotatedDocument, DateMention, Span

NEAR, LONGEST = 60, timedelta(31)  # characters from the first day of a stretch to its last; its length
WITHIN = r"(?:[^.,;\n]|(?<=\b[ap])\.|(?<=[ap]\.m)\.|(?<=\d)\.(?=\d))"  # what stands in one sentence, clock times too
OPENING = re.compile(rf"(?i)\b(?:between|from)\s(?:{WITHIN}{{0,30}}\s)?$")
LINK = re.compile(rf"(?i),?\s(?:night |evening |afternoon |morning )?(?:and|to|until|till|through|into)\s(?:{WITHIN}{{0,40}}\s)?")
BOTH = re.compile(r"(?i)\s(?:and|to)\s(?:on\s)?")
EVENING = re.compile(r"(?i)p\.?\s?m\b|\bevening\b|\bnight\b|\bdusk\b|\bsunset\b|\bmidnight\b|\b(?:1[89]|2[0-3])[:.]\d\d")
MORNING = re.compile(
    r"(?i)(?:\s(?:night|evening))?,?\s(?:and|to|until|till)\s(?:[a-z]+\s){0,2}?(?:dawn|daybreak|sunrise|(?:the )?(?:early )?morning"
    r"|0?\d[:.]\d\d|\d{1,2}\s?a\.?\s?m\b\.?)(?:\s(?:the\s)?(?:next|following)\s(?:day|morning))?(?!\s(?:on|of)\b)"
)
FIRST_DAY = re.compile(r"(?<![\d.,:])(?P<day>\d{1,2})\s?(?P<joint>-|–|to|and|&)\s?$")
DAY_AND_NIGHT = re.compile(
    r"(?i)\b(?:over|in|during|within|for) the (?:past|last|previous|preceding) (?:(?P<both>(?:24|twenty-four) hours)|day)\b"
)
WEEKEND = re.compile(r"(?i)\b(?:at|over|during|on) (?:the (?:past |last )?|last |this past )weekend\b")
DAYS = re.compile(r"(?i)\b(?:over|in|during|within|for) the (?:past|last|previous|preceding) (?P<number>[a-z]+|\d{1,2}) days\b")
ALL_WEEK = re.compile(r"(?i)\b(?:all|throughout (?:the|this)|the whole) week\b(?! long)")
DAY, WEEK = timedelta(1), timedelta(7)


def spelled(annotated: AnnotatedDocument) -> tuple[DateMention, ...]:
    """The dates of an article in text order: two that bound a stretch as one, and stretches that name no day."""
    text, found = annotated.text, list[DateMention]()
    for mention in annotated.dates:
        if found and (joined := _joined(found[-1], mention, text)) is not None:
            found[-1] = joined
        else:
            found.append(mention)
    found = [_to_morning(_from_day(mention, text), text) for mention in found]
    today = annotated.document.article.published_on
    told = list(_told(text, today)) if today is not None else []
    kept = [one for one in found if not any(one.span.overlaps(each.span) for each in told)]
    return tuple(sorted([*kept, *told], key=lambda each: each.span.start))


def _joined(one: DateMention, two: DateMention, text: str) -> DateMention | None:
    """Two days that a stretch runs between, or two days one after the other."""
    if "day" not in (one.precision, two.precision) or one.precision != two.precision or two.span.start - one.span.end > NEAR:
        return None
    if one.start is None or two.start is None or two.end is None:
        return None
    between, end = text[one.span.end : two.span.start], two.end
    opens = LINK.fullmatch(between) and OPENING.search(text, max(0, one.span.start - 45), one.span.start)
    while opens and end - one.start >= WEEK and end - WEEK >= one.start and not _is_numbered(two, text):
        end -= WEEK  # "until dawn on Wednesday", taken for the next
    follows = BOTH.fullmatch(between) and end == one.start + DAY
    if not (opens or follows) or not one.start < end <= one.start + LONGEST:
        return None
    return replace(one, span=Span(one.span.start, two.span.end), value=None, end=end, is_night=False)


def _is_numbered(mention: DateMention, text: str) -> bool:
    return any(char.isdigit() for char in mention.span.of(text))


def _from_day(mention: DateMention, text: str) -> DateMention:
    """ "8-19 April", "9 and 10 May": from the number before to the day."""
    before = FIRST_DAY.search(text, max(0, mention.span.start - 9), mention.span.start)
    if not before or mention.precision != "day" or mention.start is None or not text[mention.span.start].isdigit():
        return mention
    first, last = int(before["day"]), mention.start.day
    if not 0 < first < last or (before["joint"] in ("and", "&") and first + 1 != last):
        return mention
    return replace(mention, span=Span(before.start(), mention.span.end), value=None, start=mention.start.replace(day=first))


def _to_morning(mention: DateMention, text: str) -> DateMention:
    """ "Between 11 p.m. on Wednesday and dawn": to the day after."""
    opening = OPENING.search(text, max(0, mention.span.start - 45), mention.span.start)
    closing = MORNING.match(text, mention.span.end)
    if not opening or not closing or mention.precision != "day" or mention.start is None or mention.end != mention.start:
        return mention
    if not EVENING.search(text, opening.start(), closing.start() + 9):
        return mention
    return replace(mention, span=Span(mention.span.start, closing.end()), value=None, end=mention.start + DAY, is_night=False)


def _told(text: str, today: date) -> Iterator[DateMention]:
    """Stretches told from the day of writing."""
    for match in DAY_AND_NIGHT.finditer(text):
        end = today if match["both"] else today - DAY
        yield DateMention(Span(*match.span()), None, "day", today - DAY, end)
    for match in DAYS.finditer(text):
        if (number := NUMBERS.get(match["number"].lower()) or (match["number"].isdigit() and int(match["number"]))) and number > 1:
            yield DateMention(Span(*match.span()), None, "day", today - number * DAY, today)
    for match in ALL_WEEK.finditer(text):
        monday = today - today.weekday() * DAY
        yield DateMention(Span(*match.span()), None, "week", monday, monday + 6 * DAY)
    for match in WEEKEND.finditer(text):
        sunday = today - timedelta((today.weekday() + 1) % 7)
        yield DateMention(Span(*match.span()), None, "day", sunday - DAY, sunday)
