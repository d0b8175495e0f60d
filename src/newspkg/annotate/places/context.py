"""What an article is about, geographically: the weights by which one of several places of a name is chosen."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field
from math import asin, cos, radians, sin, sqrt
from operator import itemgetter

from newspkg.annotate.places.index import PlaceIndex
from newspkg.annotate.places.place import Place
from newspkg.annotate.places.spot import Spot, Word

EARTH_KM = 6371.0
NEAR_KM, REGION_KM = 150.0, 400.0
AROUND = 1500  # characters of text within which places are neighbours


@dataclass
class Context:
    """Countries (alpha-3) with the share of the article's mentions, divisions named, positions of the places that are certain."""

    countries: Counter[str] = field(default_factory=Counter)
    divisions: set[tuple[str | None, str | None]] = field(default_factory=set)
    anchors: list[tuple[int, Place]] = field(default_factory=list)

    def share(self, country: str | None) -> float:
        total = sum(self.countries.values())
        return self.countries[country] / total if country and total else 0.0

    def score(self, place: Place, offset: int) -> float:
        """How well a candidate suits the article: its fame, its country, its division, its neighbours in the text."""
        score = place.weight + (1.0 if place.is_curated else 0.0)
        share = self.share(place.country_code)
        score += min(4.0 if place.is_curated else 2.0, 5 * share) + (0.5 if share else -0.5 if place.country_code else 0.0)
        if (place.country_code, place.admin1) in self.divisions and place.precision == "settlement":
            score += 1.5
        return score + self._nearness(place, offset)

    def _nearness(self, place: Place, offset: int) -> float:
        first = bisect_left(self.anchors, offset - AROUND, key=itemgetter(0))
        near = [
            anchor
            for anchor in self.anchors[first : first + 30]
            if anchor[0] < offset + AROUND and anchor[1].geonames_id != place.geonames_id
        ]
        distances = [distance for _, anchor in near if (distance := kilometres(place, anchor)) is not None]
        if not distances or place.precision == "country":
            return 0.0
        return 1.5 if min(distances) < NEAR_KM else 0.8 if min(distances) < REGION_KM else 0.0


def kilometres(one: Place, two: Place) -> float | None:
    """Great-circle distance; None where a position is unknown."""
    if one.latitude is None or two.latitude is None or one.longitude is None or two.longitude is None:
        return None
    phi, psi = radians(one.latitude), radians(two.latitude)
    half = sin((psi - phi) / 2) ** 2 + cos(phi) * cos(psi) * sin(radians(two.longitude - one.longitude) / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(half))


def context_of(words: list[Word], found: list[Spot], index: PlaceIndex) -> Context:
    """Countries by name, by demonym ("Ukrainian") and by the places that only one country has or that are famous."""
    context = Context()
    for word in words:
        country = index.demonyms.get(word.text)
        if country:
            context.countries[country] += 1
    for spot in found:
        curated = [place for place in spot.places if place.is_curated]
        for place in curated:
            if place.country_code and (len(curated) == 1 or place.precision == "country"):
                context.countries[place.country_code] += 2 if place.precision == "country" else 1
            if place.precision in ("admin1",) and place.admin1:
                context.divisions.add((place.country_code, place.admin1))
        if len(curated) == 1 and curated[0].precision in ("settlement", "site", "admin1", "district"):
            context.anchors.append((spot.start, curated[0]))
    return context
