"""Which events of different articles are one: by kind, time, place, sides and weapons."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from newspkg.model import ArticleReading, EventMention

MARGIN = timedelta(days=1)  # a night has two dates, and reports lag
ENOUGH = 3.0
KIN = ({"missile_strike", "drone_strike", "combined_strike", "air_strike", "other_attack"}, {"shelling", "other_attack", "combined_strike"}, {"bombing", "other_attack"},
       {"armed_assault", "killing_of_civilians", "other_attack"})  # fmt: skip


@dataclass(frozen=True)
class Member:
    """One event as one article tells it, with what is known of its actors and weapons."""

    reading: ArticleReading
    event: EventMention
    country_of: Mapping[str, str | None]

    @property
    def article_id(self) -> str:
        return self.reading.article_id

    @property
    def days(self) -> tuple[date, date] | None:
        when = self.event.date
        return (when.start, when.end or when.start) if when is not None and when.start is not None else None

    def side(self, role: str) -> str | None:
        first = next((each.actor_id for each in self.event.roles if each.role == role), None)
        return (self.country_of.get(first) or first) if first else None


Group = list[Member]


def clusters(readings: Sequence[ArticleReading]) -> list[Group]:
    """Groups of members, each one event; no article tells one twice. Readings in the order of their ids, so that the result is settled."""
    blocks: dict[str, list[Group]] = defaultdict(list)
    for reading in readings:
        countries = {actor.actor_id: actor.country_code for actor in reading.actors}
        members = [Member(reading, event, countries) for event in reading.events]
        for member in members:
            _place(member, blocks[member.event.event_type])
    return [group for _, groups in sorted(blocks.items()) for group in groups]


def _place(member: Member, groups: list[Group]) -> None:
    scored = [(score, -at) for at, group in enumerate(groups) if (score := _group_likeness(group, member)) is not None and score >= ENOUGH]
    if scored:
        groups[-max(scored)[1]].append(member)
    else:
        groups.append([member])


def _group_likeness(group: Group, member: Member) -> float | None:
    if any(other.article_id == member.article_id for other in group):
        return None
    scores = [likeness(other, member) for other in group]
    known = [score for score in scores if score is not None]
    return None if len(known) < len(scores) else max(known)


def likeness(one: Member, two: Member) -> float | None:
    """How much speaks for one event; None where something rules it out."""
    parts = (_kinds(one, two), _days(one, two), _places(one, two), _sides(one, two), _tolls(one, two))
    if any(part is None for part in parts):
        return None
    weapons = {w.weapon_id for w in one.event.weapons} & {w.weapon_id for w in two.event.weapons}
    return sum(part or 0 for part in parts) + (0.75 if weapons else 0)


def _kinds(one: Member, two: Member) -> float | None:
    kinds = {one.event.event_subtype, two.event.event_subtype}
    if len(kinds) == 1:
        return 1
    return 0.5 if any(kinds <= kin for kin in KIN) else None


def _days(one: Member, two: Member) -> float | None:
    if one.days is None or two.days is None:
        return 0
    (a, b), (c, d) = one.days, two.days
    if a <= d and c <= b:
        return 1.5 if b - a <= MARGIN and d - c <= MARGIN else 0.5
    return 0.5 if a - MARGIN <= d and c <= b + MARGIN else None


def _places(one: Member, two: Member) -> float | None:
    here, there = one.event.place, two.event.place
    if here is None or there is None:
        return 0
    if here.name == there.name:
        return 1.5 if here.precision != "country" else 0.75
    if here.country_code != there.country_code:
        return None if here.precision != "water" and there.precision != "water" else 0
    if "country" in (here.precision, there.precision):
        return 0.25
    if here.admin1 and here.admin1 == there.admin1:
        return 0.75 if "admin1" in (here.precision, there.precision) or "site" in (here.precision, there.precision) else None
    return None


def _sides(one: Member, two: Member) -> float | None:
    score = 0.0
    for role in ("initiator", "target"):
        here, there = one.side(role), two.side(role)
        if here and there:
            if here != there:
                return None
            score += 0.5
    shared = {r.actor_id for r in one.event.roles if r.role == "participant"} & {r.actor_id for r in two.event.roles if r.role == "participant"}
    return score + min(len(shared), 2) * 0.5


def _tolls(one: Member, two: Member) -> float | None:
    here, there = one.event.fatalities, two.event.fatalities
    if here is None or there is None or here.best is None or there.best is None:
        return 0
    if here.best == there.best:
        return 0.75 if here.best else 0.25
    apart = abs(here.best - there.best) / max(here.best, there.best)
    return 0 if apart <= 0.5 or abs(here.best - there.best) <= 3 else -0.75
