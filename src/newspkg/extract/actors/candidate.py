"""Possible mentions, and which of them stand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from newspkg.extract.actors.identity import Identity
from newspkg.model import Span


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


def choose(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates that stand: by rank, then length, then place; none overlaps another. In text order."""
    taken: set[int] = set()
    kept: list[Candidate] = []
    for each in sorted(candidates, key=lambda each: (-each.rank, each.start - each.end, each.start, each.identity.actor_id)):
        if taken.isdisjoint(range(each.start, each.end)):
            taken.update(range(each.start, each.end))
            kept.append(each)
    return sorted(kept, key=lambda each: each.start)
