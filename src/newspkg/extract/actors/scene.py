"""One article as the finders see it: its text, tokens, the names found in it, and what stands just before a point."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from operator import itemgetter
from typing import NamedTuple, TypeVar

from newspkg.extract.actors.identity import Identity
from newspkg.extract.actors.names import Hit, plain
from newspkg.extract.actors.nearness import BODIES, Fits, Nearness, Signal
from newspkg.extract.actors.tokens import Tokens
from newspkg.extract.actors.world import Body, CountryWord, World
from newspkg.model import AnnotatedDocument, Span

T = TypeVar("T")
CALLED = re.compile(
    r"\b[Tt]he (?:(?P<state>country|nation|republic|kingdom|government|junta|regime)|army|military|town|city|territory|region|province|"
    r"district|state|enclave|island|village|capital|peninsula|area)'s $|\b[Oo]ur $"
)
GENERIC = ("Institute", "Center", "Centre", "Council", "Committee", "Foundation", "Network", "Front", "Commission", "Association", "Union")
LONGER = re.compile(r"(?<![.\n] )\b[A-Z][a-z]+ $")  # a capitalised word before "Institute .." makes another name of it
HOME_DECAY = 2000  # characters


class Organisation(NamedTuple):
    """A company, a charity, a unit that no list holds: where it is named, and its country."""

    start: int
    country: str | None


@dataclass
class Scene(Tokens):
    """What the finders share of one article."""

    annotated: AnnotatedDocument
    world: World
    blocked: tuple[Span, ...] = ()
    organisations: list[Organisation] = field(default_factory=list)
    text: str = field(init=False)

    def __post_init__(self) -> None:
        self.text = plain(self.annotated.text)

    @cached_property
    def countries(self) -> list[Hit[CountryWord]]:
        return list(self.world.country_index.find(self.text, self.words))

    @cached_property
    def bodies(self) -> list[Hit[Body]]:
        return list(self.world.body_index.find(self.text, self.words))

    @cached_property
    def leaders(self) -> list[Hit[Identity]]:
        return list(self.world.leader_index.find(self.text, self.words))

    @cached_property
    def country_ending(self) -> dict[int, Hit[CountryWord]]:
        return {hit.end: hit for hit in self.countries}

    @cached_property
    def country_starting(self) -> dict[int, Hit[CountryWord]]:
        return {hit.start: hit for hit in self.countries}

    @cached_property
    def body_ending(self) -> dict[int, Hit[Body]]:
        return {hit.end: hit for hit in self.bodies}

    @cached_property
    def people_ending(self) -> dict[int, Hit[str | None]]:
        return {hit.end: hit for hit in self.world.people_index.find(self.text, self.words)}

    @cached_property
    def place_ending(self) -> dict[int, tuple[int, str]]:
        """Where a place begins, and its country, by where it ends."""
        return {place.span.end: (place.span.start, place.country_code) for place in self.annotated.places if place.country_code}

    @cached_property
    def nearness(self) -> Nearness:
        named = [(hit.start, hit.value.identity.country_code, "body") for hit in self.bodies if not hit.value.needs_context]
        named += [(hit.start, hit.value.country_code, "leader") for hit in self.leaders]
        signals = [Signal(start, alpha3, BODIES[what]) for start, alpha3, what in named if alpha3]
        return Nearness(self.text, self.countries, self.annotated.places, signals)

    def country_near(self, offset: int, decay: int = 200, fits: Fits | None = None) -> str | None:
        """The country that the text around `offset` is about, of those that fit: near ones before it count most."""
        return self.nearness.country(offset, decay, fits)

    def state_before(self, offset: int) -> str | None:
        """The country whose name or capital was last written before `offset`, in the same paragraph."""
        at = bisect_left(self.countries, (offset,))
        named = (hit for hit in reversed(self.countries[max(0, at - 5) : at]) if hit.value.kind in ("name", "metonym"))
        hit = next(named, None)
        return hit.value.alpha3 if hit and "\n" not in self.text[hit.end : offset] else None

    def place_in(self, start: int, end: int) -> str | None:
        """The country of a place named between two offsets."""
        return next((each.country_code for each in self.annotated.places if start <= each.span.start < end and each.country_code), None)

    @cached_property
    def _blocked(self) -> frozenset[int]:
        return frozenset(offset for span in self.blocked for offset in range(span.start, span.end))

    @cached_property
    def _named(self) -> frozenset[int]:
        """The characters of weapons, places and words for countries."""
        spans = [(place.span.start, place.span.end) for place in self.annotated.places] + [hit[:2] for hit in self.countries]
        return self._blocked.union(offset for start, end in spans for offset in range(start, end))

    def is_blocked(self, start: int, end: int) -> bool:
        """Whether the characters are a weapon's, or boilerplate."""
        return not self._blocked.isdisjoint(range(start, end)) or self.annotated.is_boilerplate(start)

    def is_taken(self, start: int, end: int) -> bool:
        """Whether the characters are a weapon's, a place's or a country's."""
        return not self._named.isdisjoint(range(start, end))

    @cached_property
    def _bodily(self) -> frozenset[int]:
        """The characters of listed bodies of several words."""
        spans = [hit[:2] for hit in self.bodies if " " in self.text[hit.start : hit.end] and not hit.value.needs_context]
        return frozenset(offset for start, end in spans for offset in range(start, end))

    def is_in_body(self, start: int, end: int) -> bool:
        """Whether the characters are half of a listed body's name."""
        return not self._bodily.isdisjoint(range(start, end))

    def is_half_name(self, start: int) -> bool:
        """Whether a listed body's name at `start` is only the end of another's ("the Riverside |Institute for Peace|")."""
        is_longer = self.text.startswith(GENERIC, start) and LONGER.search(self.text, max(0, start - 25), start)
        return bool(is_longer) and not self.qualifier_before(start)

    @staticmethod
    def within(hits: Sequence[Hit[T]], low: int, high: int) -> Sequence[Hit[T]]:
        """Of hits in text order those that begin between two offsets."""
        return hits[bisect_left(hits, low, key=itemgetter(0)) : bisect_left(hits, high, key=itemgetter(0))]

    def owner_end(self, offset: int) -> int:
        """Where the word ends that stands before `offset`, without its possessive; -1 where nothing stands right before."""
        end = offset - 1
        if end <= 0 or self.text[end] not in " \n":
            return -1
        if self.text.endswith("'s", 0, end):
            return end - 2
        return end - 1 if self.text.endswith("'", 0, end) else end

    def qualifier_before(self, offset: int) -> tuple[int, str] | None:
        """The country word or place that ends just before `offset` ("Ukraine's |", "Ukrainian |"): where it begins, and the country."""
        end = self.owner_end(offset)
        hit = self.country_ending.get(end)
        return (hit.start, hit.value.alpha3) if hit else self.place_ending.get(end) or self._spoken_of_before(offset)

    def _spoken_of_before(self, offset: int) -> tuple[int, str] | None:
        """The country or town that is only called so ("the country's |", "our |"), and which it is."""
        match = CALLED.search(self.text, max(0, offset - 22), offset)
        if not match:
            return None
        is_state = match["state"] is not None
        alpha3 = (self.state_before(match.start()) if is_state else None) or self.country_near(match.start(), HOME_DECAY)
        return (match.start(), alpha3) if alpha3 else None

    def is_place_before(self, offset: int) -> bool:
        """Whether a place that is no country's name or capital ends just before `offset` ("Kharkiv's |")."""
        end = self.owner_end(offset)
        return end in self.place_ending and end not in self.country_ending
