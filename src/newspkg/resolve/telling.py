"""One event as one article tells it, cut down to what is asked when tellings are compared."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

import msgspec

from newspkg.model import EventMention, Span
from newspkg.resolve.member import Member

Words = frozenset[str]


class Head(msgspec.Struct, array_like=True, frozen=True):
    """What all tellings of an article share: `news` are the telling words of its head, `weapons` class and whether a system, by id."""

    article_id: str
    published: date | None
    news: Words
    weapons: dict[str, tuple[str, bool]]

    @classmethod
    def of(cls, member: Member) -> Head:
        weapons = {weapon.weapon_id: (weapon.weapon_class, weapon.level == "system") for weapon in member.reading.weapons}
        return cls(member.article_id, member.published, member.news, weapons)


class Told(msgspec.Struct, array_like=True, frozen=True):
    """What is its own: `triggers` are spans of the raw body, `by_role` the sides that stand in each role."""

    event: EventMention
    triggers: tuple[Span, ...]
    words: Words
    named: Words
    about: Words
    is_night: bool
    is_dated: bool
    by_role: dict[str, Words]

    @classmethod
    def of(cls, member: Member) -> Told:
        event, document = member.event, member.reading.annotated.document
        by_role = {str(role.role): member.sides(role.role) for role in event.roles}
        triggers = tuple(document.to_raw(trigger) for trigger in event.triggers)
        return cls(event, triggers, member.words, member.named, member.about, member.is_night, member.is_dated, by_role)


@dataclass(frozen=True, eq=False)
class Telling:
    """One event of one article."""

    head: Head
    told: Told
    masses: dict[str, float] = field(default_factory=dict)  # what its words are worth, once it is known

    @classmethod
    def of(cls, member: Member) -> Telling:
        return cls(Head.of(member), Told.of(member))

    @property
    def article_id(self) -> str:
        return self.head.article_id

    @property
    def event(self) -> EventMention:
        return self.told.event

    @property
    def published(self) -> date | None:
        return self.head.published

    @property
    def days(self) -> tuple[date, date] | None:
        when = self.told.event.date
        return (when.start, when.end or when.start) if when is not None and when.start is not None else None

    @property
    def words(self) -> Words:
        return self.told.words

    @property
    def named(self) -> Words:
        return self.told.named

    @property
    def about(self) -> Words:
        return self.told.about

    @property
    def is_adrift(self) -> bool:
        """It says neither where nor who."""
        return self.event.place is None and not self.sides("initiator", "target")

    @property
    def is_bare(self) -> bool:
        """Nor what came of it."""
        return self.is_adrift and self.event.fatalities is None and self.event.injured is None

    @property
    def struck(self) -> Words:
        """The sides that are acted on: the targets, and for an attack the country of its place."""
        place = self.event.place
        where = {place.country_code} if place and place.country_code and self.event.event_type == "attack" else set()
        return self.sides("target") | where

    def sides(self, *roles: str) -> Words:
        """The sides that stand in the roles (`Member.sides`)."""
        known = self.told.by_role
        return frozenset(side for role in roles for side in known.get(role, ()))
