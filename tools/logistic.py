"""Logistic regression over features that are words, by Newton's method with a penalty: the same weights on every run.

Method: iteratively reweighted least squares with ridge regression (le Cessie and van Houwelingen 1992).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

STEPS, DIGITS = 30, 3
RARE = 4  # articles in which a feature must stand to have a weight


@dataclass(frozen=True, slots=True)
class Example:
    """One candidate of an article: what is seen of it, and whether the coding has it."""

    article: str
    features: tuple[str, ...]
    is_right: bool
    weight: float = 1.0


def fit(examples: Sequence[Example], *, penalty: float = 1.0, rare: int = RARE) -> dict[str, float]:
    """The weight of each feature, rounded; `bias` is not penalised. Features of fewer than `rare` articles have none."""
    names = ["bias", *_common(examples, rare)]
    column = {name: at for at, name in enumerate(names)}
    seen = np.zeros((len(examples), len(names)))
    for row, example in enumerate(examples):
        seen[row, [0, *(column[each] for each in set(example.features) if each in column)]] = 1
    right = np.array([float(example.is_right) for example in examples])
    counts = np.array([example.weight for example in examples])
    ridge = np.diag([0.0, *[penalty] * (len(names) - 1)]) + 1e-6 * np.eye(len(names))
    weights = np.zeros(len(names))
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-np.clip(seen @ weights, -30, 30)))
        slope = seen.T @ (counts * (right - likely)) - ridge @ weights
        bend = (seen * (counts * likely * (1 - likely))[:, None]).T @ seen + ridge
        weights = weights + np.linalg.solve(bend, slope)
    return {name: value for name, value in ((each, round(float(weights[column[each]]), DIGITS)) for each in names) if value}


def _common(examples: Iterable[Example], rare: int) -> list[str]:
    articles = {(feature, example.article) for example in examples for feature in example.features}
    counts = Counter(feature for feature, _ in articles)
    return sorted(feature for feature, count in counts.items() if count >= rare and feature != "bias")
