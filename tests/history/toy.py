"""A data set in a folder, built by the real pipeline with a toy in place of the extractor: what it sees is plain from the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import spacy

from newspkg import assembly, pipeline
from newspkg.ingest import clean
from newspkg.model import (
    ActorMention,
    ActorRole,
    AnnotatedDocument,
    ArticleReading,
    Casualties,
    ClaimMention,
    EventDate,
    EventMention,
    EventPlace,
    EventWeapon,
    RawArticle,
    Span,
    WeaponMention,
)
from newspkg.model.context import BuildContext
from newspkg.specs import default_schemas

EVENT = re.compile(r"(?P<who>\w+) (?P<did>fired) (?P<what>\w+) at (?P<where>\w+)(?: on (?P<day>\d+) May)?(?:, killing (?P<dead>\d+))?\.")
CLAIM = re.compile(r"(?P<who>\w+) (?P<cue>said) that (?P<content>[^.]+)\.")
PLACES = {"Belmo": 10.0, "Kern": 40.0, "Nor": 70.0}
NLP = spacy.blank("en")


def read(articles: Iterable[RawArticle], *_: Any) -> Iterator[ArticleReading]:
    for article in articles:
        document = clean(article)
        events = [_event(number, found) for number, found in enumerate(EVENT.finditer(document.text))]
        claims = [_claim(found) for found in CLAIM.finditer(document.text)]
        actors, weapons = _actors(document.text), _weapons(document.text)
        yield ArticleReading(AnnotatedDocument(document, NLP(document.text)), weapons, actors, tuple(events), tuple(claims))


def _span(found: re.Match[str], group: str) -> Span:
    return Span(*found.span(group))


def _actors(text: str) -> tuple[ActorMention, ...]:
    told = [found for pattern in (EVENT, CLAIM) for found in pattern.finditer(text)]
    return tuple(ActorMention(_span(each, "who"), each["who"].lower(), each["who"], "state") for each in told)


def _weapons(text: str) -> tuple[WeaponMention, ...]:
    return tuple(WeaponMention(_span(each, "what"), each["what"], each["what"], "missile", "class") for each in EVENT.finditer(text))


def _event(number: int, found: re.Match[str]) -> EventMention:
    day = date(2031, 5, int(found["day"])) if found["day"] else None
    dead = int(found["dead"]) if found["dead"] else None
    place = found["where"] in PLACES
    return EventMention(
        str(number),
        "attack",
        "missile_strike",
        (_span(found, "did"),),
        date=EventDate(day, day, "day", _span(found, "day")) if day else None,
        place=EventPlace(found["where"], "settlement", _span(found, "where"), "UKR", None, PLACES[found["where"]], 1.0) if place else None,
        roles=(ActorRole(found["who"].lower(), "initiator", _span(found, "who")),),
        weapons=(EventWeapon(found["what"], "used", _span(found, "what")),),
        fatalities=Casualties(dead, dead, dead, _span(found, "dead")) if dead else None,
    )


def _claim(found: re.Match[str]) -> ClaimMention:
    who = found["who"].lower()
    return ClaimMention(_span(found, "who"), _span(found, "cue"), (_span(found, "content"),), "assertion", "indirect", speaker_id=who)


class DataSet:
    """Articles by name; each `build` is one more version, or none."""

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch) -> None:
        self.raw, self.out = folder / "raw", folder / "packages"
        self.raw.mkdir()
        patch.setattr(assembly, "readings_of", read)
        patch.setattr(pipeline, "check_codelists", lambda schemas: [])  # none is used

    def write(self, name: str, body: str, day: int = 6) -> None:
        told = f"---\ntitle: Story {name}\npublished_on: 2031-05-{day:02d}\nlanguage: en\n---\n\n{body}\n"
        (self.raw / f"{name}.md").write_text(told, encoding="utf-8")

    def build(self, **told: Any) -> Any:
        return pipeline.build(BuildContext(self.raw, default_schemas(), self.out, **told)).publication
