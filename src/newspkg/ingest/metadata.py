"""What an article's front matter says of it, and what its text does where that says nothing; values that can't be are faults."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from newspkg.disguise import disguises, escaped, shown
from newspkg.ingest import frontmatter
from newspkg.ingest.blocks import split_blocks
from newspkg.ingest.hostile import harmless, one_line
from newspkg.ingest.language import detect
from newspkg.model import RawArticle
from newspkg.text import Spot

ISO_DATE = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[T ](.{0,40}))?")
CLOCK = r"(?:[01]?[0-9]|2[0-3])(?::?[0-5][0-9](?::?(?:[0-5][0-9]|60)(?:[.,][0-9]{1,9})?)?)?"
TIME = re.compile(CLOCK + r" ?(?:Z|UTC|GMT|[+-](?:0[0-9]|1[0-4])(?::?[0-5][0-9])?)?")
YEARS = range(1600, 2101)  # in which there are newspapers
LANGUAGE = re.compile(r"([A-Za-z]{2})(?:[-_][A-Za-z0-9]{2,8}){0,3}")
URL = re.compile(r"https?://[^\s<>\"\\^`{|}]{3,2000}")
USER = re.compile(r"https?://[^/?#]*@")
LONGEST = 1_000  # characters of a title, publisher or licence


def described(article: RawArticle, matter: frontmatter.FrontMatter, shown: str) -> RawArticle:
    """The article with its metadata; values that can't be are issues of `matter`."""
    values = {key: one_line(value) if value else None for key, value in matter.values.items()}
    for key, value in (*matter.values.items(), *matter.others.items()):
        _look_through(matter, key, value or "")
    return replace(
        article,
        title=values.get("title") or first_heading(shown),
        publisher=values.get("publisher"),
        url=_url(matter, values.get("url")),
        published_on=_day(matter, values.get("published_on")),
        language=_language(matter, values.get("language")) or detect(shown),
        license=values.get("license"),
    )


def _look_through(matter: frontmatter.FrontMatter, key: str, value: str) -> None:
    """Warn of what a reader of a value would not see, or a program would run."""
    spot = matter.spots.get(key, Spot(1, 1))
    for each in disguises(" ".join(value.split("\n")) if key != "url" else value):
        if not (key == "url" and each.check == "markup"):  # an address holds & and more; what is none is told as such
            told = f"{frontmatter.named(key)} {escaped(value)} with {each.found}; expected {each.expected}"
            matter.fault(told, each.hint, spot, "warning", each.check)
    if len(value) > LONGEST and key != "url":
        matter.fault(
            f"{frontmatter.named(key)} of {len(value):,} characters; at most {LONGEST:,} are expected", "shorten it", spot, "warning"
        )


def _url(matter: frontmatter.FrontMatter, value: str | None) -> str | None:
    spot = matter.spots.get("url", Spot(1, 1))
    if value and not URL.fullmatch(value):
        matter.fault(f"`url` {shown(value)}; a web address is expected", "write it in full, from https:// on", spot)
    elif value and USER.match(value):
        matter.fault(
            f"`url` {shown(value)} with a name before an @; the address of the page is expected", "leave the name out", spot, "warning"
        )
    return value


def _day(matter: frontmatter.FrontMatter, value: str | None) -> date | None:
    if not value:
        return None
    match, hint = ISO_DATE.fullmatch(value), "write it as 2024-11-19"
    try:
        day = date.fromisoformat(match[1]) if match else None
    except ValueError as fault:
        day, hint = None, f"check the day: {fault}"
    if match and day and match[2] is not None and not TIME.fullmatch(match[2]):
        day, hint = None, "check the time of day, or leave it out"
    spot = matter.spots.get("published_on", Spot(1, 1))
    if day is None:
        matter.fault(f"`published_on` {shown(value[:40])}; a day of the calendar is expected", hint, spot)
    elif day.year not in YEARS:
        matter.fault(f"`published_on` {shown(value[:40])}; a day between {YEARS[0]} and {YEARS[-1]} is expected", "check the year", spot)
        return None
    return day


def _language(matter: frontmatter.FrontMatter, value: str | None) -> str | None:
    match = LANGUAGE.fullmatch(value) if value else None
    if value and match is None:
        message = f"`language` {shown(value[:40])}; a code of two letters is expected"
        matter.fault(message, "write en for English (ISO 639-1)", matter.spots.get("language", Spot(1, 1)))
    return match[1].lower() if match else None


def first_heading(text: str) -> str | None:
    """The first block of a text where it is a heading of its own, else None."""
    head = harmless(text.lstrip()[:2000])
    first = next(iter(split_blocks(head)), None)
    if first is None or first.kind != "heading" or first.end - first.start > 200 or not text.strip()[first.end :].strip():
        return None
    return one_line(head[first.start : first.end].strip("#*_ ")) or None
