"""Quotations: the spans between quotation marks of every kind, half-open ones included."""

from __future__ import annotations

from dataclasses import dataclass

PAIRS = {"“": "”", "„": "“”", "«": "»", "‹": "›", "‘": "’", '"': '"', "'": "'"}
SINGLE = {"‘", "'"}
OPENERS = ' \t\n\u00a0([{—–-/:"“«'
LONGEST_SINGLE = 600  # a single mark further away than this closes nothing: it is an apostrophe


@dataclass(frozen=True, slots=True)
class Quote:
    """`start`/`end` with the marks, `inner`/`inner_end` without; `is_closed` is False where the paragraph ends before the mark."""

    start: int
    end: int
    inner: int
    inner_end: int
    is_closed: bool = True
    depth: int = 0


def find_quotes(text: str) -> tuple[Quote, ...]:
    """All quotations of a text, outer before inner, by position; none crosses the end of a line."""
    found: list[Quote] = []
    start = 0
    for line in text.split("\n"):
        found += _of_line(text, start, start + len(line))
        start += len(line) + 1
    return tuple(sorted(found, key=lambda quote: (quote.start, -quote.end)))


def _of_line(text: str, start: int, end: int, depth: int = 0) -> list[Quote]:
    found: list[Quote] = []
    i = start
    while i < end:
        if not _opens(text, i, start, end):
            i += 1
            continue
        close = _close(text, i, end if not depth else min(end, i + LONGEST_SINGLE))
        if close is None and (text[i] in SINGLE or depth):
            i += 1
            continue
        stop = end if close is None else close
        inner = i + 1
        if stop > inner:
            found.append(Quote(i, end if close is None else close + 1, inner, stop, close is not None, depth))
            if depth < 2:
                found += _of_line(text, inner, stop, depth + 1)
        i = stop + 1
    return found


def _opens(text: str, i: int, start: int, end: int) -> bool:
    mark = text[i]
    if mark not in PAIRS or i + 1 >= end or text[i + 1].isspace():
        return False
    if i > start and text[i - 1] not in OPENERS and mark in "\"'‘":
        return False
    return mark != "'" or text[i + 1].isalnum() or text[i + 1] in '"“‘…'


def _close(text: str, i: int, end: int) -> int | None:
    mark = text[i]
    stop = min(end, i + LONGEST_SINGLE) if mark in SINGLE else end
    for j in range(i + 1, stop):
        if text[j] not in PAIRS[mark]:
            continue
        if mark == "„" and text[j] == "“" and j == i + 1:
            continue
        if mark not in SINGLE or _ends_single(text, j, end):
            return j
    return None


def _ends_single(text: str, j: int, end: int) -> bool:
    return j + 1 >= end or not text[j + 1].isalnum()
