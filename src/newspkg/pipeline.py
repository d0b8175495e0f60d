"""The one module that orders the stages: raw articles to a published, checked bundle."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, cast

from newspkg.annotate import Annotator
from newspkg.check import check_bundle, check_codelists, check_schemas, check_tables
from newspkg.errors import DataError
from newspkg.extract import Extractor
from newspkg.history import earlier_changes, latest, plan_release, prior_ids, versioned
from newspkg.ingest import clean, read_article, read_articles
from newspkg.ingest.corpus import read_corpus
from newspkg.model import ArticleReading, Issue, PriorIds, RawArticle, Records
from newspkg.model.context import BuildContext
from newspkg.publish import Publication, publish
from newspkg.resolve import resolve
from newspkg.shown import shown
from newspkg.specs import Codelists
from newspkg.specs.package import load_package
from newspkg.tables import build_tables

if TYPE_CHECKING:
    from spacy.tokens import Doc

CHUNK = 16  # articles that a process takes at a time
Progress = Callable[[Iterable[ArticleReading], int], Iterable[ArticleReading]]


@dataclass(frozen=True)
class Built:
    """What a build came to: the publication and the issues that did not stop it."""

    publication: Publication
    issues: tuple[Issue, ...]


def _silent(readings: Iterable[ArticleReading], total: int) -> Iterable[ArticleReading]:
    return readings


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


def is_extracted(article: RawArticle) -> bool:
    """English articles that are no near copy of another are extracted; the others are only recorded."""
    return article.is_english and article.duplicate_of is None


def records_of(articles: Sequence[RawArticle], context: BuildContext, prior: PriorIds, progress: Progress = _silent) -> Records:
    """All rows of the articles."""
    wanted = [article for article in articles if is_extracted(article)]
    readings = progress(readings_of(wanted, context), len(wanted)) if wanted else ()
    return resolve(articles, {reading.article_id: reading for reading in readings}, prior)


def build(context: BuildContext, progress: Progress = _silent) -> Built:
    """Read `raw`, extract, resolve, check and publish below `out`.

    Raises DataError with every issue where any is an error: then nothing is published. Raises EnvironmentFault, UsageError.
    """
    faults = [*check_schemas(context.schemas), *check_codelists(context.schemas)]
    articles, found = read_articles(context.raw)
    issues = [*faults, *found]
    _stop_on_errors(issues)
    if not articles:
        raise DataError(f"{context.raw}: no article to build from; put .txt, .md or .html files there")
    package = load_package(context.schemas)
    home = context.out / package.name
    before = latest(home)
    records = records_of(articles, context, prior_ids(before), progress)
    tables = build_tables(replace(records, changes=(*earlier_changes(before), *records.changes)), package)
    release = plan_release(home, tables, package, context.version)
    tables = build_tables(replace(records, changes=(*earlier_changes(before), *versioned(records.changes, release.version))), package)
    issues += check_tables(tables, package, {article.article_id: article.body for article in articles})
    _stop_on_errors(issues)
    return Built(publish(tables, package, context, release, check_bundle), tuple(issues))


def _stop_on_errors(issues: Sequence[Issue]) -> None:
    errors = sum(issue.is_error for issue in issues)
    if errors:
        raise DataError(f"{errors} error{'s' if errors > 1 else ''}: nothing was published", issues)


def alone(codelists: Codelists, model: str | None = None) -> Callable[[RawArticle], Records]:
    """A function that reads one article as a data set of its own."""
    annotate, extract = Annotator(codelists, model), Extractor(codelists)

    def records(article: RawArticle) -> Records:
        reading = extract(next(iter(annotate([clean(article)]))))
        return resolve([article], {article.article_id: reading})

    return records


def annotated_lines(files: Iterable[Path], codelists: Codelists, model: str | None = None) -> Iterator[dict[str, object]]:
    """What is seen in each article of the files, as plain values, in order; dates and places also where the article is out of scope."""
    articles = (article for path in files for article in read_any(path))
    for reading in read_all(articles, codelists, model):
        yield shown(reading)


def read_any(path: Path) -> Iterator[RawArticle]:
    """The articles of a file: itself, or the lines of a `.jsonl` corpus. Raises DataError where it is malformed."""
    yield from read_corpus(path) if path.suffix == ".jsonl" else [read_article(path)]
