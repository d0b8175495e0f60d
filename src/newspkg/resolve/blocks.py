"""Which pairs of tellings are compared at all: those that share a small block, so that the work grows with their number alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import combinations

from newspkg.resolve.member import Member
from newspkg.resolve.rarity import Rarity
from newspkg.resolve.when import NIGHT

FEW_DAYS = timedelta(days=7)  # a longer time is blocked by its month
CROWD = 120  # members of a block that are compared with all others; beyond it only with those that come next
NEXT = 12
RAREST = 5  # words that make blocks of a telling
Key = tuple[str, ...]
ROLES = ("initiator", "target", "participant", "supplier", "recipient", "authorizer")


def compared(members: Sequence[Member], words: Rarity) -> Iterator[tuple[int, int]]:
    """Pairs of numbers of members, the lesser first, each once; none of one article."""
    blocks: dict[Key, list[int]] = defaultdict(list)
    # what has neither a date nor a day of publication may be any time's, so all are compared with it
    always = {""} if any(member.days is None and member.published is None for member in members) else set()
    for number, member in enumerate(members):
        for key in _keys(member, always, words):
            blocks[key].append(number)
    seen: set[tuple[int, int]] = set()
    for block in blocks.values():
        for pair in _within(block, members):
            if pair not in seen and members[pair[0]].article_id != members[pair[1]].article_id:
                seen.add(pair)
                yield pair


def _within(block: Sequence[int], members: Sequence[Member]) -> Iterator[tuple[int, int]]:
    if len(block) <= CROWD:
        yield from combinations(block, 2)
        return
    ordered = sorted(block, key=lambda number: (*_near(members[number]), number))
    for at, one in enumerate(ordered):
        yield from ((min(one, two), max(one, two)) for two in ordered[at + 1 : at + 1 + NEXT])


def _near(member: Member) -> tuple[str, str]:
    """Those of one day and place stand side by side."""
    day = member.days[0] if member.days else member.published
    return (day.isoformat() if day else "", member.event.place.name if member.event.place else "")


def _keys(member: Member, always: set[str], words: Rarity) -> set[Key]:
    """The blocks of a member: its type, with when and with where, who or what; only members that share a block are compared."""
    return {(member.event.event_type, time, mark) for time in _times(member) | always for mark in _marks(member, words)}


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


def _marks(member: Member, words: Rarity) -> set[str]:
    place = member.event.place
    marks = {f"role {side}" for side in member.sides(*ROLES)}
    marks |= {f"weapon {weapon.weapon_id}" for weapon in member.event.weapons}
    marks |= {f"word {word}" for word in _rarest(member.words, words)}
    marks |= {f"land {country}" for country in member.about}
    if member.days is not None:
        marks.add("day")
    return marks | ({f"place {place.name}"} if place else set())


def _rarest(used: frozenset[str], words: Rarity) -> list[str]:
    """The rarest words that at least two articles use."""
    return sorted((word for word in used if words.uses.get(word, 0) > 1), key=lambda word: (words.uses[word], word))[:RAREST]
