"""Counts of what was right, expected and found, and the figures made of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

A = TypeVar("A")
B = TypeVar("B")


@dataclass(frozen=True, slots=True)
class Tally:
    """Precision, recall and F1 are between 0 and 1; F1 of nothing expected and nothing found is 1."""

    hit: int = 0
    expected: int = 0
    found: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.hit + other.hit, self.expected + other.expected, self.found + other.found)

    @property
    def precision(self) -> float:
        return self.hit / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.hit / self.expected if self.expected else 0.0

    @property
    def f1(self) -> float:
        both = self.found + self.expected
        return 2 * self.hit / both if both else 1.0


@dataclass(frozen=True, slots=True)
class Fault:
    """One miss, false find or wrong value; `kind` is a figure's name and what went wrong, as in `events missed`."""

    kind: str
    text: str


@dataclass
class Scores:
    """Tallies by figure, by slot of found events and claims, and the faults behind them."""

    figures: dict[str, Tally] = field(default_factory=dict)
    slots: dict[str, Tally] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def count(self, figure: str, hit: int, expected: int, found: int) -> None:
        self.figures[figure] = self.figures.get(figure, Tally()) + Tally(hit, expected, found)

    def slot(self, name: str, is_right: bool) -> None:
        self.slots[name] = self.slots.get(name, Tally()) + Tally(int(is_right), 1, 0)

    def fault(self, kind: str, text: object) -> None:
        self.faults.append(Fault(kind, " ".join(str(text).split())[:160]))

    def add(self, other: Scores) -> None:
        for mine, theirs in ((self.figures, other.figures), (self.slots, other.slots)):
            mine.update({name: mine.get(name, Tally()) + tally for name, tally in theirs.items()})
        self.faults += other.faults


def pair(left: Sequence[A], right: Sequence[B], worth: Callable[[A, B], float]) -> dict[int, int]:
    """One-to-one pairs of positions, the most worth first, ties by position; what is worth nothing stays alone."""
    ranked = sorted((-worth(one, two), i, j) for i, one in enumerate(left) for j, two in enumerate(right))
    pairs: dict[int, int] = {}
    for negative, i, j in ranked:
        if negative < 0 and i not in pairs and j not in pairs.values():
            pairs[i] = j
    return pairs


def ids_of(pairs: Mapping[int, int], coded: Sequence[str], found: Sequence[str]) -> dict[str, str]:
    """Published ids by the coded ids that they were paired with."""
    return {coded[i]: found[j] for i, j in pairs.items()}
