"""The date of a telling whose own sentence gives none: of its entry's label, its paragraph, else of the article's news."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from newspkg.extract.events.draft import Draft
from newspkg.extract.events.scene import Scene
from newspkg.extract.events.setting.when import as_event_date, is_of_dateline, is_of_speech
from newspkg.extract.events.setting.when_relative import relative
from newspkg.model import DateMention, EventDate

NEWS_DAYS = 10
LONG_PAST, FRONT = 45, 12  # days; characters of a sentence
OPENING = re.compile(r"[\s*#_>\-–—•·(\[\d.]{0,12}$")
CLOSING = re.compile(r"[\s*_)\]]{0,6}(?:[:–—|-]|$|\n|\d{1,2}[:.]\d{2}|,?\s*\d{4}\s*(?:[:–—|-]|$|\n))")


def dated(events: list[Draft], scene: Scene) -> list[Draft]:
    """An undated telling happens on the day its entry, its paragraph, else its article is about; not where its verb looks back."""
    lead = _lead([event.date for event in events if event.date is not None and event.date.precision == "day"], scene)
    labels = _labels(scene)
    found = []
    for event in events:
        if event.date is None and event.factuality == "actual":
            at = scene.paragraph[_first(event, scene)]
            told = relative(scene.doc[_first(event, scene)], _told_last(event, events, scene), lead, scene)
            if told is not None:
                event = replace(event, date=told)
            elif at in labels:
                event = replace(event, date=labels[at])
            elif not _looks_back(event):
                event = replace(event, date=_near(event, events, scene) or lead)
        found.append(event)
    return found


def _lead(dates: list[EventDate], scene: Scene) -> EventDate | None:
    """The first date that is news on the day of publication; the first of all where the article has no date."""
    today = scene.annotated.document.article.published_on
    told = [date for mention in scene.dates if not is_of_speech(mention, scene) and (date := _day(mention, scene)) is not None]
    written = {mention.span for mention in scene.dates if is_of_dateline(mention, scene.annotated.text)}
    news = sorted([*dates, *(told if today else ())], key=lambda date: (date.span in written, date.span))
    return next((date for date in news if today is None or (date.start and abs((today - date.start).days) <= NEWS_DAYS)), None)


def _day(mention: DateMention, scene: Scene) -> EventDate | None:
    return as_event_date(mention, scene.annotated.text) if mention.precision == "day" else None


def _labels(scene: Scene) -> Mapping[int, EventDate]:
    """By line, the date that heads it: of a timeline's entry or a feed's post, to the next of at least two; of one alone its own line."""
    text, heads = scene.annotated.text, {}
    for mention in scene.dates:
        line = text.rfind("\n", 0, mention.span.start) + 1
        opens = OPENING.fullmatch(text[max(line, mention.span.start - 13) : mention.span.start]) and mention.span.start - line <= 12
        if opens and CLOSING.match(text, mention.span.end) and (date := _day(mention, scene)) is not None:
            at = scene.doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
            if at is not None:
                heads[scene.paragraph[at.start]] = date
    if len(heads) < 2:
        return heads
    found: dict[int, EventDate] = {}
    for line in range(min(heads), (scene.paragraph[-1] if scene.paragraph else 0) + 1):
        found[line] = heads.get(line) or found[line - 1]
    return found


def _first(event: Draft, scene: Scene) -> int:
    """The token of its first telling."""
    span = scene.doc.char_span(event.triggers[0].start, event.triggers[0].end, alignment_mode="expand")
    return span.start if span is not None else event.token.i


def _told_last(event: Draft, events: list[Draft], scene: Scene) -> EventDate | None:
    """The last day named before an event, of another or of none."""
    start = event.triggers[0].start
    dates = [other.date for other in events if other.date is not None and other.date.precision == "day"]
    dates += [date for mention in scene.dates if not is_of_speech(mention, scene) and (date := _day(mention, scene)) is not None]
    return max((date for date in dates if date.span.end <= start), key=lambda date: date.span, default=None)


def _near(event: Draft, events: list[Draft], scene: Scene) -> EventDate | None:
    """The last day named before it in its paragraph, of an event or of none; else the first named after it, of an event."""
    at = _first(event, scene)
    here = [other for other in events if other.date is not None and other.date.precision == "day"]
    same = [other for other in here if scene.paragraph[other.token.i] == scene.paragraph[at]]
    start = event.triggers[0].start
    before = [(other.triggers[0].start, other.date) for other in same if other.triggers[0].start < start]
    before += [
        (mention.span.start, date)
        for mention in _mentions(at, scene)
        if mention.span.end <= start and (date := _day(mention, scene)) and not _is_aside(mention, date, scene)
    ]
    if before:
        return max(before, key=lambda each: each[0])[1]
    return same[0].date if same else None


def _is_aside(mention: DateMention, date: EventDate, scene: Scene) -> bool:
    """A day long past that no sentence begins with: that of something else that is only mentioned."""
    today, span = scene.annotated.document.article.published_on, scene.doc.char_span(*_ends(mention), alignment_mode="expand")
    if today is None or date.start is None or span is None or (today - date.start).days <= LONG_PAST:
        return False
    return mention.span.start - span.root.sent.start_char > FRONT


def _ends(mention: DateMention) -> tuple[int, int]:
    return mention.span.start, mention.span.end


def _mentions(at: int, scene: Scene) -> list[DateMention]:
    """The dates of the sentences before in the same paragraph that no verb of speech takes for itself."""
    found: list[DateMention] = []
    number = scene.sentence[at] - 1
    while number >= 0 and (number in scene.starts and scene.paragraph[scene.starts[number]] == scene.paragraph[at]):
        found += [mention for mention in scene.dates_in(number) if not is_of_speech(mention, scene)]
        number -= 1
    return found


def _looks_back(event: Draft) -> bool:
    token = event.trigger.token
    if token.dep_ == "ccomp" and token.head.tag_ in ("VBD", "VBN"):
        return False  # "police said they had detained": shifted back by the verb of saying
    has = any(child.dep_ == "aux" and child.lower_ in ("had", "has", "have") for child in token.children)
    return has and event.event_type != "attack"
