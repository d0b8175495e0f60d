"""A text read from the first date to the last: each expression gets its value from those before."""

from __future__ import annotations

import re
from datetime import date

from newspkg.annotate.dates.expression import Expression, Night, Offset
from newspkg.annotate.dates.resolve import Resolver, timeless_value
from newspkg.annotate.dates.sections import Sections
from newspkg.annotate.dates.story import asides, is_narrative
from newspkg.annotate.dates.timeline import Timeline, looks_ahead
from newspkg.dates import Period
from newspkg.model import DateMention

TODAY = Offset("reference", "day", 0)
SENTENCE_END = re.compile(r"[.!?]\s+(?=[A-Z\"“])|\n")


class Reading:
    """One text being read: its expressions resolved one after the other."""

    def __init__(self, text: str, found: list[Expression], published_on: date | None, wars: dict[str, date]) -> None:
        self.text, self.found = text, found
        self.line = Timeline(published_on, is_narrative(found, published_on))
        self.resolver = Resolver(self.line, wars)
        self.asides = asides(text, found)
        self.sections = Sections(text, published_on, self.line)

    def mentions(self) -> tuple[DateMention, ...]:
        read: list[DateMention] = []
        for i, expression in enumerate(self.found):
            self.sections.before(expression)
            read.append(self._mention(i, expression, read))
            self.sections.after(expression, read[-1])
        return tuple(read)

    def _mention(self, i: int, expression: Expression, read: list[DateMention]) -> DateMention:
        span, meaning = expression.span, expression.meaning
        if isinstance(meaning, Night):
            return self._night(i, expression, read)
        if self.line.narrative and meaning == TODAY and expression.part is None:
            return DateMention(span, "PRESENT_REF")
        future = looks_ahead(self.text, span.start, span.end)
        period = self.resolver.period(meaning, future)
        if period is None:
            return DateMention(span, timeless_value(meaning), is_night=expression.is_night)
        self.line.see(period, is_aside=i in self.asides or self._is_since(expression, period))
        return self._dated(i, expression, period, future)

    def _is_since(self, expression: Expression, period: Period) -> bool:
        """ "the first since 2016", "two decades earlier": of what came before."""
        if isinstance(expression.meaning, Offset):
            return expression.meaning.unit == "year" and not 0 <= expression.meaning.count <= 1
        start = expression.span.start
        return period.precision == "year" and self.text[max(0, start - 6) : start].lower() == "since "

    def _dated(self, i: int, expression: Expression, period: Period, future: bool) -> DateMention:
        end = period.end
        if expression.until is not None:
            last = self._second(expression, period, future)
            end = last.end if last else end
        elif expression.opens_range and i + 1 < len(self.found):
            last = self.resolver.period(self.found[i + 1].meaning, future)
            end = last.end if last and last.end >= period.end else end
        value = f"{period.value}T{expression.part}" if expression.part and period.precision == "day" else period.value
        return DateMention(expression.span, value, period.precision, period.start, end, expression.is_night)

    def _second(self, expression: Expression, period: Period, future: bool) -> Period | None:
        """The morning of a night of two days, which is never more than a day off."""
        last = self.resolver.period(expression.until, future) if expression.until is not None else None
        return last if last and 0 <= (last.end - period.start).days <= 2 else None

    def _night(self, i: int, expression: Expression, read: list[DateMention]) -> DateMention:
        """ "overnight" alone: the day told in its sentence, else the last of its paragraph, else the reference (the focus of a history)."""
        on = self._day_near(i, expression, read)
        if on is None:
            on = self.line.anchor_day()
        if on is None:
            return DateMention(expression.span, None, is_night=True)
        return DateMention(expression.span, f"{on.isoformat()}TNI", "day", on, on, is_night=True)

    def _day_near(self, i: int, expression: Expression, read: list[DateMention]) -> date | None:
        if i + 1 < len(self.found):
            after = self.found[i + 1]
            if not SENTENCE_END.search(self.text, expression.span.end, after.span.start):
                period = self.resolver.period(after.meaning, False)
                if period and period.precision == "day":
                    return period.start
        last = next((m for m in read[:-10:-1] if m.precision == "day"), None)
        if last and "\n" not in self.text[max(last.span.end, expression.span.start - 1000) : expression.span.start]:
            return last.start
        return None if self.line.narrative else self.line.reference
