"""From articles to tables and the release that they come to: what is read is coded, kept on disk, resolved and sorted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from newspkg.cache import Kept, open_store, row_fingerprint
from newspkg.coding import CodingFile, coded
from newspkg.errors import DataError
from newspkg.history import Bundle, earlier_changes, latest, plan_release, prior_ids, read_bundle, versioned
from newspkg.ingest import Articles
from newspkg.memo import RowMemo
from newspkg.model import ArticleReading, Issue, RawArticle, Records
from newspkg.model.context import BuildContext
from newspkg.model.release import Release
from newspkg.readings import Shelf, readings_of
from newspkg.resolve import NoMemo, resolve_into
from newspkg.specs import PackageSpec
from newspkg.tables import TableSink, build_tables

if TYPE_CHECKING:
    import pyarrow as pa

Progress = Callable[[Iterable[ArticleReading], int], Iterable[ArticleReading]]


def silent(readings: Iterable[ArticleReading], total: int) -> Iterable[ArticleReading]:
    return readings


def is_extracted(article: RawArticle) -> bool:
    """English articles that are no near copy of another, nor longer than articles are, are extracted; the others are only recorded."""
    return article.is_english and article.duplicate_of is None and not article.is_long


def shelved(
    articles: Articles, context: BuildContext, progress: Progress = silent, codings: Mapping[str, CodingFile] = MappingProxyType({})
) -> Shelf:
    """The readings of the articles, those of coded ones as their codings say. Raises DataError with every correction that does not fit."""
    wanted = articles.only(lambda each: is_extracted(each) or (each.article_id in codings and not each.duplicate_of and not each.is_long))
    bare = {article.article_id: article for article in wanted.bare}
    shelf = Shelf(lambda key: wanted.whole(bare[key]))
    faults: list[Issue] = []
    for reading in progress(readings_of(wanted, context), len(wanted)) if wanted else ():
        shelf.put(_as_coded(reading, codings.get(reading.article_id), faults))
    stop_on_errors(faults)
    return shelf


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


def resolved(
    articles: Articles, readings: Shelf, sink: TableSink, package: PackageSpec, context: BuildContext, base: Path | None
) -> Prepared:
    """The tables, with the release that they come to."""
    home = base.parent if base else context.out / package.name
    before = read_bundle(base) if base else latest(home)
    with closing(open_store(context.cache)) as store:
        kept = Kept(store)
        memo = RowMemo(sink, kept, readings.stamp, row_fingerprint(context.schemas)) if store.is_open else NoMemo(sink.add)
        changes = resolve_into(memo, articles.bare, readings, prior_ids(before, articles))
        kept.flush()
    told = earlier_changes(before)
    tables = {**sink.tables(), **build_tables(Records(changes=(*told, *changes)), package, only=("changes",))}
    release = plan_release(home, tables, package, context.version)
    tables |= build_tables(Records(changes=(*told, *versioned(changes, release.version))), package, only=("changes",))
    return Prepared(package, tables, release, before, ())


def stop_on_errors(issues: Sequence[Issue]) -> None:
    errors = sum(issue.is_error for issue in issues)
    if errors:
        raise DataError(f"{errors} error{'s' if errors > 1 else ''}: nothing was published", issues)
