"""Characters that mislead a reader or a program, replaced one for one so that offsets stay true."""

from __future__ import annotations

import re
import unicodedata

KEPT = "\n"
SPACED = ("Cc", "Cf", "Co", "Cs", "Cn", "Zs", "Zl", "Zp")
JOINERS = "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069"
PILE = re.compile(r"(?<!\S)\S{1001,}")  # signs without white space: no word, and a tokeniser may take the square of their number
INSIDE_WORD = re.compile(rf"(?<=\w)[{JOINERS}]+(?=\w)")


def harmless(text: str) -> str:
    """`text` with as many characters, none of them invisible, only `\\n` and the space as white space."""
    if text.isascii() and text.isprintable():
        return text
    return text.translate(_Lazy())


class _Lazy(dict[int, str]):
    """The replacement of each character met, found when it is met: the whole table would cost a second at every start."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        shown = char if char == KEPT else " " if unicodedata.category(char) in SPACED else _plain(code, char)
        self[code] = shown
        return shown


def _plain(code: int, char: str) -> str:
    if 0xFF01 <= code <= 0xFF5E or 0x1D400 <= code <= 0x1D7FF:
        plain = unicodedata.normalize("NFKC", char)
        return plain if len(plain) == 1 else char
    return char


def without_piles(text: str) -> str:
    """`text` with as many characters, spaces for what is too long to be a word: pictures as text, one sign a million times."""
    return PILE.sub(lambda match: " " * len(match[0]), text)


def one_line(value: str) -> str:
    """Metadata as one line of visible characters."""
    return " ".join(harmless(value).split())
