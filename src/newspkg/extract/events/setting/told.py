"""The days that an article tells around an event: the one it is news of, the one told last before an event, the one of its paragraph."""

from __future__ import annotations

import re

from newspkg.extract.events.draft import Draft
from newspkg.extract.events.scene import Scene
from newspkg.extract.events.setting.when import day, is_of_dateline, is_of_speech
from newspkg.extract.events.setting.when_relative import is_relative, points_back
from newspkg.model import DateMention, EventDate

SINCE = re.compile(r"\bsince\b[^.;:\n]*$")
NEWS_DAYS = 10
LONG_PAST, FRONT = 45, 12  # days; characters of a sentence


def lead_of(dates: list[EventDate], scene: Scene) -> EventDate | None:
    """The first date that is news on the day of publication; the first of all where the article has no date."""
    today = scene.annotated.document.article.published_on
    told = [date for mention in scene.dates if not is_of_speech(mention, scene) and (date := day(mention, scene)) is not None]
    written = {mention.span for mention in scene.dates if is_of_dateline(mention, scene.annotated.text)}
    news = sorted([*dates, *(told if today else ())], key=lambda date: (date.span in written, date.span))
    return next((date for date in news if today is None or (date.start and 0 <= (today - date.start).days <= NEWS_DAYS)), None)


def first(event: Draft, scene: Scene) -> int:
    """The token of its first telling."""
    span = scene.doc.char_span(event.triggers[0].start, event.triggers[0].end, alignment_mode="expand")
    return span.start if span is not None else event.token.i


def told_last(event: Draft, events: list[Draft], scene: Scene) -> EventDate | None:
    """The last day named before an event, of another or of none."""
    start = event.triggers[0].start
    dates = [other.date for other in events if other.date is not None and other.date.precision == "day"]
    dates += [
        date
        for mention in scene.dates
        if not is_of_speech(mention, scene)
        and not points_back(mention.span.of(scene.annotated.text))
        and (date := day(mention, scene)) is not None
    ]
    return max((date for date in dates if date.span.end <= start), key=lambda date: date.span, default=None)


def near(event: Draft, events: list[Draft], scene: Scene) -> EventDate | None:
    """The last day named before it in its paragraph, of an event or of none; else the first named after it, of an event."""
    at = first(event, scene)
    here = [other for other in events if other.date is not None and other.date.precision == "day" and other.factuality == "actual"]
    same = [other for other in here if scene.paragraph[other.token.i] == scene.paragraph[at]]
    start = event.triggers[0].start
    before = [(other.triggers[0].start, other.date) for other in same if other.triggers[0].start < start]
    before += [
        (mention.span.start, date)
        for mention in _mentions(at, scene)
        if mention.span.end <= start
        and (date := day(mention, scene))
        and not _is_aside(mention, date, scene)
        and not _is_ahead(date, scene)
    ]
    if before:
        return max(before, key=lambda each: each[0])[1]
    later = (other for other in same if other.date is not None and not _is_ahead(other.date, scene) and not _is_since(other, scene))
    return next((other.date for other in later if other.date and not is_relative(other.date.span.of(scene.annotated.text))), None)


def _is_aside(mention: DateMention, date: EventDate, scene: Scene) -> bool:
    """A day long past that no sentence begins with: that of something else that is only mentioned."""
    today = scene.annotated.document.article.published_on
    span = scene.doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
    if today is None or date.start is None or span is None or (today - date.start).days <= LONG_PAST:
        return False
    return mention.span.start - span.root.sent.start_char > FRONT


def _is_since(event: Draft, scene: Scene) -> bool:
    """ "The sixth since the truce collapsed on March 18": a day from which something else is counted."""
    span = event.date.span if event.date is not None else event.triggers[0]
    before = scene.annotated.text[max(0, span.start - 80) : span.start]
    return SINCE.search(before) is not None


def _is_ahead(date: EventDate, scene: Scene) -> bool:
    today = scene.annotated.document.article.published_on
    return today is not None and date.start is not None and date.start > today


def _mentions(at: int, scene: Scene) -> list[DateMention]:
    """The dates of the sentences before in the same paragraph that no verb of speech takes for itself."""
    found: list[DateMention] = []
    number = scene.sentence[at] - 1
    while number >= 0 and (number in scene.starts and scene.paragraph[scene.starts[number]] == scene.paragraph[at]):
        found += [mention for mention in scene.dates_in(number) if not is_of_speech(mention, scene)]
        number -= 1
    return found
