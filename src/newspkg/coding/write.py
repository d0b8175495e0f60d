"""A draft as a coding file: YAML that `load_coding` reads back, one row a block, with the words of the article beside every value."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from newspkg.coding.draft import Drafted, draft
from newspkg.model import ArticleReading

PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9_ ./()-]*")
RESERVED = {"null", "true", "false", "yes", "no", "on", "off", "y", "n", "unknown"}
HEAD = """# What the machine finds in {article}. Correct it, and keep it beside the article as {article}.coding.yaml: it then stands in the
# machine's place. A span is the article's own words; TEXT#2 is their second occurrence, TEXT* every one.
# To correct single rows only, keep those rows, and in each say what the machine finds: `expect: {{column: value}}`.
"""


def coding_text(reading: ArticleReading) -> str:
    """The machine's own coding of an article, as the text of a coding file."""
    return "".join(_lines(reading.article_id, draft(reading)))


def _lines(article: str, tables: Mapping[str, Sequence[Drafted]]) -> Iterator[str]:
    yield HEAD.format(article=article)
    yield f"article: {_value(article)}\n"
    for table, rows in tables.items():
        yield f"\n{table}:{'' if rows else ' []'}\n"
        for row in rows:
            for number, (column, value) in enumerate(row.values.items()):
                yield f"{'    ' if number else '  - '}{column}: {_value(value)}\n"


def _value(value: Any) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{name}: {_value(each)}" for name, each in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(_value(each) for each in value) + "]"
    if value is None or isinstance(value, int):
        return json.dumps(value)
    text = str(value)
    is_plain = PLAIN.fullmatch(text) and text.lower() not in RESERVED and text == text.strip()
    return text if is_plain else _quoted(text)


def _quoted(text: str) -> str:
    """Double quotes; what YAML does not print stands as an escape."""
    body = json.dumps(text, ensure_ascii=False)
    return "".join(char if char.isprintable() else f"\\U{ord(char):08x}" for char in body)
