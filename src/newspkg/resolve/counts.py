"""What the numbers of weapons that two tellings give say: equal ones of some size are rare, far other ones are of other events."""

from __future__ import annotations

from newspkg.model import EventMention
from newspkg.resolve.telling import Telling

SAME, OTHER = 0.75, -1.0
RIVAL = 1.5  # sides count one salvo differently, but not by more than half
FEW = 3  # so small a number is no one event's own
MANY = 10  # a salvo of so many is no strike on one spot
FINE = frozenset({"site", "settlement", "district"})


def counted(one: Telling, two: Telling) -> float:
    """Points for the numbers fired, and of those stopped."""
    here, there = _fired(one.event), _fired(two.event)
    down, fell = _stopped(one.event), _stopped(two.event)
    if here and there and not any(_is_rival(a, b) for a in here for b in there):
        return OTHER
    same = {count for count in (here & there) | (down & fell) if count >= FEW}
    return SAME if same else 0


def is_total(one: Telling, two: Telling) -> bool:
    """The one is of a whole country and of many weapons, the other of a town: a part of it, perhaps."""
    return any(_is_wide(a) and not _is_wide(b) and _is_fine(b) for a, b in ((one, two), (two, one)))


def _is_wide(telling: Telling) -> bool:
    return not _is_fine(telling) and max(_fired(telling.event), default=0) >= MANY


def _is_fine(telling: Telling) -> bool:
    place = telling.event.place
    return place is not None and place.precision in FINE


def _fired(event: EventMention) -> frozenset[int]:
    counts = [weapon.quantity for weapon in event.weapons if isinstance(weapon.quantity, int)]
    return frozenset([*counts, sum(counts)] if counts else ())


def _stopped(event: EventMention) -> frozenset[int]:
    return frozenset(weapon.quantity_intercepted for weapon in event.weapons if isinstance(weapon.quantity_intercepted, int))


def _is_rival(one: int, two: int) -> bool:
    low, high = sorted((one, two))
    return high - low <= max(FEW, low * (RIVAL - 1))
