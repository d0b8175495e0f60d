"""The articles of a folder, their bodies on disk: each is whole when it is asked for, and forgotten afterwards."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import overload

from newspkg.model import RawArticle
from newspkg.spool import Spool

AT_HAND = 64  # bodies


class Bodies(Mapping[str, str]):
    """Bodies by article id."""

    def __init__(self) -> None:
        self._spool = Spool()
        self._numbers: dict[str, int] = {}
        self._get = lru_cache(AT_HAND)(self._read)

    def put(self, article: RawArticle) -> RawArticle:
        """Keep the body; the article without it."""
        self._numbers[article.article_id] = self._spool.add(article.body.encode("utf-8", "surrogatepass"))
        return replace(article, body="")

    def __getitem__(self, article_id: str) -> str:
        return self._get(self._numbers[article_id])

    def __iter__(self) -> Iterator[str]:
        return iter(self._numbers)

    def __len__(self) -> int:
        return len(self._numbers)

    def _read(self, number: int) -> str:
        return self._spool[number].decode("utf-8", "surrogatepass")


class Articles(Sequence[RawArticle]):
    """Articles in order; `bare` are the same without their bodies."""

    def __init__(self, bare: Sequence[RawArticle], bodies: Bodies) -> None:
        self.bare, self.bodies = bare, bodies

    def whole(self, article: RawArticle) -> RawArticle:
        """A bare article with its body."""
        return replace(article, body=self.bodies[article.article_id])

    def only(self, wanted: Callable[[RawArticle], bool]) -> Articles:
        """Those for which `wanted`, which is given them bare, is true."""
        return Articles([article for article in self.bare if wanted(article)], self.bodies)

    def __len__(self) -> int:
        return len(self.bare)

    def __iter__(self) -> Iterator[RawArticle]:
        return map(self.whole, self.bare)

    @overload
    def __getitem__(self, at: int) -> RawArticle: ...

    @overload
    def __getitem__(self, at: slice) -> list[RawArticle]: ...

    def __getitem__(self, at: int | slice) -> RawArticle | list[RawArticle]:
        return [self.whole(article) for article in self.bare[at]] if isinstance(at, slice) else self.whole(self.bare[at])
