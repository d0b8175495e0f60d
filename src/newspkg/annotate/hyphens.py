"""Verbs that a hyphen joins to what stands before them ("test-fired", "re-took"): one word, which a parser of parts takes for a noun."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

JOINED = re.compile(
    r"(?i)(?P<first>test|air|co|re|counter|carpet|fire|cold|force|soft|hot|double)-"
    r"(?P<verb>[a-z]{2,}(?:ed|ing)|fires?|launch(?:es)?|fl(?:y|ies|ew|own)|drops?|took|taken?|takes|built|builds?|sold|sent|armed|bombs?)"
)
PREFIXES = ("re", "co", "counter")  # "re-took" is "retook"


def in_one(doc: Doc) -> Doc:
    """The Doc with such verbs as one token."""
    from spacy.tokens import Doc

    words, spaces, at, is_changed = [], [], 0, False
    while at < len(doc):
        end = at + 3 if at + 2 < len(doc) and doc[at + 1].text == "-" and JOINED.fullmatch(doc[at : at + 3].text) else at + 1
        is_changed = is_changed or end > at + 1
        words.append(doc[at:end].text)
        spaces.append(bool(doc[end - 1].whitespace_))
        at = end
    return Doc(doc.vocab, words=words, spaces=spaces) if is_changed else doc


def verb_of(word: str) -> str | None:
    """What a parser is shown for it: its verb; None where the word is none of them."""
    match = JOINED.fullmatch(word)
    return match["verb"] if match else None


def base_form(word: str, verb: str) -> str:
    """The base form of the word from that of its verb."""
    first = word.partition("-")[0].lower()
    return f"{first}{verb}" if first in PREFIXES else f"{first}-{verb}"
