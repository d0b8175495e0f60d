"""All tellings of a data set, by number: on disk, with those at hand that were asked for of late."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterator
from functools import lru_cache

import msgspec

from newspkg.model import ArticleReading, Span
from newspkg.resolve.member import Member
from newspkg.resolve.rarity import Uses
from newspkg.resolve.telling import Head, Telling, Told
from newspkg.spool import Spool

LATE = "9999"  # of an article of which nobody knows when it was published
AT_HAND = 4_096  # tellings, and as many heads of articles
_ENCODER = msgspec.msgpack.Encoder()
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

    def add(self, reading: ArticleReading) -> None:
        """The events of one more article."""
        members = members_of(reading)
        if not members:
            return
        head, told = Head.of(members[0]), [Told.of(member) for member in members]
        self.first[reading.article_id] = len(self)
        number = self._heads.add(_ENCODER.encode(head))
        self._articles.append((reading.article_id, head.published.isoformat() if head.published else LATE))
        for each in told:
            self._told.add(_ENCODER.encode(each))
            self.article.append(number)
            self._types.append(sys.intern(each.event.event_type))
            for span in each.triggers:
                self._triggers.extend((span.start, span.end))
            self._ends.append(len(self._triggers))
        self.words.add(word for each in told for word in each.words)
        self.news.add(head.news)

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


def members_of(reading: ArticleReading) -> list[Member]:
    """The events of an article, each with the article's actors."""
    actors = {actor.actor_id: actor for actor in reversed(reading.actors)}
    return [Member(reading, event, actors) for event in reading.events]
