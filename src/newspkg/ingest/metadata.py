"""What an article's front matter says of it, and what its text does where that says nothing; values that can't be are faults."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from newspkg.ingest import frontmatter
from newspkg.ingest.blocks import split_blocks
from newspkg.ingest.hostile import harmless, one_line
from newspkg.ingest.language import detect
from newspkg.model import RawArticle

ISO_DATE = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ][0-9:.+Z -]{2,30})?")
LANGUAGE = re.compile(r"([A-Za-z]{2})(?:[-_][A-Za-z0-9]{2,8}){0,3}")
URL = re.compile(r"https?://[^\s<>\"\\^`{|}]{3,2000}")


def described(article: RawArticle, matter: frontmatter.FrontMatter, shown: str) -> RawArticle:
    """The article with its metadata; values that can't be are issues of `matter`."""
    values = {key: one_line(value) if value else None for key, value in matter.values.items()}
    return replace(
        article,
        title=values.get("title") or first_heading(shown),
        publisher=values.get("publisher"),
        url=_url(matter, values.get("url")),
        published_on=_day(matter, values.get("published_on")),
        language=_language(matter, values.get("language")) or detect(shown),
        license=values.get("license"),
    )


def _url(matter: frontmatter.FrontMatter, value: str | None) -> str | None:
    if value and not URL.fullmatch(value):
        matter.fault(f"`url` {value[:80]!r}; a web address is expected", "write it in full, from https:// on", matter.spots.get("url", 1))
    return value


def _day(matter: frontmatter.FrontMatter, value: str | None) -> date | None:
    match = ISO_DATE.fullmatch(value) if value else None
    try:
        return date.fromisoformat(match[1] if match else value or "") if value else None
    except ValueError as fault:
        hint = "write it as 2024-11-19" if match is None else f"check the day: {fault}"
        matter.fault(f"`published_on` {(value or '')[:40]!r}; a day of the calendar is expected", hint, matter.spots.get("published_on", 1))
        return None


def _language(matter: frontmatter.FrontMatter, value: str | None) -> str | None:
    match = LANGUAGE.fullmatch(value) if value else None
    if value and match is None:
        message = f"`language` {value[:40]!r}; a code of two letters is expected"
        matter.fault(message, "write en for English (ISO 639-1)", matter.spots.get("language", 1))
    return match[1].lower() if match else None


def first_heading(text: str) -> str | None:
    """The first block of a text where it is a heading of its own, else None."""
    head = harmless(text.lstrip()[:2000])
    first = next(iter(split_blocks(head)), None)
    if first is None or first.kind != "heading" or first.end - first.start > 200 or not text.strip()[first.end :].strip():
        return None
    return one_line(head[first.start : first.end].strip("#*_ ")) or None
