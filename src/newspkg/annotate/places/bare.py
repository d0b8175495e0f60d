"""Names alone: which of the places of a name is meant, and whether any is."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from newspkg.annotate.places.divisions import Divisions
from newspkg.annotate.places.place import Place
from newspkg.annotate.places.spot import Spot
from newspkg.model import PlaceMention

if TYPE_CHECKING:
    pass

QUALIFIER = re.compile(r"^(?:,| in| \()\s*(?:the |a |(?:[\w.-]+ ){0,2})?$")


class BareNames(Divisions):
    """Keeps the names for which enough speaks."""

    def _settle(self) -> None:
        judged = [(spot, *self._judge(number)) for number, spot in enumerate(self.spots) if number not in self.typed]
        sure = {self.text[spot.start : spot.end] for spot, place, points in judged if points >= 2}
        for spot, place, points in judged:
            if points >= 2 or (points >= 0 and self.text[spot.start : spot.end] in sure):
                self._keep(spot.start, spot.end, self._called(spot, place))

    def _called(self, spot: Spot, place: Place) -> Place:
        """The place under the article's spelling of its name, but for curated ones; a village in a division the article does not speak of
        is a namesake of one that the gazetteer lacks."""
        name = self.text[spot.start : spot.end]
        if place.precision == "site" and " " in name and not name.isupper():
            return replace(place, name=name)
        if place.is_curated:
            return place
        name = name.title() if name.isupper() else name
        named = {division for country, division in self.spoken if country == place.country_code}
        if place.precision == "settlement" and place.weight < 3.2 and named and place.admin1 not in named:
            return replace(self._around(spot.start), name=name)
        return replace(place, name=name)

    def _judge(self, number: int) -> tuple[Place, float]:
        spot = self.spots[number]
        inside = self._qualifier(number)
        places = [place for place in spot.places if inside and self._within(place, inside)]
        best = self._best(places or spot.places, spot.start)
        if inside and not places and inside.precision == "admin1" and best.precision == "settlement" and best.weight < 5:
            name = self.text[spot.start : spot.end]
            return Place(name, "settlement", inside.country_code, inside.admin1, is_curated=True), 3.0
        return best, self.evidence.named(spot, best, self.context) + (3.0 if places else 0.0)

    def _within(self, place: Place, outer: PlaceMention | Place) -> bool:
        if outer.precision == "admin1" and outer.admin1:
            return place.admin1 == outer.admin1 and place.precision not in ("admin1", "country")
        return place.country_code == outer.country_code and place.precision != "country"

    def _qualifier(self, number: int) -> PlaceMention | Place | None:
        """The division or country that the text puts right after the name: "Sudzha, Kursk region", "Sudzha in Russia"."""
        spot = self.spots[number]
        for other in self.spots[number + 1 : number + 3]:
            if other.start > spot.end + 40 or not QUALIFIER.match(self.text[spot.end : other.start]):
                break
            at = bisect_left(self.order, (other.start, 0))
            if at < len(self.order) and self.order[at][0] == other.start and self.found[self.order[at]].precision == "admin1":
                return self.found[self.order[at]]
            broad = [place for place in other.places if place.precision in ("country", "admin1") and place.is_curated]
            if broad:
                return self._best(broad, other.start)
        return None
