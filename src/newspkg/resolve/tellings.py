"""All tellings of a data set, by number: on disk, with those at hand that were asked for of late."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterator
from functools import lru_cache

import msgspec

from newspkg.model import ArticleReading, Span
from newspkg.resolve.noted import Noted, NotedArticle
from newspkg.resolve.rarity import Uses
from newspkg.resolve.telling import Head, Telling, Told
from newspkg.spool import Spool

AT_HAND = 4_096  # tellings, and as many heads of articles
_HEAD, _TOLD = msgspec.msgpack.Decoder(Head), msgspec.msgpack.Decoder(Told)


class Tellings:
    """Numbered in the order in which the readings are added, which is that of the article ids."""

    def __init__(self) -> None:
        self._heads, self._told = Spool(), Spool()
        self.article = array("I")  # of each telling, the number of its article
        self.first: dict[str, int] = {}  # of each article that tells events, the number of the first
        self._articles: list[tuple[str, str]] = []  # id and day of publication
        self._types: list[str] = []  # of each telling
        self._triggers, self._ends = array("Q"), array("Q")  # first and last characters of all, in turn; how many up to each telling's last
        self.words, self.news = Uses(), Uses()
        self.head = lru_cache(AT_HAND)(self._head)
        self.get = lru_cache(AT_HAND)(self._get)

    def take(self, noted: Noted) -> None:
        """The events of more articles."""
        for article in noted.articles:
            if article.tellings:
                self._take(article)
        self.words.add(noted.words, sum(bool(article.tellings) for article in noted.articles))
        self.news.add(noted.news, sum(bool(article.tellings) for article in noted.articles))

    def add(self, reading: ArticleReading) -> None:
        """Those of one more article."""
        noted = Noted()
        noted.tell(reading)
        self.take(noted)

    def _take(self, article: NotedArticle) -> None:
        self.first[article.article_id] = len(self)
        number = self._heads.add(article.head)
        self._articles.append((article.article_id, article.day))
        for each in article.tellings:
            self._told.add(each.told)
            self.article.append(number)
            self._types.append(sys.intern(each.event_type))
            self._triggers.extend(each.triggers)
            self._ends.append(len(self._triggers))

    def article_id(self, number: int) -> str:
        """The article of a telling."""
        return self._articles[self.article[number]][0]

    def age(self, number: int) -> tuple[str, str]:
        """By which tellings are ordered from the first on: the day of publication, the article."""
        article, day = self._articles[self.article[number]]
        return day, article

    def event_type(self, number: int) -> str:
        return self._types[number]

    def triggers(self, number: int) -> list[Span]:
        """The triggers of a telling, in the raw body."""
        start = self._ends[number - 1] if number else 0
        return [Span(self._triggers[at], self._triggers[at + 1]) for at in range(start, self._ends[number], 2)]

    def __len__(self) -> int:
        return len(self.article)

    def __iter__(self) -> Iterator[Telling]:
        return (self._get(number) for number in range(len(self)))

    def _get(self, number: int) -> Telling:
        return Telling(self.head(self.article[number]), _TOLD.decode(self._told[number]))

    def _head(self, number: int) -> Head:
        return _HEAD.decode(self._heads[number])

    def close(self) -> None:
        self._heads.close()
        self._told.close()
