"""Where spans of an earlier text of an article stand in its present one: by their words, their order and their neighbours."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

ANCHOR = 12  # characters of a text that is sure enough of itself, where it is there once
FAR = 400  # characters that a short text may have moved beyond its neighbours
MANY = 50  # places of one text that are looked at
Place = tuple[int, int]  # start and end
Told = tuple[int, str]  # start and text


def relocated(told: Iterable[Told], body: str) -> dict[Place, Place]:
    """For each earlier span (its start and its text) the span of `body` that says the same, where there is one; no two share one."""
    spans = sorted(set(told))
    anchors = _anchors(spans, body)
    found: dict[Told, int] = dict(anchors)
    taken = {(start, text) for (_, text), start in found.items()}
    for _, span, start in sorted(_nearby([span for span in spans if span not in found], anchors, body)):
        if span not in found and (start, span[1]) not in taken:
            found[span] = start
            taken.add((start, span[1]))
    return {(old, old + len(text)): (new, new + len(text)) for (old, text), new in found.items()}


def _anchors(spans: list[Told], body: str) -> dict[Told, int]:
    """Long texts that are there once, then and now, and in the same order."""
    counts = Counter(text for _, text in spans)
    sure = [(span, body.find(span[1])) for span in spans if len(span[1]) >= ANCHOR and counts[span[1]] == 1]
    once = [(span, at) for span, at in sure if at >= 0 and body.find(span[1], at + 1) < 0]
    return dict(_rising(once))


def _rising(pairs: list[tuple[Told, int]]) -> list[tuple[Told, int]]:
    """The longest run of pairs, in their order, whose places do not fall."""
    tails: list[int] = []  # places at which a run of each length can end earliest, and which pair it ends with
    ends: list[int] = []
    before: list[int] = []
    for number, (_, at) in enumerate(pairs):
        length = bisect_right(tails, at)
        before.append(ends[length - 1] if length else -1)
        tails[length : length + 1] = [at]
        ends[length : length + 1] = [number]
    run: list[tuple[Told, int]] = []
    number = ends[-1] if ends else -1
    while number >= 0:
        run.append(pairs[number])
        number = before[number]
    return run[::-1]


def _nearby(spans: list[Told], anchors: dict[Told, int], body: str) -> Iterator[tuple[int, Told, int]]:
    """How far from where its neighbours moved, which span, to where: every possible place of each."""
    shifts = sorted((old, new - old) for (old, _), new in anchors.items())
    starts = [old for old, _ in shifts]
    places: dict[str, list[int]] = defaultdict(list)
    for old, text in spans:
        if text not in places:
            places[text] = _places(text, body)
        expected = old + _shift(old, starts, shifts)
        known = places[text]
        middle = bisect_left(known, expected)
        for at in known[max(0, middle - 2) : middle + 2]:
            if abs(at - expected) <= FAR:
                yield abs(at - expected), (old, text), at


def _places(text: str, body: str) -> list[int]:
    found: list[int] = []
    at = body.find(text)
    while at >= 0 and text:
        found.append(at)
        at = body.find(text, at + 1)
    return found


def _shift(old: int, starts: list[int], shifts: list[tuple[int, int]]) -> int:
    """How far the nearest anchor moved; nothing where there is none."""
    if not shifts:
        return 0
    after = bisect_left(starts, old)
    near = [shifts[at] for at in (after - 1, after) if 0 <= at < len(shifts)]
    return min(near, key=lambda each: abs(each[0] - old))[1]
