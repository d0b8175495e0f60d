"""The one module that orders the stages: raw articles to a published, checked bundle."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from newspkg.assembly import Prepared, Progress, resolved, shelved, silent, stop_on_errors
from newspkg.cache import Kept, ingest_fingerprint, open_store
from newspkg.check import check_built, check_codelists, check_schemas, check_tables
from newspkg.coding import Form, read_codings
from newspkg.errors import DataError
from newspkg.history import LINES, Bundle, diff, next_version, preview_markdown
from newspkg.ingest import Articles, coded_text, shelve_articles
from newspkg.model import Issue
from newspkg.model.context import BuildContext
from newspkg.publish import Publication, publish
from newspkg.single import alone, annotated_lines, draft_of, read_any
from newspkg.specs.package import load_package
from newspkg.tables import TableSink

__all__ = ["Built", "alone", "annotated_lines", "build", "draft_of", "prepared", "preview", "read_any"]


@dataclass(frozen=True)
class Built:
    """What a build came to: the publication and the issues that did not stop it."""

    publication: Publication
    issues: tuple[Issue, ...]


@contextmanager
def prepared(context: BuildContext, progress: Progress = silent, base: Path | None = None) -> Iterator[Prepared]:
    """Read `raw`, extract, resolve and check; nothing is published. The tables, large ones on disk, are there inside the `with`.

    `base` is the version to go on from, by default the newest below `out`. Raises DataError with every issue where any is an error.
    Raises EnvironmentFault, UsageError.
    """
    issues = [*check_schemas(context.schemas), *check_codelists(context.schemas)]
    with closing(open_store(context.cache)) as store:
        kept = Kept(store, ingest_fingerprint())
        articles, found = shelve_articles(context.raw, kept)
        kept.flush()
    issues += found
    stop_on_errors(issues)
    package = load_package(context.schemas)
    codings, amiss = read_codings(context.raw, articles.bare, lambda article: coded_text(articles.whole(article)), Form(package))
    issues += amiss
    stop_on_errors(issues)
    if not articles:
        raise DataError(f"{context.raw}: no article to build from; put .txt, .md or .html files there")
    readings = shelved(articles, context, progress, codings)
    with closing(TableSink(package)) as sink:
        yield _checked(resolved(articles, readings, sink, package, context, base), articles, issues)


def _checked(made: Prepared, articles: Articles, issues: Sequence[Issue]) -> Prepared:
    """The same with all issues. Raises DataError where one is an error."""
    found = (*issues, *check_tables(made.tables, made.package, articles.bodies))
    stop_on_errors(found)
    return replace(made, issues=found)


def build(context: BuildContext, progress: Progress = silent) -> Built:
    """Read `raw`, extract, resolve, check and publish below `out`.

    Raises DataError with every issue where any is an error: then nothing is published. Raises EnvironmentFault, UsageError.
    """
    with prepared(context, progress) as made:
        return Built(publish(made.tables, made.package, context, made.release, check_built), made.issues)


def preview(context: BuildContext, progress: Progress = silent, base: Path | None = None, most: int | None = None) -> str:
    """What a build would change against `base` (else the newest version), as Markdown of at most `most` rows. Raises as `prepared`."""
    with prepared(context, progress, base) as made:
        new = Bundle.of(made.tables, made.package)
        before = made.before or Bundle("", {}, {}, made.package.descriptor)
        found = diff(before, new)
        version, reasons = next_version(before.version, found) if made.before else (made.release.version, made.release.reasons)
        return preview_markdown(found, before.version or None, version, reasons, most or LINES)
