"""Markdown signs and line breaks inside paragraphs, blanked one for one so that a parser sees plain sentences."""

from __future__ import annotations

import re

from newspkg.ingest.blocks import LIST_MARK

HEADING = re.compile(r"^[ ]{0,3}#{1,6}(?=[ ])|(?<=\S)[ ]+#+[ ]*$", re.M)
QUOTE = re.compile(r"^(?:[ ]{0,3}>)+(?= |$)", re.M)
STRONG = re.compile(r"(\*\*|__)(?=\S)([^*_\n]{1,400}?\S|\S)\1")
EMPHASIS = re.compile(r"(?<![\w*])([*_])(?=[^\s*_])([^*_\n]{0,400}?[^\s*_])\1(?![\w*])")
LINK = re.compile(r"(!?\[)([^\[\]\n]{0,400})(\]\([^()\s]{0,2000}(?: \"[^\"\n]{0,300}\")?\))")
RULE = re.compile(r"^[ ]{0,3}(?:[-*_=~][ ]*){3,}$", re.M)
WRAP = 120  # characters: the longest line of a text that was wrapped by hand or by a mailer


def unmarked(text: str, media_type: str) -> str:
    """`text` with as many characters: marks of lists and, in Markdown, of emphasis, headings, links as spaces; wrapped lines joined."""
    text = _joined(text)
    text = LIST_MARK.sub(_blank, text)
    if media_type != "text/markdown":
        return text
    for pattern in (RULE, HEADING, QUOTE):
        text = pattern.sub(_blank, text)
    text = LINK.sub(lambda m: " " * len(m[1]) + m[2] + " " * len(m[3]), text)
    text = STRONG.sub(lambda m: f"  {m[2]}  ", text)
    return EMPHASIS.sub(lambda m: f" {m[2]} ", text)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _joined(text: str) -> str:
    """The line ends inside paragraphs as spaces, where all lines are so full that the next word had no room."""
    return text
