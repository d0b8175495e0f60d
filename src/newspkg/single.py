"""One article, or some, without a data set: what is seen in them, and what a data set of each alone would hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from newspkg.coding import coding_text
from newspkg.errors import DataError, UsageError
from newspkg.extract.fillers import Fillers
from newspkg.ingest import article_paths, read_article
from newspkg.ingest.corpus import read_corpus
from newspkg.model import RawArticle, Records
from newspkg.readings import read_all, reader_of, seen_in
from newspkg.resolve import resolve
from newspkg.shown import shown
from newspkg.specs import Codelists


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
    """What is seen in each article of the files, as plain values, in order; also where the article is out of scope."""
    articles = (article for path in files for article in read_any(path))
    fillers = Fillers(codelists)
    for reading, is_in_scope in seen_in(articles, codelists, model):
        yield shown(reading, fillers(reading)) | {"in_scope": is_in_scope}


def read_any(path: Path) -> Iterator[RawArticle]:
    """The articles of a file: itself, or the lines of a `.jsonl` corpus. Raises DataError where it is malformed or too long."""
    if path.suffix == ".jsonl":
        yield from read_corpus(path)
        return
    article = read_article(path)
    if article.is_long:
        raise DataError(f"{path}: longer than an article can be; split the file into its articles")
    yield article
