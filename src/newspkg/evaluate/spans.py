"""Spans as a coding writes them: `TEXT` its first occurrence, `TEXT#2` the second, `TEXT*` every one on word borders."""

from __future__ import annotations

import re

from newspkg.model import Span

WRITTEN = re.compile(r"(.*?)(?<!\\)(?:#(\d+)|(\*))?", re.DOTALL)


def find_spans(written: str, body: str) -> list[Span]:
    """The spans of the body (offsets in code points) that one written span stands for; raises ValueError where there are too few."""
    match = WRITTEN.fullmatch(written)
    text = (match[1] if match else written).replace("\\#", "#").replace("\\*", "*")
    found = _occurrences(text, body)
    if match and match[3] and found:
        return found
    nth = int(match[2] or 1) if match else 1
    if not 1 <= nth <= len(found):
        raise ValueError(f"the span {text!r}, which the body holds {len(found)} time(s); at least {nth} expected")
    return [found[nth - 1]]


def _occurrences(text: str, body: str) -> list[Span]:
    """Occurrences on word borders, or all where there are none such."""
    starts = []
    at = body.find(text) if text else -1
    while at >= 0:
        starts.append(at)
        at = body.find(text, at + 1)
    found = [Span(start, start + len(text)) for start in starts]
    return [span for span in found if _is_whole(span, body)] or found


def _is_whole(span: Span, body: str) -> bool:
    before = span.start > 0 and body[span.start - 1].isalnum() and body[span.start].isalnum()
    after = span.end < len(body) and body[span.end].isalnum() and body[span.end - 1].isalnum()
    return not before and not after


def overlap(one: Span, two: Span) -> int:
    """How many characters two spans share."""
    return max(0, min(one.end, two.end) - max(one.start, two.start))


def touches(spans: tuple[Span, ...], others: tuple[Span, ...]) -> int:
    """How many of `spans` share a character with one of `others`."""
    return sum(any(overlap(one, two) for two in others) for one in spans)
