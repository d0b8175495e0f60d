"""Lines with a time of their own: labelled entries, datelines, paragraphs that tell of another year."""

from __future__ import annotations

import re
from datetime import date

from newspkg.annotate.dates.expression import Calendar, Expression, Offset, Weekday
from newspkg.annotate.dates.story import is_full, is_step
from newspkg.annotate.dates.timeline import Timeline
from newspkg.model import DateMention

LABEL = re.compile(r"[^\w\n]{0,12}")
LABEL_END = re.compile(r"[^\w\n]{0,4}(?:\n|$|[:|—–]| - )")
DATELINE = re.compile(r"[A-Z][A-Z .,'’/-]{2,40}(?:, [A-Z][a-z]+)?,? $")


class Sections:
    """Moves the reference of a timeline as one goes through a text."""

    def __init__(self, text: str, published_on: date | None, line: Timeline) -> None:
        self.text, self.published_on, self.line = text, published_on, line
        self._section_end = self._tale_end = 0

    def before(self, said: Expression) -> None:
        """What an expression leaves behind: the section or the tale that ended; a label is read from the article's day."""
        start, meaning = said.span.start, said.meaning
        if self._section_end and start >= self._section_end:
            self.line.reference, self._section_end = self.published_on, 0
        is_of_now = isinstance(meaning, Weekday) or (isinstance(meaning, Offset) and meaning.anchor == "reference")
        if is_of_now or start >= self._tale_end:
            self.line.is_tale = False
        if self._label(said) is not None:
            self.line.reference = self.published_on

    def after(self, said: Expression, mention: DateMention) -> None:
        """What an expression begins."""
        self._begin_tale(said)
        if mention.precision == "day" and mention.start is not None and not isinstance(said.meaning, Offset):
            self._begin_section(said, mention.start)

    def _begin_tale(self, said: Expression) -> None:
        """A year before that of the article, told with its month or at the beginning of a sentence, is a tale's until the line ends."""
        year = said.meaning.year if isinstance(said.meaning, Calendar) and not said.meaning.is_bc else None
        if year and self.line.reference and (is_full(said) or is_step(self.text, said)):
            self.line.is_tale = year < self.line.reference.year
            self._tale_end = self._line_end(said.span.end)

    def _begin_section(self, said: Expression, on: date) -> None:
        """A day that labels its line is the reference of that line; alone on it, of the lines to come; in a dateline, of the article."""
        if not self.published_on and self._is_dateline(said):
            self.line.reference, self.line.narrative = on, False
            self.published_on = on
        if (label := self._label(said)) is not None:
            alone = not self.text[label.end() : self._line_end(label.end() - 1)].strip() or label[0].endswith("\n")
            self.line.reference = on
            self._section_end = len(self.text) if alone else self._line_end(label.end())

    def _is_dateline(self, said: Expression) -> bool:
        """ "KYIV, July 18, 2023 -" at the beginning of a line tells the day of writing."""
        start = said.span.start
        line = self.text[max(0, start - 80) : start].rpartition("\n")[2]
        return isinstance(said.meaning, Calendar) and said.meaning.year is not None and DATELINE.fullmatch(line) is not None

    def _label(self, said: Expression) -> re.Match[str] | None:
        """The end of the label of a line that an expression is, None where it is none."""
        start = said.span.start
        line_start = self.text.rfind("\n", max(0, start - 20), start) + 1
        if start - line_start > 12 or not LABEL.fullmatch(self.text, line_start, start):
            return None
        return LABEL_END.match(self.text, said.span.end)

    def _line_end(self, start: int) -> int:
        end = self.text.find("\n", start)
        return len(self.text) if end < 0 else end
