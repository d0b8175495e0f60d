"""The one module that orders the stages: raw articles to a published, checked bundle."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from newspkg.check import check_bundle, check_codelists, check_schemas, check_tables
from newspkg.coding import CodingFile, Form, coded, coding_text, read_codings
from newspkg.errors import DataError, UsageError
from newspkg.extract.fillers import Fillers
from newspkg.history import (
    LINES,
    Bundle,
    diff,
    earlier_changes,
    latest,
    next_version,
    plan_release,
    preview_markdown,
    prior_ids,
    read_bundle,
    versioned,
)  # fmt: skip
from newspkg.ingest import article_paths, coded_text, read_article, read_articles
from newspkg.ingest.corpus import read_corpus
from newspkg.model import ArticleReading, Issue, PriorIds, RawArticle, Records
from newspkg.model.context import BuildContext
from newspkg.model.release import Release
from newspkg.publish import Publication, publish
from newspkg.readings import read_all, reader_of, readings_of
from newspkg.resolve import resolve
from newspkg.shown import shown
from newspkg.specs import Codelists, PackageSpec
from newspkg.specs.package import load_package
from newspkg.tables import build_tables

if TYPE_CHECKING:
    import pyarrow as pa

Progress = Callable[[Iterable[ArticleReading], int], Iterable[ArticleReading]]


@dataclass(frozen=True)
class Built:
    """What a build came to: the publication and the issues that did not stop it."""

    publication: Publication
    issues: tuple[Issue, ...]


def _silent(readings: Iterable[ArticleReading], total: int) -> Iterable[ArticleReading]:
    return readings


def is_extracted(article: RawArticle) -> bool:
    """English articles that are no near copy of another are extracted; the others are only recorded."""
    return article.is_english and article.duplicate_of is None


def records_of(
    articles: Sequence[RawArticle],
    context: BuildContext,
    prior: PriorIds,
    progress: Progress = _silent,
    codings: Mapping[str, CodingFile] = MappingProxyType({}),
) -> Records:
    """All rows of the articles, those of coded articles as their codings say. Raises DataError with every correction that does not fit."""
    wanted = [article for article in articles if is_extracted(article) or (article.article_id in codings and not article.duplicate_of)]
    readings = progress(readings_of(wanted, context), len(wanted)) if wanted else ()
    faults: list[Issue] = []
    found: dict[str, ArticleReading] = {}
    for reading in readings:
        found[reading.article_id] = _as_coded(reading, codings.get(reading.article_id), faults)
    _stop_on_errors(faults)
    return resolve(articles, found, prior)


def _as_coded(reading: ArticleReading, file: CodingFile | None, faults: list[Issue]) -> ArticleReading:
    """The reading with its coding in place, if there is one."""
    if file is None:
        return reading
    try:
        return coded(reading, file.coding, file.path)
    except DataError as fault:
        faults.extend(fault.issues)
        return reading


@dataclass(frozen=True)
class Prepared:
    """Checked tables with the release that would publish them, and the version that they were compared with."""

    package: PackageSpec
    tables: Mapping[str, pa.Table]
    release: Release
    before: Bundle | None
    issues: tuple[Issue, ...]


def prepare(context: BuildContext, progress: Progress = _silent, base: Path | None = None) -> Prepared:
    """Read `raw`, extract, resolve and check; nothing is written. `base` is the version to go on from, by default the newest below `out`.

    Raises DataError with every issue where any is an error. Raises EnvironmentFault, UsageError.
    """
    faults = [*check_schemas(context.schemas), *check_codelists(context.schemas)]
    articles, found = read_articles(context.raw)
    _stop_on_errors([*faults, *found])
    package = load_package(context.schemas)
    codings, amiss = read_codings(context.raw, articles, coded_text, Form(package))
    issues = [*faults, *found, *amiss]
    _stop_on_errors(issues)
    if not articles:
        raise DataError(f"{context.raw}: no article to build from; put .txt, .md or .html files there")
    home = base.parent if base else context.out / package.name
    before = read_bundle(base) if base else latest(home)
    records = records_of(articles, context, prior_ids(before, articles), progress, codings)
    tables = build_tables(replace(records, changes=(*earlier_changes(before), *records.changes)), package)
    release = plan_release(home, tables, package, context.version)
    tables = build_tables(replace(records, changes=(*earlier_changes(before), *versioned(records.changes, release.version))), package)
    issues += check_tables(tables, package, {article.article_id: article.body for article in articles})
    _stop_on_errors(issues)
    return Prepared(package, tables, release, before, tuple(issues))


def build(context: BuildContext, progress: Progress = _silent) -> Built:
    """Read `raw`, extract, resolve, check and publish below `out`.

    Raises DataError with every issue where any is an error: then nothing is published. Raises EnvironmentFault, UsageError.
    """
    made = prepare(context, progress)
    return Built(publish(made.tables, made.package, context, made.release, check_bundle), made.issues)


def preview(context: BuildContext, progress: Progress = _silent, base: Path | None = None, most: int | None = None) -> str:
    """What a build would change against `base` (by default the newest version), as Markdown of at most `most` rows. Raises as `prepare`."""
    made = prepare(context, progress, base)
    new = Bundle.of(made.tables, made.package)
    before = made.before or Bundle("", {}, {}, made.package.descriptor)
    found = diff(before, new)
    version, reasons = next_version(before.version, found) if made.before else (made.release.version, made.release.reasons)
    return preview_markdown(found, before.version or None, version, reasons, most or LINES)


def _stop_on_errors(issues: Sequence[Issue]) -> None:
    errors = sum(issue.is_error for issue in issues)
    if errors:
        raise DataError(f"{errors} error{'s' if errors > 1 else ''}: nothing was published", issues)


def alone(codelists: Codelists, model: str | None = None) -> Callable[[RawArticle], Records]:
    """A function that reads one article as a data set of its own."""
    read = reader_of(codelists, model)

    def records(article: RawArticle) -> Records:
        return resolve([article], {article.article_id: next(read([article]))})

    return records


def draft_of(name: str, raw: Path, codelists: Codelists, model: str | None = None) -> tuple[Path, str]:
    """The file that a coding of the article `name` belongs into, and the machine's coding as its text.

    Raises UsageError where there is no such article, DataError where it is at fault.
    """
    path = next((path for path in article_paths(raw) if path.stem == name), None)
    if path is None:
        raise UsageError(f"{raw}: no article {name!r}; name the file without its suffix")
    reading = next(read_all([read_article(path, raw)], codelists, model))
    return path.with_name(f"{name}.coding.yaml"), coding_text(reading)


def annotated_lines(files: Iterable[Path], codelists: Codelists, model: str | None = None) -> Iterator[dict[str, object]]:
    """What is seen in each article of the files, as plain values, in order; dates and places also where the article is out of scope."""
    articles = (article for path in files for article in read_any(path))
    fillers = Fillers(codelists)
    for reading in read_all(articles, codelists, model):
        yield shown(reading, fillers(reading))


def read_any(path: Path) -> Iterator[RawArticle]:
    """The articles of a file: itself, or the lines of a `.jsonl` corpus. Raises DataError where it is malformed."""
    yield from read_corpus(path) if path.suffix == ".jsonl" else [read_article(path)]
