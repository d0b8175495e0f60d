"""How much speaks for two tellings being one event: kind, time, place, sides, weapons, target and tolls; each can rule it out."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from newspkg.model import ActorMention, ArticleReading, EventMention, EventPlace

NIGHT = timedelta(days=1)  # a night has two dates, and reports lag
NEWS = timedelta(days=10)  # articles that tell one thing without a date are published close together
NEAR_KM = 15.0
KIN = (
    frozenset({"missile_strike", "drone_strike", "combined_strike", "air_strike", "other_attack"}),
    frozenset({"shelling", "other_attack", "combined_strike"}),
    frozenset({"bombing", "other_attack"}),
    frozenset({"armed_assault", "killing_of_civilians", "other_attack"}),
)
DECIDED = frozenset({"policy", "arms_transfer"})  # who decides tells these apart, seldom where
STATELIKE = frozenset({"state", "government", "military", "person", "civilians"})  # kinds that stand for their country


@dataclass(frozen=True)
class Member:
    """One event as one article tells it, with the actors of the article by id."""

    reading: ArticleReading
    event: EventMention
    actors: Mapping[str, ActorMention]

    @property
    def article_id(self) -> str:
        return self.reading.article_id

    @property
    def published(self) -> date | None:
        return self.reading.annotated.document.article.published_on

    @property
    def days(self) -> tuple[date, date] | None:
        when = self.event.date
        return (when.start, when.end or when.start) if when is not None and when.start is not None else None

    def sides(self, *roles: str) -> frozenset[str]:
        """The countries that stand in the roles, by the actors' own country; an actor of no country, or a group of its own, by its id."""
        return frozenset(self._side(each.actor_id) for each in self.event.roles if each.role in roles)

    def _side(self, actor_id: str) -> str:
        actor = self.actors.get(actor_id)
        return actor.country_code if actor is not None and actor.country_code and actor.kind in STATELIKE else actor_id


def likeness(one: Member, two: Member) -> float | None:
    """A sum of points, about 3 for one event; None where something rules it out. Symmetric."""
    total = 0.0
    for part in (_kinds, _days, _places, _sides, _targets, _tolls, _weapons):
        points = part(one, two)
        if points is None:
            return None
        total += points
    return total


def _kinds(one: Member, two: Member) -> float | None:
    kinds = {one.event.event_subtype, two.event.event_subtype}
    if len(kinds) == 1:
        return 1
    return 0.5 if any(kinds <= kin for kin in KIN) else None


def _days(one: Member, two: Member) -> float | None:
    if one.days is None or two.days is None:
        return _news(one, two)
    (a, b), (c, d) = one.days, two.days
    if a <= d and c <= b:
        return 1.5 if b - a <= NIGHT and d - c <= NIGHT else 0.75
    return 0.5 if a - NIGHT <= d and c <= b + NIGHT else None


def _news(one: Member, two: Member) -> float | None:
    """One of the two has no date: it is as old as the news, so the other must be news of the same days."""
    first, second = (member.days[1] if member.days else member.published for member in (one, two))
    return None if first is not None and second is not None and abs(first - second) > NEWS else 0


def _places(one: Member, two: Member) -> float | None:
    here, there = one.event.place, two.event.place
    if here is None or there is None or one.event.event_type in DECIDED:
        return 0
    if here.name == there.name and here.country_code == there.country_code:
        return 1.5 if here.precision != "country" else 0.5
    if here.country_code != there.country_code:
        return None if here.country_code and there.country_code and "water" not in (here.precision, there.precision) else 0
    if "country" in (here.precision, there.precision):
        return 0.25
    return _within(here, there)


def _within(here: EventPlace, there: EventPlace) -> float | None:
    """Different places of one country: a part of a place, or one near by."""
    apart = _km(here, there)
    if "site" in (here.precision, there.precision) and apart is not None and apart <= NEAR_KM:
        return 1
    if here.admin1 and here.admin1 == there.admin1:
        return 0.75 if {"admin1", "site", "district"} & {here.precision, there.precision} else None
    return None


def _km(here: EventPlace, there: EventPlace) -> float | None:
    if here.latitude is None or here.longitude is None or there.latitude is None or there.longitude is None:
        return None
    north = (here.latitude - there.latitude) * 111.2
    east = (here.longitude - there.longitude) * 111.2 * math.cos(math.radians((here.latitude + there.latitude) / 2))
    return math.hypot(north, east)


def _sides(one: Member, two: Member) -> float | None:
    score = 0.0
    for role in ("initiator", "target"):
        here, there = one.sides(role), two.sides(role)
        if here and there:
            if not here & there:
                return None
            score += 1 if role == "initiator" and one.event.event_type in DECIDED else 0.5
    crowd = ("participant", "supplier", "recipient", "authorizer", "mediator")
    return score + 0.5 * min(len(one.sides(*crowd) & two.sides(*crowd)), 3)


def _targets(one: Member, two: Member) -> float:
    here, there = one.event.target_kind, two.event.target_kind
    if here is None or there is None:
        return 0
    return 0.5 if here.value == there.value else -0.5


def _tolls(one: Member, two: Member) -> float:
    """Tolls rise while the news goes on; only a far other one speaks against."""
    here, there = one.event.fatalities, two.event.fatalities
    if here is None or there is None or here.best is None or there.best is None:
        return 0
    if here.best == there.best:
        return 0.75 if here.best else 0.25
    apart = abs(here.best - there.best)
    return 0 if apart <= max(3, max(here.best, there.best) / 2) else -0.75


def _weapons(one: Member, two: Member) -> float:
    here, there = ({weapon.weapon_id for weapon in member.event.weapons} for member in (one, two))
    if here & there:
        return 0.75
    kind = {w.weapon_id: w.weapon_class for member in (one, two) for w in member.reading.weapons}
    return 0.5 if {kind.get(each, each) for each in here} & {kind.get(each, each) for each in there} else 0
