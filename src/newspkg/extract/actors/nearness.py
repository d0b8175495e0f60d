"""Which country a passage is about, from the countries and places named around it."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from newspkg.extract.actors.names import Hit
from newspkg.extract.actors.world import CountryWord
from newspkg.model import PlaceMention

Fits = Callable[[str], bool]
MEANS = re.compile(
    r"(?:'s)? (?:[\w-]+ ){0,2}?(?:drones?|missiles?|rockets?|bombs?|shells?|shelling|(?:air)?strikes?|"
    r"attacks?|raids?|warplanes?|jets?|uavs?|barrage|aircraft|borders?|frontiers?)\b|-(?:backed|made|built|led|supplied|aligned|flagged)\b",
    re.IGNORECASE,
)
TOWNS = 2.0  # a town says more of whose an organ is than the name of a state does
BODIES = {"body": 1.5, "leader": 1.0}  # what the armies, groups and leaders that are named say of it
WEIGHTS = {"name": 1.0, "metonym": 1.0, "people": 0.7, "adjective": 0.7}
STRIKES = re.compile(
    r"(?:'s)? (?:(?:army|forces|troops|military|air force|navy|side|jets?|warplanes?|bombers?|aircraft) )?(?:has |have |had )?"
    r"(?:launch(?:ed|es)?|fired?|attack(?:ed|s)|struck|strikes|shell(?:ed|s)|bomb(?:ed|s|arded)|hit|sent|targeted|released|dropped|pounded)\b"
)
AT = re.compile(r"(?i)\b(?:in|at|near|outside|around|over|to|into|from|of|on|hit|struck) $")
FROM = re.compile(r"\bfrom (?:the )?$")
ABROAD = 0.3  # of a country or place that is where an attack comes from
HOME = 1.5  # of a country that all of the text is about
PARAGRAPH = 2.5  # of what is said in the same line of the text
LOCAL = 2.0  # times as much of towns, for what is of a town
REACH = 4000  # characters looked at before a point
LATER = 3  # a word after the point counts as if it were so many times as far
AFTER = 0.7


class Signal(NamedTuple):
    """A word that speaks for a country."""

    at: int
    alpha3: str
    weight: float
    is_town: bool = False


class Nearness:
    """The countries of a text with their places, bodies and leaders, sorted, for questions by offset."""

    def __init__(
        self, text: str, countries: Sequence[Hit[CountryWord]], places: Iterable[PlaceMention], bodies: Iterable[Signal] = ()
    ) -> None:
        """ "Ukrainian drones" and "Iran-backed" say little of where we are."""
        named = [Signal(hit.start, hit.value.alpha3, _word_weight(text, hit)) for hit in countries]
        states = {hit.start for hit in countries if hit.value.kind == "metonym" and not AT.search(text, max(0, hit.start - 12), hit.start)}
        placed = [_of_place(text, place, place.country_code) for place in places if place.country_code and place.span.start not in states]
        self._text, self._signals = text, sorted([*named, *placed, *bodies])
        self._wide = _shares(self._signals)
        self.shares = _shares([*named, *placed])

    def country(self, offset: int, decay: int, fits: Fits | None = None, is_local: bool = False) -> str | None:
        """The country whose names near `offset` weigh most, each by its distance in characters over `decay`; of those that `fits` lets.

        `is_local` is of what belongs to a place more than to a state: a mayor, villagers.
        """
        scores = {alpha3: HOME * share for alpha3, share in self._wide.items()}
        line = self._text.rfind("\n", 0, offset) + 1, self._text.find("\n", offset) % (len(self._text) + 1)
        low, high = bisect_left(self._signals, (offset - REACH,)), bisect_left(self._signals, (offset + REACH // LATER,))
        for signal in self._signals[low:high]:
            distance = offset - signal.at if signal.at <= offset else LATER * (signal.at - offset)
            scale = (TOWNS if signal.is_town else 1.0) * (1.0 if signal.at <= offset else AFTER)
            scale *= PARAGRAPH if line[0] <= signal.at < line[1] else 1.0
            scale *= LOCAL if is_local and signal.is_town else 1.0
            scores[signal.alpha3] = scores.get(signal.alpha3, 0.0) + signal.weight * scale * math.exp(-distance / decay)
        fitting = sorted(filter(fits, scores) if fits else scores)
        return max(fitting, key=lambda alpha3: scores[alpha3]) if fitting else None


def _word_weight(text: str, hit: Hit[CountryWord]) -> float:
    """Whose weapons they are, or who strikes, says little of where we are."""
    if MEANS.match(text, hit.end):
        return 0.2
    return WEIGHTS[hit.value.kind] * (ABROAD if STRIKES.match(text, hit.end) else 1.0)


def _of_place(text: str, place: PlaceMention, alpha3: str) -> Signal:
    """Where something was launched from says little too."""
    start = place.span.start
    if FROM.search(text, max(0, start - 9), start):
        return Signal(start, alpha3, ABROAD)
    return Signal(start, alpha3, 1.0, is_town=place.precision != "country")


def _shares(signals: Iterable[Signal]) -> dict[str, float]:
    """Each country's share of the whole text."""
    sums: dict[str, float] = {}
    for signal in signals:
        sums[signal.alpha3] = sums.get(signal.alpha3, 0.0) + signal.weight
    return {alpha3: weight / sum(sums.values()) for alpha3, weight in sums.items()}
