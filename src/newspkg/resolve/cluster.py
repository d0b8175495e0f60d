"""Which events of different articles are one. Pairs are sought in small blocks, and joined best first, so that order plays no part."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import combinations

from newspkg.model import ArticleReading
from newspkg.resolve.likeness import NIGHT, Member, likeness

__all__ = ["Group", "Member", "clusters"]

ENOUGH = 2.5
FEW_DAYS = timedelta(days=7)  # a longer time is blocked by its month
CROWD = 200  # members of a block that are compared with all others; beyond it only with those that come next
NEXT = 16
Group = list[Member]
Pair = tuple[float, int, int]


def clusters(readings: Sequence[ArticleReading]) -> list[Group]:
    """Groups of members, each one event; no article tells one twice. The order of the readings does not matter."""
    members = _members(readings)
    group_of = {number: [number] for number in range(len(members))}
    for _, one, two in sorted(_pairs(members)):
        here, there = group_of[one], group_of[two]
        if here is not there and _fit(here, there, members):
            here += there
            group_of.update(dict.fromkeys(there, here))
    return [[members[number] for number in sorted(group)] for number, group in sorted(group_of.items()) if number == min(group)]


def _members(readings: Sequence[ArticleReading]) -> list[Member]:
    members = []
    for reading in sorted(readings, key=lambda each: each.article_id):
        actors = {actor.actor_id: actor for actor in reversed(reading.actors)}
        members += [Member(reading, event, actors) for event in reading.events]
    return members


def _pairs(members: Sequence[Member]) -> set[Pair]:
    """Pairs that are alike enough, the best with the least first number."""
    blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)
    # what has neither a date nor a day of publication may be any time's, so all are compared with it
    always = {""} if any(member.days is None and member.published is None for member in members) else set()
    for number, member in enumerate(members):
        for key in _keys(member, always):
            blocks[key].append(number)
    return {pair for block in blocks.values() for pair in _alike(block, members)}


def _alike(block: Sequence[int], members: Sequence[Member]) -> Iterator[Pair]:
    for one, two in _compared(block):
        if members[one].article_id != members[two].article_id:
            score = likeness(members[one], members[two])
            if score is not None and score >= ENOUGH:
                yield -score, one, two


def _compared(block: Sequence[int]) -> Iterator[tuple[int, int]]:
    if len(block) <= CROWD:
        yield from combinations(block, 2)
    else:
        for at, one in enumerate(block):
            yield from ((one, two) for two in block[at + 1 : at + 1 + NEXT])


def _keys(member: Member, always: set[str]) -> set[tuple[str, ...]]:
    """The blocks of a member: its type, with when and with where or who; only members that share a block are compared."""
    return {(member.event.event_type, when, what) for when in _times(member) | always for what in _marks(member)}


def _times(member: Member) -> set[str]:
    if member.days is None:
        day = member.published
        return {_month(day.year, day.month + step) for step in (-1, 0)} if day else {""}
    first, last = member.days
    months = {_month(first.year, first.month), _month(last.year, last.month)}
    if last - first > FEW_DAYS:
        return months
    days = {(first + timedelta(days=step)).isoformat() for step in range(-1, (last - first + NIGHT).days + 1)}
    return months | days


def _month(year: int, month: int) -> str:
    return f"{year - 1}-12" if month < 1 else f"{year}-{month:02d}"


def _marks(member: Member) -> set[str]:
    place = member.event.place
    marks = {f"role {side}" for side in member.sides("initiator", "target", "participant", "supplier", "recipient", "authorizer")}
    marks |= {f"weapon {weapon.weapon_id}" for weapon in member.event.weapons}
    if member.event.target_kind:
        marks.add(f"kind {member.event.target_kind.value}")
    return marks | ({f"place {place.name}", f"country {place.country_code}"} if place else set())


def _fit(here: Sequence[int], there: Sequence[int], members: Sequence[Member]) -> bool:
    """No article is in both, and no member of the one rules out one of the other."""
    if {members[one].article_id for one in here} & {members[two].article_id for two in there}:
        return False
    return all(likeness(members[one], members[two]) is not None for one in here for two in there)
