"""Which parts of a text stand in capitals, and what the rest shows of the case of words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from newspkg.model import Block, Document

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
SMALL, LARGE = re.compile(r"[a-z]"), re.compile(r"[A-Z]")
SHOUTED = 0.7  # share of capitals among the letters of a text in capitals
WORDS, LETTERS = 3, 12  # of a line in capitals that is no label or acronym
SENTENCE_START = re.compile(r"(?:^|(?<![^A-Za-z][A-Z])[.!?:]['\"”’)\]]{0,2}\s+|\n\s*)['\"“‘(\[]{0,2}$")
DATELINE_END = re.compile(r"(?:[-–—]|\[\w{1,12}\]) $")
DATELINE = 100  # characters at a text's beginning


def shouted_blocks(document: Document) -> Iterator[Block]:
    """The blocks in capitals: all of a text that is mostly so, else lines without one small letter."""
    whole = _is_shouted(document.text)
    for block in document.blocks:
        text = document.text[block.start : block.end]
        if (whole and LARGE.search(text)) or (
            not SMALL.search(text) and sum(map(str.isalpha, text)) >= LETTERS and len(WORD.findall(text)) >= WORDS
        ):
            yield block


def _is_shouted(text: str) -> bool:
    large = len(LARGE.findall(text))
    return large > 100 and large > SHOUTED * (large + len(SMALL.findall(text)))


def seen_forms(document: Document, shouted: Sequence[Block]) -> dict[str, str]:
    """The usual form of the words of the rest of an article; where a sentence begins is no evidence for a capital."""
    counts: dict[str, Counter[str]] = {}
    at = 0
    for block in [*shouted, Block(len(document.text), len(document.text), "paragraph")]:
        for match in WORD.finditer(document.text, at, block.start):
            if match[0].islower() or not begins_sentence(document.text, match.start()):
                counts.setdefault(match[0].lower(), Counter())[match[0]] += 1
        at = block.end
    return {word: forms.most_common(1)[0][0] for word, forms in counts.items()}


def begins_sentence(text: str, start: int) -> bool:
    if SENTENCE_START.search(text, max(0, start - 8), start):
        return True
    return start < DATELINE and DATELINE_END.search(text, max(0, start - 16), start) is not None
