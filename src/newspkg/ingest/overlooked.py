"""What a reviewer of an article would overlook: characters in its text that can't be seen, letters that look like others."""

from __future__ import annotations

import re

from newspkg.disguise import MIXED, escaped, named
from newspkg.ingest.frontmatter import FrontMatter
from newspkg.ingest.hostile import PILE
from newspkg.text import Lines, Spot

# Soft hyphens, joiners and marks of direction are left out: honest text of many scripts holds them.
HIDDEN = re.compile(
    "[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\u061c\u115f\u1160\u180e\u200b\u2028-\u202e\u2060-\u206f\u2800\u3164\ue000-\uf8ff"
    "\ufeff\ufff9-\ufffb\U000e0000-\U000e007f\U000f0000-\U0010ffff]"
)
KINDS = ((HIDDEN, "hidden-character", "hidden character"), (MIXED, "mixed-alphabets", "look-alike letter"))
WORD = 40  # characters around a letter in which its word is looked for


def look_through(matter: FrontMatter, text: str, source: str, line: int) -> None:
    """Warn of words that can be none, and of the first of each kind in `text`.

    It was taken from `source`, whose first line is the file's `line`.
    """
    if pile := PILE.search(text):
        told = f"{len(pile[0]):,} characters without a space; expected words"
        matter.fault(told, "remove them; they are left out", _spot(text, source, pile.start(), line), "warning", "long-word")
    for pattern, check, what in KINDS:
        found = [match.start() for match in pattern.finditer(text)]
        if found:
            first, spot = text[found[0]], _spot(text, source, found[0], line)
            number = f"{len(found):,} {what}{'s' if len(found) > 1 else ''}"
            told = f"{number} in the text, the first {named(first)}{_in_word(text, found[0])}; expected none"
            hint = "remove them; they are read as spaces" if pattern is HIDDEN else "type the word anew"
            matter.fault(told, hint, spot, "warning", check)


def _spot(text: str, source: str, at: int, line: int) -> Spot:
    """Where the character of `text` stands in the source; of a page, its first such character."""
    offset = at if text is source else source.find(text[at])
    return Lines(source, line).spot(max(offset, 0))


def _in_word(text: str, at: int) -> str:
    before, after = re.search(r"\w*\Z", text[max(0, at - WORD) : at]), re.match(r"\w*", text[at : at + WORD])
    word = (before[0] if before else "") + (after[0] if after else "")
    return f" in {escaped(word)}" if word else ""
