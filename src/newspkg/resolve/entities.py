"""Actors and weapons: one row for all mentions of an id, in all articles."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from newspkg.model import ActorRecord, ArticleReading, WeaponMention, WeaponRecord
from newspkg.resolve.evidence import Ledger

TOLD = ("name", "kind", "country_code", "parent_id", "role_title", "wikidata_id")


class Counted(msgspec.Struct, array_like=True):
    """Mentions and articles of an id. Articles come one after the other."""

    mentions: int = 0
    articles: int = 0
    last: str = ""

    def count(self, article: str) -> None:
        self.mentions += 1
        self.articles += article != self.last
        self.last = article

    def merge(self, later: Counted) -> None:
        """What was counted of articles that come after these."""
        self.mentions += later.mentions
        self.articles += later.articles


class Actors(msgspec.Struct, array_like=True):
    """The actors named so far, with how often, and what is said of each: how often each column is said to be what."""

    counted: dict[str, Counted] = {}
    told: dict[str, dict[tuple[str, str], int]] = {}

    def add(self, reading: ArticleReading, ledger: Ledger) -> None:
        """The named actors of one more article."""
        for mention in reading.actors:
            if mention.is_named:
                self.counted.setdefault(mention.actor_id, Counted()).count(reading.article_id)
                told = self.told.setdefault(mention.actor_id, {})
                for name in TOLD:
                    if value := getattr(mention, name):
                        told[name, value] = told.get((name, value), 0) + 1
                ledger.add("actors", mention.actor_id, None, reading, mention.span, mention.coded_by)

    def merge(self, later: Actors) -> None:
        """The actors of articles that come after these."""
        for key, counted in later.counted.items():
            self.counted.setdefault(key, Counted()).merge(counted)
            told = self.told.setdefault(key, {})
            for said, times in later.told[key].items():
                told[said] = told.get(said, 0) + times

    def records(self) -> Iterator[ActorRecord]:
        return (self._record(actor_id, counted) for actor_id, counted in sorted(self.counted.items()))

    def _record(self, actor_id: str, counted: Counted) -> ActorRecord:
        parent = self._most(actor_id, "parent_id")
        return ActorRecord(
            actor_id=actor_id,
            name=self._most(actor_id, "name") or actor_id,
            actor_kind=self._most(actor_id, "kind") or "other",
            country_code=self._most(actor_id, "country_code"),
            parent_id=parent if parent in self.counted and parent != actor_id else None,
            role_title=self._most(actor_id, "role_title"),
            wikidata_id=self._most(actor_id, "wikidata_id"),
            mention_count=counted.mentions,
            article_count=counted.articles,
        )

    def _most(self, actor_id: str, column: str) -> str | None:
        """The most frequent value, the first of the text among equals; None where there is none."""
        counts = {value: count for (name, value), count in self.told[actor_id].items() if name == column}
        return max(counts, key=counts.__getitem__) if counts else None


class Weapons(msgspec.Struct, array_like=True):
    """The weapons named so far; the first mention says what each is."""

    counted: dict[str, Counted] = {}
    first: dict[str, WeaponMention] = {}
    ranges: dict[str, float] = {}

    def add(self, reading: ArticleReading, ledger: Ledger) -> None:
        """The weapons of one more article."""
        for mention in reading.weapons:
            key, by = mention.weapon_id, mention.coded_by
            self.counted.setdefault(key, Counted()).count(reading.article_id)
            self.first.setdefault(key, mention)
            ledger.add("weapons", key, None, reading, mention.span, by)
            if mention.range_km is not None:
                self.ranges.setdefault(key, mention.range_km)
                ledger.add("weapons", key, "reported_range_km", reading, mention.span, by)

    def merge(self, later: Weapons) -> None:
        """The weapons of articles that come after these."""
        for key, counted in later.counted.items():
            self.counted.setdefault(key, Counted()).merge(counted)
        self.first = later.first | self.first
        self.ranges = later.ranges | self.ranges

    def records(self) -> Iterator[WeaponRecord]:
        return (self._record(key, counted) for key, counted in sorted(self.counted.items()))

    def _record(self, key: str, counted: Counted) -> WeaponRecord:
        first = self.first[key]
        origins = first.origin_country_codes
        return WeaponRecord(
            weapon_id=key,
            name=first.name,
            weapon_class=first.weapon_class,
            level=first.level,
            origin_country_codes=origins.replace("|", ";") if origins else None,
            wikidata_id=first.wikidata_id,
            reported_range_km=self.ranges.get(key),
            mention_count=counted.mentions,
            article_count=counted.articles,
        )
