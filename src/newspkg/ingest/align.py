"""The way back from an extracted text to the HTML source it was extracted from."""

from __future__ import annotations

import html
import re
from bisect import bisect_right

# what is not seen of a source: comments, scripts, tags; then entities. A tag never runs past the next `<`: the search stays linear
SKIPPED = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style|noscript|template|svg)\b[^<>]*>.*?(?:</\1\s*>|\Z)|<[/!?A-Za-z][^<>]*>"
    r"|&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?",
    re.S | re.I,
)
ANCHOR = 24  # characters of a line that make it unlikely to stand by chance in two places
REACH = 4_000  # characters within which the next word is looked for
PATIENCE = 200  # lines that may be sought through the whole source in vain

Offsets = tuple[tuple[int, ...], tuple[int, ...]]


class Stream:
    """The visible characters of an HTML source, white space left out, with the source offsets of each."""

    def __init__(self, source: str) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        chars: list[str] = []
        at = 0
        for match in SKIPPED.finditer(source):
            self._plain(source, at, match.start(), chars)
            if match[0].startswith("&"):
                for char in html.unescape(match[0]):
                    self._add(char, match.start(), match.end(), chars)
            at = match.end()
        self._plain(source, at, len(source), chars)
        self.text = "".join(chars)

    def _plain(self, source: str, start: int, end: int, chars: list[str]) -> None:
        for offset in range(start, end):
            self._add(source[offset], offset, offset + 1, chars)

    def _add(self, char: str, start: int, end: int, chars: list[str]) -> None:
        if not char.isspace():
            chars.append(char)
            self.starts.append(start)
            self.ends.append(end)


def align(source: str, text: str) -> Offsets:
    """For each character of `text` the start and end in `source` of the character it came from.

    Both are non-decreasing. What the extraction put in itself takes its nearest neighbour's offsets.
    """
    stream = Stream(source)
    places = _places(stream, text)
    return _filled(places, stream, len(source))


def _places(stream: Stream, text: str) -> list[int]:
    """For each character of the text its place in the stream, -1 where it has none."""
    lines = [(match.start(), match[0]) for match in re.finditer(r"[^\n]+", text)]
    found = _anchored(stream.text, lines)
    bounds = _ascending(found)
    places = [-1] * len(text)
    low = 0
    for number, (start, line) in enumerate(lines):
        if number in bounds:
            low = _whole(places, start, line, bounds[number])
            continue
        later = next((bounds[n] for n in range(number + 1, min(number + 50, len(lines))) if n in bounds), len(stream.text))
        low = _by_words(places, start, line, stream.text, low, later)
    return places


def _anchored(visible: str, lines: list[tuple[int, str]]) -> dict[int, int]:
    """Long lines that stand in the stream as they are: line number to place, sought from the line before on."""
    found: dict[int, int] = {}
    low, failures = 0, 0
    for number, (_, line) in enumerate(lines):
        bare = "".join(line.removeprefix("- ").split())
        if len(bare) < ANCHOR:
            continue
        at = visible.find(bare, low, low + 20 * REACH)
        if at < 0 and failures < PATIENCE:
            at = visible.find(bare)
            failures += at < 0
        if at >= 0:
            found[number] = at
            low = at + len(bare)
    return found


def _ascending(found: dict[int, int]) -> dict[int, int]:
    """The longest run of anchors whose places ascend with their lines: a page's parts may have been put in another order."""
    tails: list[int] = []
    numbers: list[int] = []
    previous: dict[int, int | None] = {}
    for number, place in found.items():
        at = bisect_right(tails, place)
        previous[number] = numbers[at - 1] if at else None
        tails[at : at + 1] = [place]
        numbers[at : at + 1] = [number]
    chain: dict[int, int] = {}
    last = numbers[-1] if numbers else None
    while last is not None:
        chain[last] = found[last]
        last = previous[last]
    return chain


def _whole(places: list[int], start: int, line: str, at: int) -> int:
    skip = 2 if line.startswith("- ") else 0
    for offset in range(skip, len(line)):
        if not line[offset].isspace():
            places[start + offset] = at
            at += 1
    return at


def _by_words(places: list[int], start: int, line: str, visible: str, low: int, high: int) -> int:
    """Place the words of a line one after the other between `low` and `high`; the place after the last one."""
    bare = "".join(line.split())
    at = visible.find(bare, low, min(high, low + 20 * REACH))
    if at >= 0:
        skip = 0
        for offset, char in enumerate(line):
            if not char.isspace():
                places[start + offset] = at + skip
                skip += 1
        return at + skip
    for match in re.finditer(r"\S+", line):
        at = visible.find(match[0], low, min(high, low + REACH))
        if at >= 0 and (len(match[0]) > 1 or at - low < 3):
            places[start + match.start() : start + match.end()] = range(at, at + len(match[0]))
            low = at + len(match[0])
    return low


def _filled(places: list[int], stream: Stream, length: int) -> Offsets:
    starts, ends = [0] * len(places), [0] * len(places)
    first = next((place for place in places if place >= 0), None)
    start, end = (0, min(1, length)) if first is None else (stream.starts[first], stream.ends[first])
    for offset, place in enumerate(places):
        if place >= 0:
            start, end = stream.starts[place], stream.ends[place]
        starts[offset], ends[offset] = start, end
    return tuple(starts), tuple(ends)
