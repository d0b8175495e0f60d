"""The text's blocks: headings, paragraphs, list items, boilerplate."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newspkg.model import Block, BlockKind

LIST_MARK = re.compile(r"^[ ]*(?:[-*•·▪◦‣●■–—]|\(?\d{1,2}[.)](?=[ ]+[^\W\d_]))[ ]+(?=\S)", re.M)
GLUED = re.compile(r"(?<=[.!?”\"’')\]])[ ]+(?:[-*][ ]+(?=[A-Z“\"‘])|[•▪◦‣●■][ ]*(?=\S))|[ ]+[•▪◦‣●■][ ]+(?=\S)")


def split_blocks(text: str) -> Iterator[Block]:
    """The blocks of `text` in order, without white space or list marks at their edges; they never overlap."""
    for match in re.finditer(r"[^\n]+", text):
        line = match[0]
        if line.strip():
            start = match.start() + len(line) - len(line.lstrip())
            yield Block(start, match.start() + len(line.rstrip()), _kind(line))


def _kind(line: str) -> BlockKind:
    if LIST_MARK.match(line):
        return "list_item"
    return "paragraph" if len(line) > 120 or line.rstrip().endswith((".", "!", "?")) else "heading"
