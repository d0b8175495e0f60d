"""Where in the article a coded value is said: the machine's span for the same value, else the nearest words, else the row's own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from newspkg.model import AnnotatedDocument, Casualties, EventMention, PlaceMention, Span


class Grounds:
    """Finds the spans of one coded event's values. `trigger` is its first trigger, `known` the machine's telling of it, if any."""

    def __init__(self, annotated: AnnotatedDocument, triggers: Sequence[Span], known: EventMention | None) -> None:
        self.annotated, self.trigger, self.known = annotated, triggers[0], known

    def date(self, start: date) -> Span:
        if self.known and self.known.date and self.known.date.start == start:
            return self.known.date.span
        return self._nearest(each.span for each in self.annotated.dates if each.start == start) or self.trigger

    def place(self, name: str) -> tuple[Span, PlaceMention | None]:
        """The span that names the place, with the gazetteer's reading of it where there is one."""
        same = [each for each in self.annotated.places if name in (each.name, each.span.of(self.annotated.text))]
        if same:
            best = min(same, key=lambda each: self._distance(each.span))
            return best.span, best
        return self.words(name) or self.trigger, None

    def words(self, text: str) -> Span | None:
        """The nearest occurrence of some words."""
        starts, at = [], self.annotated.text.find(text)
        while at >= 0:
            starts.append(Span(at, at + len(text)))
            at = self.annotated.text.find(text, at + 1)
        return self._nearest(starts)

    def one_of(self, mentions: Iterable[Span]) -> Span:
        return self._nearest(mentions) or self.trigger

    def count(self, numbers: Iterable[int | None], known: Casualties | None) -> Span:
        wanted = [number for number in numbers if number is not None]
        if known is not None and [known.low, known.best, known.high] == list(numbers):
            return known.span
        return self._nearest(each.span for each in self.annotated.quantities if each.value in wanted) or self.trigger

    def _nearest(self, spans: Iterable[Span]) -> Span | None:
        return min(spans, key=lambda span: (self._distance(span), span.start), default=None)

    def _distance(self, span: Span) -> int:
        return max(span.start - self.trigger.end, self.trigger.start - span.end, 0)
