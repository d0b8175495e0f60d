"""How far spans share their characters."""

from __future__ import annotations

from newspkg.model import Span


def overlap(one: Span, two: Span) -> int:
    """How many characters two spans share."""
    return max(0, min(one.end, two.end) - max(one.start, two.start))


def touches(spans: tuple[Span, ...], others: tuple[Span, ...]) -> int:
    """How many of `spans` share a character with one of `others`."""
    return sum(any(overlap(one, two) for two in others) for one in spans)
