"""Names with a type word: "Kursk region", "the Republic of Komi", "Aleppo and Idlib provinces"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from newspkg.annotate.places.keys import place_key
from newspkg.annotate.places.phrases import ADMIN_WORD, DISTRICT_WORD, REPUBLIC_OF
from newspkg.annotate.places.place import Place
from newspkg.annotate.places.reading import Reading
from newspkg.annotate.places.spot import Spot

if TYPE_CHECKING:
    pass

LINK = re.compile(r"\s*(?:,|,? and|,? or|/)\s*$|^\s*(?:,|,? and|,? or|/)\s*$")


class Divisions(Reading):
    """Keeps the divisions that are called such."""

    def _divisions(self) -> None:
        for number, spot in enumerate(self.spots):
            self._division(number, spot)

    def _division(self, number: int, spot: Spot) -> None:
        name = self.text[spot.start : spot.end]
        match = ADMIN_WORD.match(self.text, spot.end) or DISTRICT_WORD.match(self.text, spot.end)
        if match and not self._is_state_body(spot, match):
            self._typed(number, spot, match.end(), match.group(1).lower())
            if match.group(1).lower().endswith(("s", "ies")):
                self._coordinated(number, match.group(1).lower())
        elif REPUBLIC_OF.search(self.text, max(0, spot.start - 30), spot.start):
            places = self.index.divisions(name)
            if places:
                self._take_division(number, spot.start, spot.end, self._best(places, spot.start))

    def _is_state_body(self, spot: Spot, match: re.Match[str]) -> bool:
        """ "US State Department" is no state of that name."""
        return match.group(1) == "State" and all(place.precision == "country" for place in spot.places)

    def _typed(self, number: int, spot: Spot, end: int, kind: str) -> None:
        name = self.text[spot.start : spot.end]
        places = self.index.divisions(name)
        small = kind.startswith(("district", "raion", "township", "sub", "municip", "parish", "canton", "woreda", "sector"))
        if places and not small:
            wider = (
                [place for place in places if place_key(place.name) != place_key(name)]
                if kind.startswith(("region", "oblast", "province"))
                else []
            )
            self._take_division(number, spot.start, end, self._best(wider or places, spot.start))
        elif small or not places:
            seat = [place for place in spot.places if place.precision in ("settlement", "district", "admin1")]
            if seat:
                best = self._best(seat, spot.start)
                full = f"{name} {kind.rstrip('s').capitalize()}" if kind.startswith("district") else self.text[spot.start : end]
                self.typed.add(number)
                self._keep(spot.start, end, replace(best, name=full, precision="district", geonames_id=None))

    def _coordinated(self, number: int, kind: str) -> None:
        """ "Kursk, Bryansk and Belgorod regions": the type word holds for every name of the list."""
        while number and LINK.search(self.text[self.spots[number - 1].end : self.spots[number].start]):
            number -= 1
            self._typed(number, self.spots[number], self.spots[number].end, kind)

    def _take_division(self, number: int, start: int, end: int, place: Place) -> None:
        self.typed.add(number)
        self.context.divisions.add((place.country_code, place.admin1))
        self.spoken.add((place.country_code, place.admin1))
        if place.country_code:
            self.context.countries[place.country_code] += 1
        self._keep(start, end, place)
