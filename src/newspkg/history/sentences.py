"""The sentence round a span, cut by lines and closing punctuation."""

from __future__ import annotations

import re
import unicodedata

_END = re.compile(r"""(?<!\b[A-Z])[.!?…]["'”’)\]]*(?=\s)|\n""")  # not after one capital: U.S. and initials
REACH = 600  # characters looked at on either side: a giant line is not one sentence


def sentence_bounds(text: str, start: int, end: int) -> tuple[int, int]:
    """Offsets of the sentence or sentences that hold `text[start:end]`, without outer white space."""
    low, high = max(0, start - REACH), min(len(text), end + REACH)
    before = [found.end() for found in _END.finditer(text, low, start)]
    after = _END.search(text, end, high)
    first, last = (before[-1] if before else low), (after.end() if after else high)
    while first < start and text[first].isspace():
        first += 1
    while last > end and text[last - 1].isspace():
        last -= 1
    return first, last


def shown(text: str) -> str:
    """The text without control, format and bidirectional characters, white space as single spaces."""
    spaced = re.sub(r"\s+", " ", text)
    return "".join(each for each in spaced if unicodedata.category(each) not in ("Cc", "Cf", "Cs"))
