"""Values that would break a rule of the tables are dropped before they reach them: no value rather than a wrong one."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import Any

from newspkg.model import ArticleReading, Casualties, EventDate, EventMention, EventPlace

ID = re.compile(r"[A-Za-z][^\s|;]*")


def sane(reading: ArticleReading) -> ArticleReading:
    """The reading without ids that cannot be keys, events without a trigger, and values that contradict each other."""
    return replace(
        reading,
        weapons=tuple(weapon for weapon in reading.weapons if _is_id(weapon.weapon_id)),
        actors=tuple(actor for actor in reading.actors if _is_id(actor.actor_id)),
        events=tuple(_event(event) for event in reading.events if event.triggers),
        claims=tuple(claim for claim in reading.claims if claim.content),
    )


@lru_cache(1 << 16)
def _is_id(text: str) -> bool:
    return ID.fullmatch(text) is not None


def _event(event: EventMention) -> EventMention:
    """The very event where nothing is amiss, as in most."""
    told: dict[str, Any] = {
        "date": _date(event.date),
        "place": _place(event.place),
        "target_kind": event.target_kind if event.event_type == "attack" else None,
        "fatalities": _toll(event.fatalities),
        "injured": _toll(event.injured),
    }
    if not all(_is_id(role.actor_id) for role in event.roles):
        told["roles"] = tuple(role for role in event.roles if _is_id(role.actor_id))
    if not all(_is_id(weapon.weapon_id) for weapon in event.weapons):
        told["weapons"] = tuple(weapon for weapon in event.weapons if _is_id(weapon.weapon_id))
    changed = {name: value for name, value in told.items() if value is not getattr(event, name)}
    return replace(event, **changed) if changed else event


def _date(date: EventDate | None) -> EventDate | None:
    if date is None or not date.precision or (date.start is None and date.end is None):
        return None
    return replace(date, end=None) if date.start and date.end and date.end < date.start else date


def _place(place: EventPlace | None) -> EventPlace | None:
    if place is None or not place.name.strip() or not place.precision:
        return None
    lat, lon = place.latitude, place.longitude
    known = lat is not None and lon is not None and abs(lat) <= 90 and abs(lon) <= 180
    return place if known else replace(place, latitude=None, longitude=None)


def _toll(toll: Casualties | None) -> Casualties | None:
    """A best count outside its bounds stands alone; bounds in the wrong order fall away."""
    if toll is None or any(count is not None and count < 0 for count in (toll.low, toll.best, toll.high)):
        return None
    counts = [count for count in (toll.low, toll.best, toll.high) if count is not None]
    if not counts:
        return None
    if counts == sorted(counts):
        return toll
    return replace(toll, low=toll.best, high=toll.best) if toll.best is not None else None
