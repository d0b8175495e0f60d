"""One article as the finders see it: its text, tokens, the names found in it, and what stands just before a point."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from operator import itemgetter
from typing import NamedTuple, TypeVar

from newspkg.extract.actors.named import Named
from newspkg.extract.actors.names import Hit, plain
from newspkg.extract.actors.world import World
from newspkg.model import AnnotatedDocument, Span

T = TypeVar("T")
CALLED = re.compile(
    r"\b[Tt]he (?:(?P<state>country|nation|republic|kingdom|government|junta|regime)|army|military|territory|enclave|capital|peninsula|"
    r"area|(?P<kind>town|city|village|region|province|district|state|island))'s $|\b[Oo]ur $"
)
GENERIC = ("Institute", "Center", "Centre", "Council", "Committee", "Foundation", "Network", "Front", "Commission", "Association", "Union")
LONGER = re.compile(r"(?<![.\n] )\b[A-Z][a-z]+ $")  # a capitalised word before "Institute .." makes another name of it
TOWNS, AREAS = ("settlement",), ("admin1", "district")
REACH = 900  # characters back to the place of which "the region" speaks
HOME_DECAY = 2000  # characters


class Organisation(NamedTuple):
    """A company, a charity, a unit that no list holds: where it is named, and its country."""

    start: int
    country: str | None


@dataclass
class Scene(Named):
    """What the finders share of one article."""

    annotated: AnnotatedDocument
    world: World
    blocked: tuple[Span, ...] = ()
    organisations: list[Organisation] = field(default_factory=list)
    text: str = field(init=False)

    def __post_init__(self) -> None:
        self.text = plain(self.annotated.text)

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

    def is_half_place(self, start: int, end: int) -> bool:
        """Whether the characters are part of a longer place name ("|Simon Bolivar| airport")."""
        return any(
            place.span.start <= start and end <= place.span.end and place.span.end - place.span.start > end - start
            for place in self.annotated.places
        )

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
        told = self.state_before(match.start()) if match["state"] else self._last_place(match["kind"] or "", match.start())
        alpha3 = told or self.country_near(match.start(), HOME_DECAY)
        return (match.start(), alpha3) if alpha3 else None

    def _last_place(self, kind: str, before: int) -> str | None:
        """The country of the last place of a kind named before an offset: whose region "the region" is."""
        wanted = {"town": TOWNS, "city": TOWNS, "village": TOWNS, "island": (*AREAS, "country")}.get(kind, AREAS) if kind else ()
        places = (place for place in reversed(self.annotated.places) if place.span.end <= before and place.precision in wanted)
        last = next(places, None)
        return last.country_code if last is not None and before - last.span.end < REACH else None

    def is_place_before(self, offset: int) -> bool:
        """Whether a place that is no country's name or capital ends just before `offset` ("Kharkiv's |")."""
        end = self.owner_end(offset)
        return end in self.place_ending and end not in self.country_ending
