"""Articles to what is seen in them, in one process or several."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache, partial
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, cast

from newspkg.annotate import Annotator
from newspkg.extract import Extractor
from newspkg.ingest import clean
from newspkg.model import ArticleReading, RawArticle
from newspkg.model.context import BuildContext
from newspkg.specs import Codelists

if TYPE_CHECKING:
    from spacy.tokens import Doc

CHUNK = 16  # articles that a process takes at a time


def read_all(articles: Iterable[RawArticle], codelists: Codelists, model: str | None = None) -> Iterator[ArticleReading]:
    """What is seen in each article, in order; articles stream through in batches."""
    annotate, extract = Annotator(codelists, model), Extractor(codelists)
    for annotated in annotate(clean(article) for article in articles):
        yield extract(annotated)


def readings_of(articles: Sequence[RawArticle], context: BuildContext) -> Iterator[ArticleReading]:
    """What is seen in the articles, in their order, by as many processes as `jobs` says; the same for every number of them."""
    if context.jobs == 1 or len(articles) < 2 * CHUNK:
        yield from read_all(articles, Codelists(context.schemas), context.model)
        return
    from concurrent.futures import ProcessPoolExecutor

    chunks = [articles[at : at + CHUNK] for at in range(0, len(articles), CHUNK)]
    with ProcessPoolExecutor(context.jobs, mp_context=get_context("spawn")) as pool:
        for found in pool.map(partial(read_chunk, schemas=context.schemas, model=context.model), chunks):
            yield from found


def read_chunk(articles: Sequence[RawArticle], schemas: Path, model: str | None) -> list[ArticleReading]:
    """The readings of some articles without their parses, which no later stage needs and which are large to hand over."""
    return [_without_parse(reading) for reading in _reader(schemas, model)(articles)]


@cache
def _reader(schemas: Path, model: str | None) -> Callable[[Iterable[RawArticle]], Iterator[ArticleReading]]:
    """Built once a process: models and gazetteers take seconds."""
    annotate, extract = Annotator(Codelists(schemas), model), Extractor(Codelists(schemas))
    return lambda articles: (extract(annotated) for annotated in annotate(clean(article) for article in articles))


def _without_parse(reading: ArticleReading) -> ArticleReading:
    return replace(reading, annotated=replace(reading.annotated, doc=cast("Doc", None)))
