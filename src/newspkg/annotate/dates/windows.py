"""The parts of a text in which a rule may match: near a word that every match of it holds. Dear rules are tried there alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newspkg.annotate.dates.words import MONTHS, SEASON, WEEKDAY

BEFORE, AFTER = 96, 40  # characters around the word, more than any expression reaches beyond it
NEAR_UNIT = re.compile(r"(?i)(?<![^\W\d_])(?:minute|hour|day|night|week|fortnight|month|year|decade|century|centurie)s?(?![^\W\d_])")
NEAR_FIGURE = re.compile(r"\d+")
NEAR_MONTH = re.compile("|".join(sorted({form for month in MONTHS for form in (month[:3].title(), month[:3].upper())})))
NEAR_WEEKDAY = re.compile(WEEKDAY)
NEAR_SEASON = re.compile(SEASON)
NEAR_PART = re.compile("(?i)(?:morn|even)ing|afternoon|night")


def windows(text: str, near: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Start and end of the parts, in order, none touching another; they begin and end beside a blank or at the text's edge."""
    start = end = -1
    for found in near.finditer(text):
        first = _blank(text, found.start() - BEFORE, -1)
        if first > end:
            if end > 0:
                yield start, end
            start = first
        end = max(end, _blank(text, found.end() + AFTER, 1))
    if end > 0:
        yield start, end


def _blank(text: str, at: int, step: int) -> int:
    """The nearest blank from an offset on, to the left or the right; not farther off than a long word."""
    for offset in range(at, at + step * AFTER, step):
        if not 0 < offset < len(text):
            return max(0, min(offset, len(text)))
        if text[offset].isspace():
            return offset
    return max(0, min(at + step * AFTER, len(text)))
