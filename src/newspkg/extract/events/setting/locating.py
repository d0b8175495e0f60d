"""How fine a place is, and which of two places the other only locates."""

from __future__ import annotations

import re
from bisect import bisect_left

from newspkg.extract.events.scene import Scene
from newspkg.model import PlaceMention

FINENESS = {"site": 0, "settlement": 1, "district": 2, "admin1": 3, "water": 4, "country": 5}
GAP = 40  # characters between a place and what locates it
BEARING = re.compile(
    r",\s(?:[\w.]+ ){0,3}?(?:north|south|east|west)(?:[ -]?(?:north|south|east|west))?(?:ern)? of (?:the )?(?:[a-z]+ ){0,2}"
)
INSIDE = re.compile(r"(?:,| \()\s?(?:in |inside |within )?(?:the )?(?:[\w-]+ ){0,2}(?:[\w-]+['’]s? )?")


def told_first(place: PlaceMention, scene: Scene) -> PlaceMention:
    """ "Torva, west of Kadugli", "Torva, in Borno State": the place that the words after it only locate."""
    places = scene.annotated.places
    at = bisect_left(places, place.span.start, key=lambda each: each.span.start)
    for other in places[max(0, at - 2) : at]:
        gap = scene.annotated.text[other.span.end : place.span.start]
        if 0 < len(gap) < GAP and (
            BEARING.fullmatch(gap) or (FINENESS[other.precision] < FINENESS[place.precision] and INSIDE.fullmatch(gap))
        ):
            return other
    return place
