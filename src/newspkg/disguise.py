"""What no reviewer would see in a text, or what a program would run of it: hidden characters, formulas, markup, look-alike letters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

UNSEEN = ("Cc", "Cf", "Co", "Cn", "Cs", "Zl", "Zp")
BLANK = "\u2800\u3164\u115f\u1160"  # letters and signs that are drawn as nothing
NAMELESS = {"Cc": "(a control character)", "Co": "(for private use)", "Cn": "(no character)", "Cs": "(half a character)"}
FORMULA = re.compile(r"\s*(?:=\S|[+@\-].{0,300}?\w[(|]\S)")  # what a spreadsheet runs; "-30 C", "- a dash" and "@name" are none
MARKUP = re.compile(r"<[/!?]?[A-Za-z][^<>]{0,500}(?:>|$)|&#?[A-Za-z0-9]{2,8};|\b(?:javascript|vbscript)\s{0,9}:|\bdata:[a-z]+/", re.I)
LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff"
OTHERS = "\u0370-\u03ff\u0400-\u052f\u0530-\u058f\u13a0-\u13ff\u1c80-\u1c8f\u1f00-\u1fff\ua640-\ua69f"
MIXED = re.compile(f"(?<=[{LATIN}])[{OTHERS}]|[{OTHERS}](?=[{LATIN}])")


@dataclass(frozen=True, slots=True)
class Disguise:
    """A kind of disguise (as checks call it), what was found and expected, what to do, and the offset in the text."""

    check: str
    found: str
    expected: str
    hint: str
    at: int


def disguises(text: str) -> Iterator[Disguise]:
    """The first of each kind in a value of one line."""
    at = unseen(text)
    if at is not None:
        yield Disguise("hidden-character", named(text[at]), "characters that can be seen", "type it anew", at)
    if match := FORMULA.match(text):
        yield Disguise("formula", "a formula", "a text that no spreadsheet runs", "begin it with a letter or figure", match.start())
    if match := MARKUP.search(text):
        yield Disguise("markup", "markup", "plain text", "write it as a reader sees it", match.start())
    if match := MIXED.search(text):
        yield Disguise("mixed-alphabets", named(match[0]), "words in one alphabet", "type the word anew", match.start())


def unseen(text: str) -> int | None:
    """The offset of the first character that can't be seen."""
    if text.isprintable() and text.isascii():
        return None
    return next((at for at, char in enumerate(text) if unicodedata.category(char) in UNSEEN or char in BLANK), None)


def named(char: str) -> str:
    """A character by its number and name."""
    return f"U+{ord(char):04X} {unicodedata.name(char, NAMELESS.get(unicodedata.category(char), ''))}".rstrip()


def shown(value: object) -> str:
    """A value as a message shows it: short, and with nothing in it that a terminal would obey."""
    text = ascii(value) if isinstance(value, str) and not value.isprintable() else repr(value)
    return text if len(text) <= 80 else f"{text[:77]}..."


def escaped(value: str) -> str:
    """A text as a message shows it that warns of its characters: all but ASCII by numbers."""
    text = ascii(value[:80])
    return text if len(value) <= 80 else f"{text[:77]}..."
