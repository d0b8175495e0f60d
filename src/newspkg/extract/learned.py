"""Decisions whose weights were learned from coded articles: a logistic regression over features that are words.

Weights stand in the codelist `learned_weights`; `tools/learn.py` writes it from the project's own coded articles.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import fsum

from newspkg.specs import Codelists

BIAS = "bias"


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision's weights by feature, in log odds; a feature without a weight says nothing. Sums are exact: no order matters."""

    weights: Mapping[str, float]

    def score(self, features: Iterable[str]) -> float:
        """The log odds of yes; above 0 is more likely than not."""
        return fsum(self.weights.get(feature, 0.0) for feature in {BIAS, *features})


def decision(name: str, codelists: Codelists) -> Decision:
    """The decision of that name; without any weights it scores 0 throughout."""
    return Decision({row["feature"]: float(row["weight"]) for row in codelists.rows("learned_weights") if row["decision"] == name})
