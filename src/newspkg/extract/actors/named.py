"""The countries, bodies, leaders and peoples named in an article, by where they begin and end, and the country the text is about."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property

from newspkg.extract.actors.identity import Identity
from newspkg.extract.actors.names import Hit
from newspkg.extract.actors.nearness import BODIES, Fits, Nearness, Signal
from newspkg.extract.actors.tokens import Tokens
from newspkg.extract.actors.world import Body, CountryWord, World


class Named(Tokens):
    """What the codelists know of an article's names; a base of `Scene`."""

    world: World

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

    def country_near(self, offset: int, decay: int = 200, fits: Fits | None = None, is_local: bool = False) -> str | None:
        """The country that the text around `offset` is about, of those that fit: near ones before it count most, towns of what is local."""
        return self.nearness.country(offset, decay, fits, is_local)

    def state_before(self, offset: int) -> str | None:
        """The country whose name or capital was last written before `offset`, in the same paragraph."""
        at = bisect_left(self.countries, (offset,))
        named = (hit for hit in reversed(self.countries[max(0, at - 5) : at]) if hit.value.kind in ("name", "metonym"))
        hit = next(named, None)
        return hit.value.alpha3 if hit and "\n" not in self.text[hit.end : offset] else None

    def place_in(self, start: int, end: int) -> str | None:
        """The country of a place named between two offsets."""
        return next((each.country_code for each in self.annotated.places if start <= each.span.start < end and each.country_code), None)
