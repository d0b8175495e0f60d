"""Words for readers: values that nothing of is live in Markdown, lists that stop in time, nouns and columns by their names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

LONGEST = 160  # characters of a value that a reader is shown
LABELS = ("title", "summary", "name", "content_text", "text")
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~!&])")


def plain(value: object) -> str:
    """A value on one line, without control and format characters."""
    text = re.sub(r"\s+", " ", str(value))
    return "".join(character for character in text if unicodedata.category(character) not in ("Cc", "Cf", "Cs"))


def short(value: object) -> str:
    """A plain value of at most `LONGEST` characters; `nothing` for None."""
    text = "nothing" if value is None else plain(value)
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def escaped(value: object) -> str:
    """A short value that nothing of is live in Markdown."""
    return _SPECIAL.sub(r"\\\1", short(value))


def listing(told: Sequence[str], total: int, most: int | None = None) -> str:
    """The first of `total` things, and how many more there are."""
    named = list(told if most is None else told[:most])
    return "; ".join(named) + (f"; and {total - len(named)} more" if total > len(named) else "")


def noun(table: str, count: int) -> str:
    """`1 event`, `2 event reports`: rows of a table, by its name."""
    word = table.replace("_", " ")
    if count == 1:
        word = word.removesuffix("s")
    return f"{count} {escaped(word)}"


def label(row: Mapping[str, Any]) -> str:
    """What a row is called by readers; '' where it has no such column."""
    told = next((row[column] for column in LABELS if row.get(column)), None)
    who = f"{escaped(row['speaker_text'])}: " if row.get("speaker_text") else ""
    return f"{who}{escaped(told)}" if told else ""


def called(row: Mapping[str, Any], key: str) -> str:
    """A row by its name and key: `Port hit (beta)`."""
    name = label(row)
    return f"{name} ({escaped(key)})" if name else escaped(key)


def column_words(schema: Mapping[str, Any] | None, column: str) -> str:
    """A column by its title, in the middle of a sentence."""
    fields = (schema or {}).get("fields", ())
    title = next((field.get("title") for field in fields if field["name"] == column), None) or column
    return escaped(title[0].lower() + title[1:] if title[1:2].islower() else title)
