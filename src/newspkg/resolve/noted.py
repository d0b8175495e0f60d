"""What is noted of some articles in one pass over their readings: tellings, claims, actors and weapons, as all that follows needs them."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from newspkg.model import ArticleReading
from newspkg.resolve.articles import is_in_scope
from newspkg.resolve.claimids import Place
from newspkg.resolve.claims import places
from newspkg.resolve.entities import Actors, Weapons
from newspkg.resolve.evidence import Ledger
from newspkg.resolve.member import Member, members_of
from newspkg.resolve.telling import Head, Told

LATE = "9999"  # of an article of which nobody knows when it was published
_ENCODER = msgspec.msgpack.Encoder()


class NotedTelling(msgspec.Struct, array_like=True, frozen=True):
    """An event of an article: `told` is packed; the triggers are first and last characters in turn."""

    told: bytes
    event_type: str
    triggers: list[int]


class NotedArticle(msgspec.Struct, array_like=True, frozen=True):
    """`actors` are those that its rows of events and claims may name; `head` is packed, and empty where no event is told."""

    article_id: str
    day: str
    head: bytes
    tellings: list[NotedTelling]
    claims: list[Place]
    actors: list[str]


class Noted(msgspec.Struct, array_like=True):
    """Of some articles, in order; `words` and `news` are how many of them use each word."""

    articles: list[NotedArticle] = []
    words: dict[str, int] = {}
    news: dict[str, int] = {}
    actors: Actors = msgspec.field(default_factory=Actors)
    weapons: Weapons = msgspec.field(default_factory=Weapons)

    def add(self, reading: ArticleReading, ledger: Ledger) -> None:
        """One more article, if it is in scope."""
        if is_in_scope(reading):
            self.tell(reading)
            self.actors.add(reading, ledger)
            self.weapons.add(reading, ledger)
            ledger.hand_over()

    def tell(self, reading: ArticleReading) -> None:
        """Its events and claims."""
        members = members_of(reading)
        head, told = Head.of(members[0]) if members else None, [Told.of(member) for member in members]
        if head is not None:
            _count(self.words, {word for each in told for word in each.words})
            _count(self.news, head.news)
        named = {role.actor_id for event in reading.events for role in event.roles} | {claim.speaker_id for claim in reading.claims}
        article = NotedArticle(
            article_id=reading.article_id,
            day=_day(members),
            head=_ENCODER.encode(head) if head else b"",
            tellings=[NotedTelling(_ENCODER.encode(each), each.event.event_type, _triggers(each)) for each in told],
            claims=places(reading),
            actors=sorted(actor for actor in named if actor),
        )
        self.articles.append(article)


def _count(uses: dict[str, int], words: Iterable[str]) -> None:
    for word in sorted(words):
        uses[word] = uses.get(word, 0) + 1


def _day(members: list[Member]) -> str:
    day = members[0].published if members else None
    return day.isoformat() if day else LATE


def _triggers(told: Told) -> list[int]:
    return [at for span in told.triggers for at in (span.start, span.end)]
