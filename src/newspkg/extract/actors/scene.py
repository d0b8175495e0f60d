"""One article as the finders see it: its text, tokens, names found, and the country it speaks of at a point."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from newspkg.extract.actors.identity import Identity
from newspkg.extract.actors.names import Hit, plain
from newspkg.extract.actors.world import CountryWord, World
from newspkg.model import AnnotatedDocument, Span

if TYPE_CHECKING:
    from spacy.tokens import Token


MEANS = re.compile(
    r"(?:'s)? (?:[\w-]+ ){0,2}?(?:drones?|missiles?|rockets?|bombs?|shells?|shelling|(?:air)?strikes?|"
    r"attacks?|raids?|warplanes?|jets?|uavs?|barrage|aircraft)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible mention: characters, who it is, and how sure the finder is (a higher rank wins where two overlap)."""

    start: int
    end: int
    identity: Identity
    rank: int
    is_named: bool = True

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass
class Scene:
    """What the finders share of one article."""

    annotated: AnnotatedDocument
    world: World
    blocked: tuple[Span, ...] = ()
    text: str = field(init=False)

    def __post_init__(self) -> None:
        self.text = plain(self.annotated.text)

    @cached_property
    def countries(self) -> list[Hit[CountryWord]]:
        return list(self.world.country_index.find(self.text))

    @cached_property
    def country_ending(self) -> dict[int, Hit[CountryWord]]:
        return {hit.end: hit for hit in self.countries}

    @cached_property
    def place_ending(self) -> dict[int, tuple[int, str]]:
        """Where a place begins, and its country, by where it ends."""
        return {place.span.end: (place.span.start, place.country_code) for place in self.annotated.places if place.country_code}

    @cached_property
    def token_at(self) -> dict[int, Token]:
        """Token by each of its characters' offsets."""
        return {offset: token for token in self.annotated.doc for offset in range(token.idx, token.idx + len(token))}

    @cached_property
    def _signals(self) -> list[tuple[int, str, float]]:
        """Where a country is named, which, and how much that says about where we are: "Ukrainian drones" says little."""
        named = [(hit.start, hit.value.alpha3, 0.2 if MEANS.match(self.text, hit.end) else 1.0) for hit in self.countries]
        placed = [(place.span.start, place.country_code, 1.0) for place in self.annotated.places if place.country_code]
        return sorted(named + placed)

    def country_near(self, offset: int, reach: int = 4000, decay: int = 300) -> str | None:
        """The country that the text around `offset` is about: words before it count more, near ones most."""
        scores: dict[str, float] = {}
        low, high = bisect_left(self._signals, (offset - reach,)), bisect_left(self._signals, (offset + reach // 2,))
        for at, alpha3, weight in self._signals[low:high]:
            distance = offset - at if at <= offset else 2 * (at - offset)
            if distance < reach:
                scores[alpha3] = scores.get(alpha3, 0.0) + weight * math.exp(-distance / decay)
        return max(sorted(scores), key=lambda alpha3: scores[alpha3]) if scores else None

    def state_before(self, offset: int) -> str | None:
        """The country whose name or capital was last written before `offset`, in the same paragraph."""
        at = bisect_left(self.countries, (offset,))
        named = (hit for hit in reversed(self.countries[max(0, at - 5) : at]) if hit.value.kind in ("name", "metonym"))
        hit = next(named, None)
        return hit.value.alpha3 if hit and "\n" not in self.text[hit.end : offset] else None

    def place_in(self, start: int, end: int) -> str | None:
        """The country of a place named between two offsets."""
        return next((each.country_code for each in self.annotated.places if start <= each.span.start < end and each.country_code), None)

    def is_blocked(self, start: int, end: int) -> bool:
        """Whether the characters are a weapon's, or boilerplate."""
        span = Span(start, end)
        return any(each.overlaps(span) for each in self.blocked) or self.annotated.is_boilerplate(start)

    def qualifier_before(self, offset: int) -> tuple[int, str] | None:
        """The country word that ends just before `offset` ("Ukraine's |", "Ukrainian |"): where it begins, and the country."""
        end = offset - 1
        if end <= 0 or self.text[end] not in " \n":
            return None
        if self.text.endswith("'s", 0, end):
            end -= 2
        elif self.text.endswith("'", 0, end):
            end -= 1
        hit = self.country_ending.get(end)
        if hit:
            return hit.start, hit.value.alpha3
        return self.place_ending.get(end)


def choose(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates that stand: by rank, then length, then place; none overlaps another. In text order."""
    taken: dict[int, Candidate] = {}
    kept: list[Candidate] = []
    for each in sorted(candidates, key=lambda each: (-each.rank, each.start - each.end, each.start, each.identity.actor_id)):
        if not any(offset in taken for offset in range(each.start, each.end)):
            taken |= dict.fromkeys(range(each.start, each.end), each)
            kept.append(each)
    return sorted(kept, key=lambda each: each.start)
