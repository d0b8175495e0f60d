"""Whether the places of two tellings can be one, and how much that says."""

from __future__ import annotations

import math
from types import ModuleType
from typing import Any

from newspkg.model import EventPlace
from newspkg.resolve.member import FINE
from newspkg.resolve.telling import Telling

NEAR_KM = 15.0  # a site and its town
SAME_KM = 5.0  # two names of one spot
BORDER_KM = 25.0  # a place that one article puts on the other side of a border
REGION_KM = 250.0  # a region's centre and a town in it
ELSEWHERE = -1.5


def where(one: Telling, two: Telling) -> float | None:
    """Points for the places being one; None where they can't be. Symmetric."""
    here, there = one.event.place, two.event.place
    if here is None or there is None:
        return _unplaced(here or there, two if here else one)
    points = _compared(here, there)
    if points is None and (here.name in two.named or there.name in one.named):
        return ELSEWHERE  # the one may have been given a place that its sentence names beside the true one
    return points


def _unplaced(known: EventPlace | None, other: Telling) -> float:
    """Only the one has a place: do the sentences of the other name it, or other towns?"""
    if known is None or known.precision not in FINE or not other.named:
        return 0
    return 0.75 if known.name in other.named else -0.5


def _compared(here: EventPlace, there: EventPlace) -> float | None:
    apart = _km(here, there)
    if here.name == there.name and here.country_code == there.country_code:
        return {"country": 0.25, "admin1": 0.75, "water": 0.25}.get(here.precision, 1.5)
    if "water" in (here.precision, there.precision):
        return 0
    if here.country_code and there.country_code and here.country_code != there.country_code:
        return 0 if apart is not None and apart <= BORDER_KM and {here.precision, there.precision} <= FINE else None
    if "country" in (here.precision, there.precision):
        return 0 if "admin1" in (here.precision, there.precision) else -0.5  # a total is told of a country, a part of it of a town
    return _within(here, there, apart)


def _within(here: EventPlace, there: EventPlace, apart: float | None) -> float | None:
    """Different names in one country: a part of a place, or two that are near each other."""
    finenesses = {here.precision, there.precision}
    if finenesses <= FINE and ((apart is not None and apart <= SAME_KM) or _is_part(here.name, there.name)):
        return 0.75
    if "admin1" in finenesses:
        return _region(here, there, apart)
    if finenesses != {"settlement"} and apart is not None:
        return 0.75 if apart <= NEAR_KM and len(finenesses) > 1 else None
    one_region = here.admin1 is not None and here.admin1 == there.admin1
    return 0.25 if one_region and len(finenesses) > 1 else None


def _region(here: EventPlace, there: EventPlace, apart: float | None) -> float | None:
    regions = {place.name if place.precision == "admin1" else place.admin1 for place in (here, there)}
    if None in regions:
        return 0 if apart is None or apart <= REGION_KM else None
    return 0.5 if len(regions) == 1 or here.admin1 == there.admin1 else None


def _is_part(one: str, two: str) -> bool:
    """The one name in the other: a town and its plant."""
    here, there = ({*name.casefold().split()} for name in (one, two))
    return here < there or there < here


def _km(here: EventPlace, there: EventPlace) -> float | None:
    if here.latitude is None or here.longitude is None or there.latitude is None or there.longitude is None:
        return None
    return float(kilometres(here.latitude, here.longitude, there.latitude, there.longitude, math))


def kilometres(latitude: Any, longitude: Any, other_latitude: Any, other_longitude: Any, of: ModuleType) -> Any:
    """Between two points that are not far apart, in degrees: numbers with the functions `of` math, arrays with those of numpy."""
    north = (latitude - other_latitude) * 111.2
    east = (longitude - other_longitude) * 111.2 * of.cos(of.radians((latitude + other_latitude) / 2))
    return of.hypot(north, east)
