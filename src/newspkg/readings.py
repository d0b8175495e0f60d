"""Articles to what is seen in them, in one process or several."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

import msgspec

from newspkg.cache import fingerprint, key_of, open_store, packed, unpacked
from newspkg.engines import engine_of
from newspkg.ingest import clean
from newspkg.model import ArticleReading, RawArticle
from newspkg.model.context import BuildContext
from newspkg.specs import Codelists
from newspkg.spool import Spool

if TYPE_CHECKING:
    from spacy.tokens import Doc

CHUNK = 16  # articles that a process takes at a time
MANY = 20_000  # articles whose build needs the memory that models take


Reader = Callable[[Iterable[RawArticle]], Iterator[ArticleReading]]


def reader_of(codelists: Codelists, model: str | None = None) -> Reader:
    """A function that reads articles, in order, as they stream through; models and gazetteers, which take seconds, are loaded once."""
    from newspkg.annotate import Annotator  # loads spaCy
    from newspkg.extract import Extractor

    annotate, extract = Annotator(codelists, model), Extractor(codelists)
    return lambda articles: (extract(annotated) for annotated in annotate(clean(article) for article in articles))


def seen_in(articles: Iterable[RawArticle], codelists: Codelists, model: str | None = None) -> Iterator[tuple[ArticleReading, bool]]:
    """All that is seen in each article, in order, and whether it is in scope."""
    from newspkg.annotate import Annotator
    from newspkg.extract import Extractor

    annotate, extract = Annotator(codelists, model), Extractor(codelists)
    return (extract.seen(annotated) for annotated in annotate(clean(article) for article in articles))


def read_all(articles: Iterable[RawArticle], codelists: Codelists, model: str | None = None) -> Iterator[ArticleReading]:
    """What is seen in each article, in order."""
    return reader_of(codelists, model)(articles)


def readings_of(articles: Sequence[RawArticle], context: BuildContext) -> Iterator[ArticleReading]:
    """What is seen in the articles, in their order: from the cache where an article was read before, else read and kept there.

    The same for every number of processes (`jobs`) and every state of the cache. The readings come without their parses. Articles are
    asked for a few at a time, and those that must be read a second time.
    """
    store = open_store(context.cache)
    reader = fingerprint(context.schemas, context.model) if store.is_open else ""
    keys = [key_of(article, reader) for article in articles]
    known = store.known(keys)
    fresh = _fresh(articles, [at for at, key in enumerate(keys) if key not in known], context)
    for at in range(0, len(articles), CHUNK):
        some = list(zip(articles[at : at + CHUNK], keys[at : at + CHUNK], strict=True))
        kept = store.get([key for _, key in some if key in known])
        found = [_one(article, key in known, kept.get(key), fresh, context) for article, key in some]
        store.put([(key, packed(reading)) for (_, key), reading in zip(some, found, strict=True) if key not in kept])
        yield from found
    store.close()


def _one(article: RawArticle, is_known: bool, data: bytes | None, fresh: Iterator[ArticleReading], context: BuildContext) -> ArticleReading:
    """The next fresh reading where the article was not known, what was kept of it where it was; read again where that is damaged."""
    if not is_known:
        return next(fresh)
    kept = unpacked(data, article) if data is not None else None
    return kept or read_chunk([article], context.schemas, context.model)[0]


def _fresh(articles: Sequence[RawArticle], wanted: Sequence[int], context: BuildContext) -> Iterator[ArticleReading]:
    """The articles of the numbers `wanted` read, by the engine of the context."""
    chunks = ([articles[number] for number in wanted[at : at + CHUNK]] for at in range(0, len(wanted), CHUNK))
    read = partial(read_chunk, schemas=context.schemas, model=context.model)
    for found in engine_of(context.engine, context.jobs, context.address, is_apart=len(articles) > MANY)(read, chunks):
        yield from found


def read_chunk(articles: Sequence[RawArticle], schemas: Path, model: str | None) -> list[ArticleReading]:
    """The readings of some articles without their parses, which no later stage needs and which are large to hand over."""
    return [_without_parse(reading) for reading in _reader(schemas, model)(articles)]


@cache
def _reader(schemas: Path, model: str | None) -> Reader:
    """One a process."""
    return reader_of(Codelists(schemas), model)


def _without_parse(reading: ArticleReading) -> ArticleReading:
    return replace(reading, annotated=replace(reading.annotated, doc=cast("Doc", None)))


class Shelf(Mapping[str, ArticleReading]):
    """Readings by article id, on disk: each is made anew when it is asked for. `whole` gives an article of that id with its body."""

    def __init__(self, whole: Callable[[str], RawArticle]) -> None:
        self._whole = whole
        self._spool = Spool()
        self._numbers: dict[str, int] = {}
        self._stamps: dict[str, bytes] = {}

    def put(self, reading: ArticleReading) -> None:
        data, article = packed(reading), replace(reading.annotated.document.article, body="")
        self._numbers[reading.article_id] = self._spool.add(data)
        self._stamps[reading.article_id] = hashlib.sha256(data + msgspec.msgpack.encode(article)).digest()

    def stamp(self, article_id: str) -> bytes:
        """A digest of what was put: of the reading, and of all that is told of the article."""
        return self._stamps[article_id]

    def __getitem__(self, article_id: str) -> ArticleReading:
        found = unpacked(self._spool[self._numbers[article_id]], self._whole(article_id))
        assert found is not None  # noqa: S101 it was packed by this process
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._numbers)

    def __len__(self) -> int:
        return len(self._numbers)
