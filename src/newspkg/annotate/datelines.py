"""Where the news begins behind a dateline: "GOMA, Congo, Jan 3 (Newswire) - |Rebels ..". A parser takes the town for the subject."""

from __future__ import annotations

import re
from collections.abc import Iterator

FIRST_LINES = 600  # characters in which a town that is not in capitals may still be a dateline
NEWSROOM = r"(?: \([^()\n]{1,40}\))?"
DAY = r"(?:, (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?)(?:,? \d{4})?)?"
DASH = r" ?(?:-{1,2}|[–—]) "
TOWN = r"[^\W\d_a-z][^\W\d_a-z.'’]{1,30}(?:[ /-][^\W\d_a-z][^\W\d_a-z.'’]{1,30}){0,4}"
CAPITALS = re.compile(rf"^{TOWN}(?:, [A-Z][\w.]+(?: [A-Z][\w.]+)?)?{DAY}{NEWSROOM}{DASH}", re.MULTILINE)
WORDS = re.compile(
    rf"^[A-Z]\w+(?:[ /-][A-Z]\w+){{0,2}}(?:(?:, [A-Z][\w.]+(?: [A-Z][\w.]+)?)?{DAY} \([^()\n]{{1,40}}\){DASH}"
    rf"|(?:, [A-Z][\w.]+)?, (?:[A-Z][a-z]{{2,8}}\.? \d{{1,2}}|\d{{1,2}} [A-Z][a-z]{{2,8}}){DASH}|, [A-Z]\w+ [–—] )",
    re.MULTILINE,
)


def dateline_ends(text: str) -> Iterator[int]:
    """Offsets of the first word behind each dateline, in order of the patterns."""
    yield from (match.end() for match in CAPITALS.finditer(text))
    yield from (match.end() for match in WORDS.finditer(text, 0, FIRST_LINES))
