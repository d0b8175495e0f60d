"""Many articles from few that were read: each with other words, days and places, and its reading with them, as the cache would hold it.

To read a hundred thousand articles takes hours; how all that comes after the extraction grows with their number is told by these.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import Any

from corpus import YEARS

from newspkg.ingest.add import written
from newspkg.ingest.reading import sha256_of
from newspkg.model import ArticleReading, EventDate, EventMention, EventPlace, RawArticle

WORD = re.compile(r"(?<![\w-])[a-z]{4,12}(?![\w-])")
ISO = re.compile(r"\b20\d\d-\d\d-\d\d\b")
CHANGED = 0.3  # of the words: no two variants are near copies


class Variants:
    """Draws variants of readings. Words are replaced by others of their length, so that every span stays where it is."""

    def __init__(self, readings: Sequence[ArticleReading]) -> None:
        self._readings = [each for each in readings if each.events and not each.annotated.document.raw_starts]
        if not self._readings:
            raise ValueError(f"none of the {len(readings)} articles that were read tells an event: there is nothing to make variants of")
        bodies = (each.annotated.document.article.body for each in self._readings)
        self._words: dict[int, list[str]] = {}
        for word in sorted({word for body in bodies for word in WORD.findall(body)}):
            self._words.setdefault(len(word), []).append(word)
        towns = {event.place.name: event.place for each in self._readings for event in each.events if _is_town(event.place)}
        self._towns = [towns[name] for name in sorted(towns)]

    def draw(self, count: int, seed: int = 1) -> Iterator[tuple[str, str, ArticleReading]]:
        """(name, text with front matter, reading) of `count` articles; the n-th is always the same."""
        for number in range(count):
            draw = random.Random(f"{seed}/{number}")
            name = f"v{number:07d}"
            made = self._variant(name, draw.choice(self._readings), draw)
            yield name, _text(made.annotated.document.article), made

    def _variant(self, name: str, base: ArticleReading, draw: random.Random) -> ArticleReading:
        shift = timedelta(weeks=draw.randrange(52 * YEARS))
        document = base.annotated.document
        body = self._body(document.article.body, draw, shift)
        day = (document.article.published_on or date(2025, 1, 1)) + shift
        named = RawArticle(
            name,
            f"{name[:5]}/{name}.md",
            body,
            sha256_of(body),
            media_type="text/markdown",
            title=f"Report {name}",
            published_on=day,
            language="en",
        )
        text = body if document.text == document.article.body else self._over(document.text, document.article.body, body)
        annotated = replace(base.annotated, document=replace(document, article=named, text=text))
        town = cache(lambda _: draw.choice(self._towns))
        events = tuple(self._event(event, shift, town) for event in base.events)
        return replace(base, annotated=annotated, events=events)

    def _body(self, body: str, draw: random.Random, shift: timedelta) -> str:
        body = WORD.sub(lambda found: draw.choice(self._words[len(found[0])]) if draw.random() < CHANGED else found[0], body)
        return ISO.sub(lambda found: (date.fromisoformat(found[0]) + shift).isoformat(), body)

    def _over(self, text: str, old: str, new: str) -> str:
        """The cleaned text with the characters that were changed in the body."""
        return "".join(after if before == char else char for char, before, after in zip(text, old, new, strict=True))

    def _event(self, event: EventMention, shift: timedelta, town: Any) -> EventMention:
        when, where = event.date, event.place
        moved = EventDate(_moved(when.start, shift), _moved(when.end, shift), when.precision, when.span) if when else None
        if where is not None and _is_town(where):
            where = replace(town(where.name), span=where.span)
        return replace(event, date=moved, place=where)


def _is_town(place: EventPlace | None) -> bool:
    return place is not None and place.precision == "settlement"


def _moved(day: date | None, shift: timedelta) -> date | None:
    return day + shift if day else None


def _text(article: RawArticle) -> str:
    day = article.published_on.isoformat() if article.published_on else ""
    return written({"title": article.title, "published_on": day, "language": "en"}) + article.body
