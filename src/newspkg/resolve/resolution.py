"""The resolution step by step. What is held of an article or an event is a few numbers; all else comes from the readings anew."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache, partial

from newspkg.model import ArticleReading, ChangeRecord, PriorIds, RawArticle
from newspkg.resolve.articles import article_record
from newspkg.resolve.changes import change_records
from newspkg.resolve.claimids import claim_ids
from newspkg.resolve.claims import claim_records
from newspkg.resolve.cluster import Group, clusters
from newspkg.resolve.entities import Actors, Weapons
from newspkg.resolve.events import event_rows
from newspkg.resolve.evidence import Ledger
from newspkg.resolve.identity import event_ids
from newspkg.resolve.member import Member, members_of
from newspkg.resolve.memo import Memo, parts
from newspkg.resolve.noted import Noted
from newspkg.resolve.sane import sane
from newspkg.resolve.tellings import Tellings
from newspkg.resolve.told import ToldArticles

AT_HAND = 256  # readings


class Resolution:
    """One run over the readings of a data set. Articles are gone through by id, so that their order does not matter."""

    def __init__(self, memo: Memo, readings: Mapping[str, ArticleReading], prior: PriorIds) -> None:
        self.memo, self.readings, self.prior = memo, readings, prior
        self.ledger = Ledger(memo.emit)
        self.tellings = Tellings()
        self.told = ToldArticles()
        self.names: dict[str, str] = {}
        self.event_of: list[str] = []  # of each telling
        self.members = lru_cache(AT_HAND)(self._members)

    def close(self) -> None:
        self.tellings.close()

    def run(self, articles: Sequence[RawArticle]) -> tuple[ChangeRecord, ...]:
        """Hand over the rows of all tables but `changes`, whose are returned."""
        copies = {article.article_id for article in articles if article.duplicate_of is not None}
        weapons = self._entities([key for key in sorted(self.readings) if key not in copies])
        groups = clusters(self.tellings)
        ids = event_ids(groups, self.tellings, self.prior)
        self._rows(groups, ids)
        keys = {
            "articles": {article.article_id for article in articles},
            "actors": self.names.keys(),
            "weapons": weapons,
            "claims": {claim for some in self.told.claims for claim in some},
        }
        told = set(self.told.keys)
        for article in articles:
            self.memo.emit("articles", article_record(article, is_told=article.article_id in told))
        return change_records(groups, self.tellings, ids, self.prior, keys)

    def _entities(self, keys: Sequence[str]) -> set[str]:
        """The rows of actors and weapons; the weapons' ids."""
        actors, weapons, taken = Actors(), Weapons(), set(self.prior.keys.get("claims", ()))
        for part in parts(keys):
            noted = self.memo.once(("noted", *map(self.memo.stamp, part)), Noted, partial(self._noted, part))
            self.tellings.take(noted)
            actors.merge(noted.actors)
            weapons.merge(noted.weapons)
            for article in noted.articles:
                self.told.add(article, claim_ids(article.claims, self.prior, taken))
        self._named(actors)
        return self._armed(weapons)

    def _noted(self, part: Sequence[str]) -> Noted:
        noted = Noted()
        for key in part:
            noted.add(sane(self.readings[key]), self.ledger)
        return noted

    def _named(self, actors: Actors) -> None:
        for record in actors.records():
            self.names[record.actor_id] = record.name
            self.memo.emit("actors", record)

    def _armed(self, weapons: Weapons) -> set[str]:
        found = set()
        for record in weapons.records():
            found.add(record.weapon_id)
            self.memo.emit("weapons", record)
        return found

    def _rows(self, groups: Sequence[Group], ids: Sequence[str]) -> None:
        """The rows of claims, and those of events: of most only one article tells, and all that is needed is at hand with it."""
        self.event_of = [""] * len(self.tellings)
        for event_id, group in zip(ids, groups, strict=True):
            for number in group:
                self.event_of[number] = event_id
        shared = {event_id: group for event_id, group in zip(ids, groups, strict=True) if len(group) > 1}
        claims: Counter[str] = Counter()
        for part in parts(self.told.keys):
            claims.update(self.memo.once(self._key_of(part, shared), dict[str, int], partial(self._told, part, shared)))
        for events in parts(list(shared)):
            key = self._key_of_shared(events, shared, claims)
            self.memo.once(key, int, partial(self._shared, events, shared, claims))

    def _key_of(self, part: Sequence[str], shared: Mapping[str, Group]) -> Iterator[object]:
        """All that the rows of some articles depend on."""
        yield "told"
        for key in part:
            first, number = self.tellings.first.get(key, 0), self.told.number[key]
            events = self.event_of[first : first + self.told.events[number]]
            yield self.memo.stamp(key), self.told.claims[number], [(event, event in shared) for event in events]
            yield [(actor, self.names.get(actor)) for actor in self.told.actors(number)]

    def _told(self, part: Sequence[str], shared: Mapping[str, Group]) -> dict[str, int]:
        """The rows of claims, and of events that no other article tells; how many claims are about each of the others."""
        counts: Counter[str] = Counter()
        for key in part:
            reading = sane(self.readings[key])
            first, ids = self.tellings.first.get(key, 0), self.told.claims[self.told.number[key]]
            events = {event.key: self.event_of[first + at] for at, event in enumerate(reading.events)}
            for claim in claim_records(reading, ids, events, self.names, self.ledger):
                counts[claim.event_id or ""] += 1
                self.memo.emit("claims", claim)
            self.ledger.hand_over()
            for at, member in enumerate(members_of(reading), first):
                if self.event_of[at] not in shared:
                    self._event(self.event_of[at], [member], counts)
        return {event_id: count for event_id, count in counts.items() if event_id in shared}

    def _key_of_shared(self, events: Sequence[str], shared: Mapping[str, Group], claims: Mapping[str, int]) -> Iterator[object]:
        yield "shared"
        for event_id in events:
            yield event_id, claims.get(event_id, 0)
            for each in shared[event_id]:
                key = self.tellings.article_id(each)
                yield self.memo.stamp(key), each - self.tellings.first[key]
                yield [(actor, self.names.get(actor)) for actor in self.told.actors(self.told.number[key])]

    def _shared(self, events: Sequence[str], shared: Mapping[str, Group], claims: Mapping[str, int]) -> int:
        """The rows of events that several articles tell; how many events."""
        for event_id in events:
            self._event(event_id, self._group(shared[event_id]), claims)
        return len(events)

    def _event(self, event_id: str, group: list[Member], claims: Mapping[str, int]) -> None:
        event_rows(event_id, group, claims.get(event_id, 0), self.names, self.ledger, self.memo.emit)

    def _group(self, group: Group) -> list[Member]:
        """The tellings of a group with their articles."""
        return [self.members(self.tellings.article_id(each))[each] for each in group]

    def _members(self, key: str) -> dict[int, Member]:
        return dict(enumerate(members_of(sane(self.readings[key])), self.tellings.first[key]))
