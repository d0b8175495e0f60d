"""Spans as a coding writes them: `TEXT` its first occurrence, `TEXT#2` the second, `TEXT*` every one on word borders."""

from __future__ import annotations

import re

from newspkg.model import Span

WRITTEN = re.compile(r"(.*?)(?<!\\)(?:#(\d{1,6})|(\*))?", re.DOTALL)


def find_spans(written: str, text: str) -> list[Span]:
    """The spans of the text (offsets in code points) that one written span stands for; raises ValueError where there are too few."""
    match = WRITTEN.fullmatch(written)
    words = (match[1] if match else written).replace("\\#", "#").replace("\\*", "*")
    found = _occurrences(words, text)
    if match and match[3] and found:
        return found
    nth = int(match[2] or 1) if match else 1
    if not 1 <= nth <= len(found):
        raise ValueError(f"the span {words[:80]!r}, which the body holds {len(found)} time(s); at least {max(nth, 1)} expected")
    return [found[nth - 1]]


def written_span(span: Span, text: str) -> str:
    """A span as `find_spans` reads it: occurrences after the first are numbered.

    A part of a word cannot be told from its whole occurrences elsewhere; it is written without a number.
    """
    words = span.of(text)
    escaped = words.replace("#", "\\#").replace("*", "\\*")
    found = _occurrences(words, text)
    nth = found.index(span) + 1 if span in found else 1
    return escaped if nth == 1 else f"{escaped}#{nth}"


def _occurrences(words: str, text: str) -> list[Span]:
    """Occurrences on word borders, or all where there are none such."""
    starts = []
    at = text.find(words) if words else -1
    while at >= 0:
        starts.append(at)
        at = text.find(words, at + 1)
    found = [Span(start, start + len(words)) for start in starts]
    return [span for span in found if _is_whole(span, text)] or found


def _is_whole(span: Span, text: str) -> bool:
    before = span.start > 0 and text[span.start - 1].isalnum() and text[span.start].isalnum()
    after = span.end < len(text) and text[span.end].isalnum() and text[span.end - 1].isalnum()
    return not before and not after
