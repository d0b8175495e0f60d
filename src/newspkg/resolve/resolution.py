"""The resolution step by step. What is held of an article or an event is a few numbers; all else comes from the readings anew."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache

from newspkg.model import ArticleReading, PriorIds, RawArticle
from newspkg.resolve.articles import article_record, is_in_scope
from newspkg.resolve.changes import change_records
from newspkg.resolve.claims import claim_records
from newspkg.resolve.cluster import Group, clusters
from newspkg.resolve.entities import Actors, Weapons
from newspkg.resolve.events import event_rows
from newspkg.resolve.evidence import Emit, Ledger
from newspkg.resolve.identity import event_ids
from newspkg.resolve.member import Member
from newspkg.resolve.sane import sane
from newspkg.resolve.tellings import Tellings, members_of

AT_HAND = 256  # readings


class Resolution:
    """One run over the readings of a data set. Articles are gone through by id, so that their order does not matter."""

    def __init__(self, emit: Emit, readings: Mapping[str, ArticleReading], prior: PriorIds) -> None:
        self.emit, self.readings, self.prior = emit, readings, prior
        self.ledger = Ledger(emit)
        self.tellings = Tellings()
        self.in_scope: list[str] = []
        self.members = lru_cache(AT_HAND)(self._members)

    def close(self) -> None:
        self.tellings.close()

    def run(self, articles: Sequence[RawArticle]) -> None:
        """Hand over the rows of all tables."""
        copies = {article.article_id for article in articles if article.duplicate_of is not None}
        names, weapons = self._entities([key for key in sorted(self.readings) if key not in copies])
        groups = clusters(self.tellings)
        ids = event_ids(groups, self.tellings, self.prior)
        self._told(groups, ids, names)
        known = {article.article_id for article in articles}
        keys = {"articles": known, "actors": names.keys(), "weapons": weapons, "claims": self.claimed}
        for change in change_records(groups, self.tellings, ids, self.prior, keys):
            self.emit("changes", change)
        told = set(self.in_scope)
        for article in articles:
            self.emit("articles", article_record(article, is_told=article.article_id in told))

    def _entities(self, keys: Sequence[str]) -> tuple[dict[str, str], set[str]]:
        """The rows of actors and weapons; the actors' names and the weapons' ids."""
        actors, weapons = Actors(), Weapons()
        for key in keys:
            reading = sane(self.readings[key])
            if is_in_scope(reading):
                self.in_scope.append(key)
                self.tellings.add(reading)
                actors.add(reading, self.ledger)
                weapons.add(reading, self.ledger)
                self.ledger.hand_over()
        return self._named(actors), self._armed(weapons)

    def _named(self, actors: Actors) -> dict[str, str]:
        names = {}
        for record in actors.records():
            names[record.actor_id] = record.name
            self.emit("actors", record)
        return names

    def _armed(self, weapons: Weapons) -> set[str]:
        found = set()
        for record in weapons.records():
            found.add(record.weapon_id)
            self.emit("weapons", record)
        return found

    def _told(self, groups: Sequence[Group], ids: Sequence[str], names: Mapping[str, str]) -> None:
        """The rows of claims, and those of events: of most only one article tells, and all that is needed is at hand with it."""
        event_of = {number: event_id for event_id, group in zip(ids, groups, strict=True) for number in group}
        shared = {event_id: group for event_id, group in zip(ids, groups, strict=True) if len(group) > 1}
        counts: Counter[str] = Counter()
        self.claimed: set[str] = set()
        taken = set(self.prior.keys.get("claims", ()))
        for key in self.in_scope:
            reading = sane(self.readings[key])
            first = self.tellings.first.get(key, 0)
            events = {event.key: event_of[first + at] for at, event in enumerate(reading.events)}
            for claim in claim_records(reading, events, names, self.ledger, self.prior, taken):
                self.claimed.add(claim.claim_id)
                counts[claim.event_id or ""] += 1
                self.emit("claims", claim)
            self.ledger.hand_over()
            for at, member in enumerate(members_of(reading), first):
                if event_of[at] not in shared:
                    event_rows(event_of[at], [member], counts.pop(event_of[at], 0), names, self.ledger, self.emit)
        for event_id, group in shared.items():
            event_rows(event_id, self._group(group), counts[event_id], names, self.ledger, self.emit)

    def _group(self, group: Group) -> list[Member]:
        """The tellings of a group with their articles."""
        return [self.members(self.tellings.article_id(each))[each] for each in group]

    def _members(self, key: str) -> dict[int, Member]:
        return dict(enumerate(members_of(sane(self.readings[key])), self.tellings.first[key]))
