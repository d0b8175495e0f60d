"""Markdown from data that is not to be trusted: nothing of it is live in what comes out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~!])")


def plain(value: object) -> str:
    """A value on one line, without control, format or surrogate characters (bidirectional overrides are of these)."""
    text = re.sub(r"\s+", " ", str(value))
    return "".join(character for character in text if unicodedata.category(character) not in ("Cc", "Cf", "Cs"))


def escaped(value: object) -> str:
    """A value as Markdown that renders as that value; '' for None."""
    if value is None:
        return ""
    return _SPECIAL.sub(r"\\\1", plain(value)).replace("&", "&amp;").replace("\\<", "&lt;").replace("\\>", "&gt;")


def grid(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A Markdown table; cells are escaped."""
    head = f"| {' | '.join(columns)} |\n|{'---|' * len(columns)}\n"
    return head + "".join(f"| {' | '.join(escaped(cell) for cell in row)} |\n" for row in rows)
