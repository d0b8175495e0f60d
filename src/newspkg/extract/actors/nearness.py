"""Which country a passage is about, from the countries and places named around it."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from newspkg.extract.actors.names import Hit
from newspkg.extract.actors.world import CountryWord
from newspkg.model import PlaceMention

MEANS = re.compile(
    r"(?:'s)? (?:[\w-]+ ){0,2}?(?:drones?|missiles?|rockets?|bombs?|shells?|shelling|(?:air)?strikes?|"
    r"attacks?|raids?|warplanes?|jets?|uavs?|barrage|aircraft|borders?|frontiers?)\b|-(?:backed|made|built|led|supplied|aligned|flagged)\b",
    re.IGNORECASE,
)
PLACE = 1.01  # of a place smaller than a country
WEIGHTS = {"name": 1.0, "metonym": 1.0, "people": 0.7, "adjective": 0.7}
REACH = 4000  # characters looked at before a point
LATER = 2  # a word after the point counts as if it were so many times as far


class Nearness:
    """The countries of a text with their places, sorted, for questions by offset."""

    def __init__(self, text: str, countries: Sequence[Hit[CountryWord]], places: Iterable[PlaceMention]) -> None:
        """ "Ukrainian drones" and "Iran-backed" say little of where we are."""
        named = [(hit.start, hit.value.alpha3, 0.2 if MEANS.match(text, hit.end) else WEIGHTS[hit.value.kind]) for hit in countries]
        placed = [(place.span.start, place.country_code, _local_weight(place)) for place in places if place.country_code]
        self._signals = sorted(named + placed)

    def country(self, offset: int, decay: int, local: float = 1.0) -> str | None:
        """The country whose names near `offset` weigh most, each by its distance in characters over `decay`.

        Places smaller than a country count `local` times.
        """
        scores: dict[str, float] = {}
        low, high = bisect_left(self._signals, (offset - REACH,)), bisect_left(self._signals, (offset + REACH // LATER,))
        for at, alpha3, weight in self._signals[low:high]:
            distance = offset - at if at <= offset else LATER * (at - offset)
            if distance < REACH:
                scale = (local if weight == PLACE else 1.0) * (1.0 if at <= offset else 0.7)
                scores[alpha3] = scores.get(alpha3, 0.0) + weight * scale * math.exp(-distance / decay)
        return max(sorted(scores), key=lambda alpha3: scores[alpha3]) if scores else None


def _local_weight(place: PlaceMention) -> float:
    return 1.0 if place.precision == "country" else PLACE
