"""Pairs of tellings that can't be one event, told by a few numbers of each: most pairs need not be looked at one by one.

It drops only what `likeness` rules out by kind, time or place; what it is not sure of it keeps.
"""

from __future__ import annotations

from array import array
from functools import cached_property
from typing import TYPE_CHECKING, Any

from newspkg.resolve.likeness import DECIDED, kinds
from newspkg.resolve.member import FINE
from newspkg.resolve.telling import Telling
from newspkg.resolve.when import MEMORY, NIGHT
from newspkg.resolve.where import BORDER_KM, NEAR_KM, SAME_KM, kilometres

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.uint64]
    Mask = NDArray[np.bool_]
    Columns = dict[str, NDArray[Any]]

NEVER = 0  # the ordinal of a day that is not known
SLACK = 0.001  # km by which the same distance may come out otherwise
BITS = 64
FORMS = {
    "kind": "H", "state": "B", "first": "i", "last": "i", "day": "i", "is_decided": "B", "fineness": "B", "country": "H",
    "name": "I", "is_simple": "B", "here": "Q", "named": "Q", "latitude": "d", "longitude": "d",
}  # fmt: skip
STATES = {"actual": 1, "planned": 2}
NOWHERE, WIDE, WATER, POINT, TOWN = range(5)  # finenesses


class Sieve:
    """Takes tellings in the order of their numbers, about 70 bytes each."""

    def __init__(self) -> None:
        self._columns = {name: array(form) for name, form in FORMS.items()}
        self._kinds: dict[str, int] = {}
        self._names: dict[str, int] = {"": 0}
        self._countries: dict[str, int] = {"": 0}

    def add(self, telling: Telling) -> None:
        for name, value in (self._told(telling) | self._placed(telling)).items():
            self._columns[name].append(value)

    def _told(self, telling: Telling) -> dict[str, int]:
        event, days, published = telling.event, telling.days, telling.published
        return {
            "kind": self._kinds.setdefault(event.event_subtype, len(self._kinds)),
            "state": STATES.get(event.factuality, 0 if event.factuality == "denied" else 3),
            "first": days[0].toordinal() if days else NEVER,
            "last": days[1].toordinal() if days else NEVER,
            "day": published.toordinal() if published else NEVER,
            "is_decided": event.event_type in DECIDED,
        }

    def _placed(self, telling: Telling) -> dict[str, Any]:
        place = telling.event.place
        name, where = (place.name, _fineness(place.precision)) if place else ("", NOWHERE)
        is_point = place is not None and place.latitude is not None and place.longitude is not None
        named = 0
        for each in telling.named:
            named |= 1 << self._name(each) % BITS
        return {
            "fineness": where,
            "country": self._countries.setdefault((place and place.country_code) or "", len(self._countries)),
            "name": self._name(name),
            "is_simple": len(set(name.casefold().split())) == 1,
            "here": 1 << self._name(name) % BITS if place else 0,
            "named": named,
            "latitude": place.latitude if is_point and place else float("nan"),
            "longitude": place.longitude if is_point and place else float("nan"),
        }

    def _name(self, name: str) -> int:
        return self._names.setdefault(name, len(self._names))

    def keeps(self, one: Numbers, two: Numbers) -> Mask:
        """Of pairs of tellings by number: which may be one event."""
        kept = self._kin[self._whole["kind"][one], self._whole["kind"][two]]
        for rule in (_can_meet, _can_touch):
            at = kept.nonzero()[0]
            here, there = ({name: column[side[at]] for name, column in self._whole.items()} for side in (one, two))
            kept[at] = rule(here, there)
        return kept

    @cached_property
    def _whole(self) -> Columns:
        import numpy as np

        return {name: np.array(column) for name, column in self._columns.items()}

    @cached_property
    def _kin(self) -> Mask:
        import numpy as np

        return np.array([[kinds(one, two) is not None for two in self._kinds] for one in self._kinds], dtype=np.bool_)


def _fineness(precision: str) -> int:
    return TOWN if precision == "settlement" else POINT if precision in FINE else WATER if precision == "water" else WIDE


def _can_meet(one: Columns, two: Columns) -> Mask:
    """Not where `when` says None."""
    import numpy as np

    states = one["state"], two["state"]
    is_plan = (states[0] == STATES["planned"]) | (states[1] == STATES["planned"])
    is_other = (np.minimum(*states) == STATES["actual"]) & (np.maximum(*states) == STATES["planned"])
    dated = one["first"] != NEVER, two["first"] != NEVER
    both, none = dated[0] & dated[1], ~dated[0] & ~dated[1]
    is_one_day = (one["first"] == two["first"]) & (one["last"] == two["last"])
    near = (one["first"] - NIGHT.days <= two["last"]) & (two["first"] <= one["last"] + NIGHT.days)
    ages = [np.where(side["last"] != NEVER, side["last"], side["day"]) for side in (one, two)]
    old = (ages[0] != NEVER) & (ages[1] != NEVER) & (np.abs(ages[0] - ages[1]) > MEMORY.days)
    undated = np.where(none & is_plan, states[0] == states[1], ~old)
    fits: Mask = np.where(both, np.where(is_other, is_one_day, near), undated)
    return fits & ~_is_later(one, two) & ~_is_later(two, one)


def _is_later(one: Columns, two: Columns) -> Mask:
    known = (two["day"] != NEVER) & (one["first"] != NEVER) & (two["state"] == STATES["actual"])
    later: Mask = known & (one["first"] > two["day"] + NIGHT.days)
    return later


def _can_touch(one: Columns, two: Columns) -> Mask:
    """Not where `where` says None, as far as is plain."""
    import numpy as np

    fine = (one["fineness"] >= POINT) & (two["fineness"] >= POINT)
    apart = kilometres(one["latitude"], one["longitude"], two["latitude"], two["longitude"], np)
    abroad = (one["country"] != 0) & (two["country"] != 0) & (one["country"] != two["country"])
    placed = (np.minimum(one["fineness"], two["fineness"]) != NOWHERE) & (one["fineness"] != WATER) & (two["fineness"] != WATER)
    over = placed & abroad & ~(fine & (apart <= BORDER_KM + SLACK))
    towns = (one["fineness"] == TOWN) & (two["fineness"] == TOWN)
    far = np.where(towns, ~(apart <= SAME_KM + SLACK), apart > NEAR_KM + SLACK)
    others = fine & ~abroad & (one["name"] != two["name"]) & (one["is_simple"] & two["is_simple"]).astype(bool) & far
    named = (one["here"] & two["named"]) | (two["here"] & one["named"])
    fits: Mask = one["is_decided"].astype(bool) | (named != 0) | ~(over | others)
    return fits
