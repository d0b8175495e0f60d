"""Date expressions of news English with their values: found by a grammar, resolved against the article's day and the running focus."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from newspkg.annotate.dates.expression import Calendar, Expression, Night, Offset
from newspkg.annotate.dates.resolve import Resolver, timeless_value
from newspkg.annotate.dates.scan import find
from newspkg.annotate.dates.timeline import Timeline, is_narrative, lent_years, looks_ahead
from newspkg.dates import Period
from newspkg.model import DateMention, Document
from newspkg.specs import Codelists, listed

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["DateAnnotator"]

LABEL = re.compile(r"[^\w\n]{0,12}")
LABEL_END = re.compile(r"[^\w\n]{0,4}(?:\n|$|[:|—–]| - )")
DATELINE = re.compile(r"[A-Z][A-Z .,'’/-]{2,40}(?:, [A-Z][a-z]+)?,? $")


class DateAnnotator:
    """Annotates the dates of documents. `codelists` gives the first days of wars (`war_anchors`)."""

    def __init__(self, codelists: Codelists) -> None:
        rows = codelists.rows("war_anchors")
        self.wars = {name.lower(): date.fromisoformat(row["start_on"]) for row in rows for name in (row["war"], *listed(row["aliases"]))}

    def __call__(self, document: Document, doc: Doc | None = None) -> tuple[DateMention, ...]:
        """The date expressions of a document in text order, none overlapping. The parse is not needed."""
        return self.dates(document.text, document.article.published_on)

    def dates(self, text: str, published_on: date | None) -> tuple[DateMention, ...]:
        found = lent_years(text, find(text))
        return Reading(text, found, published_on, self.wars).mentions()


class Reading:
    """One text being read: its expressions resolved one after the other."""

    def __init__(self, text: str, found: list[Expression], published_on: date | None, wars: dict[str, date]) -> None:
        self.text, self.found, self.published_on = text, found, published_on
        self.line = Timeline(published_on, is_narrative(found, published_on))
        self.resolver = Resolver(self.line, wars)
        self.section_end = 0

    def mentions(self) -> tuple[DateMention, ...]:
        read: list[DateMention] = []
        for i, expression in enumerate(self.found):
            self._leave_section(expression.span.start)
            if self._label(expression) is not None:
                self.line.reference = self.published_on
            read.append(self._mention(i, expression, read))
            self._enter_section(expression, read[-1])
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
        self.line.see(period, self.text[max(0, span.start - 6) : span.start])
        return self._dated(i, expression, period, future)

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

    def _enter_section(self, expression: Expression, mention: DateMention) -> None:
        """A day that labels its line is the reference of that line; alone on it, of the lines to come; in a dateline, of the article."""
        if mention.precision != "day" or mention.start is None or (isinstance(expression.meaning, Offset)):
            return
        if not self.published_on and self._is_dateline(expression):
            self.line.reference, self.line.narrative = mention.start, False
            self.published_on = mention.start
        if (label := self._label(expression)) is not None:
            alone = not self.text[label.end() : self._line_end(label.end() - 1)].strip() or label[0].endswith("\n")
            self.line.reference = mention.start
            self.section_end = len(self.text) if alone else self._line_end(label.end())

    def _is_dateline(self, expression: Expression) -> bool:
        """ "KYIV, July 18, 2023 -" at the beginning of a line tells the day of writing."""
        start = expression.span.start
        line = self.text[max(0, start - 80) : start].rpartition("\n")[2]
        return isinstance(expression.meaning, Calendar) and expression.meaning.year is not None and DATELINE.fullmatch(line) is not None

    def _label(self, expression: Expression) -> re.Match[str] | None:
        """The end of the label of a line that an expression is, None where it is none."""
        start = expression.span.start
        line_start = self.text.rfind("\n", max(0, start - 20), start) + 1
        if start - line_start > 12 or not LABEL.fullmatch(self.text, line_start, start):
            return None
        return LABEL_END.match(self.text, expression.span.end)

    def _line_end(self, start: int) -> int:
        end = self.text.find("\n", start)
        return len(self.text) if end < 0 else end

    def _leave_section(self, start: int) -> None:
        if self.section_end and start >= self.section_end:
            self.line.reference, self.section_end = self.published_on, 0


TODAY = Offset("reference", "day", 0)
SENTENCE_END = re.compile(r"[.!?]\s+(?=[A-Z\"“])|\n")
