"""Coded articles as examples of the extractor's decisions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from logistic import Example

from newspkg.annotate import Annotator
from newspkg.coding import CodedRow, Coding, load_coding
from newspkg.evaluate import coding_paths
from newspkg.evaluate.folder import article_path
from newspkg.evaluate.spans import touches
from newspkg.evaluate.tally import pair
from newspkg.extract import Extractor
from newspkg.extract.events.draft import Draft
from newspkg.extract.events.scene import Scene
from newspkg.extract.events.union.event_traits import event_traits
from newspkg.ingest import clean, read_article
from newspkg.model import RawArticle
from newspkg.specs import Codelists


@dataclass(frozen=True)
class Coded:
    """An article, its coding, and the events that the extractor is told in it."""

    name: str
    article: RawArticle
    coding: Coding
    scene: Scene
    events: list[Draft]


def coded_articles(extractor: Extractor, folders: Iterable[Path]) -> Iterator[Coded]:
    """The articles of the folders that have a coding, in order."""
    annotate = Annotator(Codelists())
    for path in (path for folder in folders for path in coding_paths(folder)):
        article = read_article(article_path(path))
        annotated = next(iter(annotate([clean(article)])))
        weapons = extractor.weapons(annotated)
        scene = extractor.events.scene(annotated, weapons, extractor.actors(annotated, weapons))
        yield Coded(article.article_id, article, load_coding(path, article.body), scene, extractor.events.told(scene))


def event_examples(articles: Iterable[Coded]) -> Iterator[Example]:
    """The events told: right where a person coded them; those that may be coded or not are no examples."""
    for each in articles:
        events, coded = each.events, each.coding.events
        found = {told: at for at, told in pair(coded, events, lambda one, two: _worth(one, two, each)).items()}  # noqa: B023
        for number in range(len(events)):
            if number not in found or not coded[found[number]]["optional"]:
                yield Example(each.name, event_traits(events, number, each.scene), number in found)


def _worth(coded: CodedRow, event: Draft, article: Coded) -> float:
    """How well an event fits a coded one; nothing where it is of another type or shares no trigger."""
    spans = tuple(article.scene.annotated.document.to_raw(span) for span in event.triggers)
    touched = touches(coded.spans, spans)
    if not touched or coded["type"] != event.event_type:
        return 0
    is_at = event.place is not None and event.place.name == coded["place"]
    is_then = event.date is not None and str(event.date.start) == str(coded["date_start"])
    return 1 + touched / len(coded.spans) + (coded["subtype"] == event.event_subtype) + is_at + is_then
