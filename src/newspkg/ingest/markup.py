"""Markdown signs and line breaks inside paragraphs, blanked or marked as gone so that a parser sees plain sentences."""

from __future__ import annotations

import re
from itertools import pairwise

from newspkg.ingest.blocks import LIST_MARK

HEADING = re.compile(r"^[ ]{0,3}#{1,6}(?=[ ])|(?<=\S)[ ]+#+[ ]*$", re.M)
QUOTE = re.compile(r"^(?:[ ]{0,3}>)+(?= |$)", re.M)
STRONG = re.compile(r"(\*\*|__)(?=\S)([^*_\n]{1,400}?\S|\S)\1")
EMPHASIS = re.compile(r"(?<![\w*])([*_])(?=[^\s*_])([^*_\n]{0,400}?[^\s*_])\1(?![\w*])")
LINK = re.compile(r"(!?\[)([^\[\]\n]{0,400})(\]\([^()\s]{0,2000}(?: \"[^\"\n]{0,300}\")?\))")
RULE = re.compile(r"^[ ]{0,3}(?:[-*_=~][ ]*){3,}$", re.M)
GONE = "\0"  # stands for a character that is no part of the text; harmless text has none
WRAP = 120  # characters: the longest line of a text that was wrapped by hand or by a mailer
SLACK = 2  # characters by which a full line may miss the width


def unmarked(text: str, media_type: str) -> str:
    """`text` with as many characters: marks of lists and, in Markdown, of headings as spaces, those of emphasis and links as GONE."""
    text = LIST_MARK.sub(_blank, text)
    if media_type != "text/markdown":
        return text
    for pattern in (RULE, HEADING, QUOTE):
        text = pattern.sub(_blank, text)
    text = LINK.sub(lambda m: GONE * len(m[1]) + m[2] + GONE * len(m[3]), text)
    text = STRONG.sub(lambda m: f"{GONE}{GONE}{m[2]}{GONE}{GONE}", text)
    return EMPHASIS.sub(lambda m: f"{GONE}{m[2]}{GONE}", text)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def joined(text: str) -> str:
    """The line ends inside paragraphs as spaces, where every line is so full that the next word had no room in it.

    The width is that of the text's longest line; a text with a line longer than WRAP was never wrapped.
    """
    lines = text.split("\n")
    width = max(map(len, lines))
    if width > WRAP or len(lines) < 4:
        return text
    ends = ["\n" if _ends_paragraph(line, after, width) else " " for line, after in pairwise(lines)]
    full = [line for line, end in zip(lines, ends, strict=False) if end == " "]
    if 2 * sum(line.rstrip().endswith((".", "!", "?")) for line in full) > len(full):
        return text  # sentences of much the same length, one a line
    return "".join(part for pair in zip(lines, [*ends, ""], strict=True) for part in pair)


def _ends_paragraph(line: str, after: str, width: int) -> bool:
    word = after.split(" ", 1)[0]
    return not line.strip() or not word or LIST_MARK.match(after) is not None or len(line.rstrip()) + 1 + len(word) <= width - SLACK
