"""Which tellings stand in one block: those of a type that share a time, and a place, a side, a means or a rare word."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from newspkg.resolve.rarity import Rarity
from newspkg.resolve.telling import Telling
from newspkg.resolve.when import NIGHT

FEW_DAYS = timedelta(days=7)  # a longer time is blocked by its month
RAREST = 5  # words that make blocks of a telling
ROLES = ("initiator", "target", "participant", "supplier", "recipient", "authorizer")
NO_TIME = ""  # of what has neither a date nor a day of publication: it may be any time's


def times(telling: Telling) -> set[str]:
    """The days or months in which a telling may meet another."""
    if telling.days is None:
        day = telling.published
        return {_month(day.year, day.month + step) for step in (-1, 0)} if day else {NO_TIME}
    first, last = telling.days
    months = {_month(first.year, first.month), _month(last.year, last.month)}
    if last - first > FEW_DAYS:
        return months
    return months | {day.isoformat() for day in _days(first, last)}


def _days(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=step) for step in range(-1, (last - first + NIGHT).days + 1))


def _month(year: int, month: int) -> str:
    return f"{year - 1}-12" if month < 1 else f"{year}-{month:02d}"


def marks(telling: Telling, words: Rarity) -> set[str]:
    """What a telling may have in common with another of its type and time."""
    place = telling.event.place
    found = {f"role {side}" for side in telling.sides(*ROLES)}
    found |= {f"weapon {weapon.weapon_id}" for weapon in telling.event.weapons}
    found |= {f"word {word}" for word in _rarest(telling.words, words)}
    found |= {f"land {country}" for country in telling.about}
    if telling.days is not None:
        found.add("day")
    return found | ({f"place {place.name}"} if place else set())


def _rarest(used: frozenset[str], words: Rarity) -> list[str]:
    """The rarest words that at least two articles use."""
    return sorted((word for word in used if words.uses.get(word, 0) > 1), key=lambda word: (words.uses[word], word))[:RAREST]


def nearness(telling: Telling) -> tuple[str, str]:
    """By which those of a crowd are ordered: those of one day and place stand side by side."""
    day = telling.days[0] if telling.days else telling.published
    return (day.isoformat() if day else "", telling.event.place.name if telling.event.place else "")
