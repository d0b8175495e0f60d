"""Which country a passage is about, from the countries and places named around it."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence

from newspkg.extract.actors.names import Hit
from newspkg.extract.actors.world import CountryWord
from newspkg.model import PlaceMention

Fits = Callable[[str], bool]
MEANS = re.compile(
    r"(?:'s)? (?:[\w-]+ ){0,2}?(?:drones?|missiles?|rockets?|bombs?|shells?|shelling|(?:air)?strikes?|"
    r"attacks?|raids?|warplanes?|jets?|uavs?|barrage|aircraft|borders?|frontiers?)\b|-(?:backed|made|built|led|supplied|aligned|flagged)\b",
    re.IGNORECASE,
)
PLACE = 1.01  # of a place smaller than a country
WEIGHTS = {"name": 1.0, "metonym": 1.0, "people": 0.7, "adjective": 0.7}
STRIKES = re.compile(
    r"(?:'s)? (?:(?:army|forces|troops|military|air force|navy|side|jets?|warplanes?|bombers?|aircraft) )?(?:has |have |had )?"
    r"(?:launch(?:ed|es)?|fired?|attack(?:ed|s)|struck|strikes|shell(?:ed|s)|bomb(?:ed|s|arded)|hit|sent|targeted|released|dropped|pounded)\b"
)
FROM = re.compile(r"\bfrom (?:the )?$")
ABROAD = 0.3  # of a country or place that is where an attack comes from
HOME = 0.3  # of a country that all of the text is about
REACH = 4000  # characters looked at before a point
LATER = 2  # a word after the point counts as if it were so many times as far


class Nearness:
    """The countries of a text with their places, sorted, for questions by offset."""

    def __init__(self, text: str, countries: Sequence[Hit[CountryWord]], places: Iterable[PlaceMention]) -> None:
        """ "Ukrainian drones" and "Iran-backed" say little of where we are."""
        named = [(hit.start, hit.value.alpha3, _word_weight(text, hit)) for hit in countries]
        placed = [(place.span.start, place.country_code, _place_weight(text, place)) for place in places if place.country_code]
        self._signals = sorted(named + placed)
        self.shares = _shares(self._signals)

    def country(self, offset: int, decay: int, local: float = 1.0, fits: Fits | None = None) -> str | None:
        """The country whose names near `offset` weigh most, each by its distance in characters over `decay`; of those that `fits` lets.

        Places smaller than a country count `local` times.
        """
        scores = {alpha3: HOME * share for alpha3, share in self.shares.items()}
        low, high = bisect_left(self._signals, (offset - REACH,)), bisect_left(self._signals, (offset + REACH // LATER,))
        for at, alpha3, weight in self._signals[low:high]:
            distance = offset - at if at <= offset else LATER * (at - offset)
            if distance < REACH:
                scale = (local if weight == PLACE else 1.0) * (1.0 if at <= offset else 0.7)
                scores[alpha3] = scores.get(alpha3, 0.0) + weight * scale * math.exp(-distance / decay)
        fitting = sorted(filter(fits, scores) if fits else scores)
        return max(fitting, key=lambda alpha3: scores[alpha3]) if fitting else None


def _word_weight(text: str, hit: Hit[CountryWord]) -> float:
    """Whose weapons they are, or who strikes, says little of where we are."""
    if MEANS.match(text, hit.end):
        return 0.2
    return WEIGHTS[hit.value.kind] * (ABROAD if STRIKES.match(text, hit.end) else 1.0)


def _place_weight(text: str, place: PlaceMention) -> float:
    """Where something was launched from says little too."""
    start = place.span.start
    if FROM.search(text, max(0, start - 9), start):
        return ABROAD
    return 1.0 if place.precision == "country" else PLACE


def _shares(signals: Iterable[tuple[int, str, float]]) -> dict[str, float]:
    """Each country's share of the whole text."""
    sums: dict[str, float] = {}
    for _, alpha3, weight in signals:
        sums[alpha3] = sums.get(alpha3, 0.0) + weight
    return {alpha3: weight / sum(sums.values()) for alpha3, weight in sums.items()}
