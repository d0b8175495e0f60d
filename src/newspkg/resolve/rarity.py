"""What words are worth as evidence: the fewer articles of the data set use one, the more it says that two tell the same."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

FLOOR = 20  # articles added to a data set's own, so that in a small one a word of two articles is not yet common

ENOUGH = 20  # articles that show which words are common; of fewer, what they share says less


@dataclass(frozen=True)
class Rarity:
    """How many of `articles` use each word."""

    articles: int = 0
    uses: Mapping[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, told: Iterable[tuple[str, frozenset[str]]]) -> Rarity:
        """From (article id, words) of tellings, several an article perhaps."""
        by_article: dict[str, set[str]] = {}
        for article, words in told:
            by_article.setdefault(article, set()).update(words)
        return cls(len(by_article), Counter(word for words in by_article.values() for word in words))

    @property
    def trust(self) -> float:
        """0 to 1: how far the articles are enough to tell rare words from common ones."""
        return min(1.0, self.articles / ENOUGH)

    def worth(self, word: str) -> float:
        return math.log((self.articles + FLOOR) / max(self.uses.get(word, 1), 1))

    def nearness(self, one: frozenset[str], two: frozenset[str]) -> float:
        """0 to 1: how much of what is rare in the one is in the other (cosine of the words' worths)."""
        shared = self._mass(one & two)
        return shared / math.sqrt(self._mass(one) * self._mass(two)) if shared else 0.0

    def _mass(self, words: frozenset[str]) -> float:
        return math.fsum(self.worth(word) ** 2 for word in words)  # exact: the order of a set plays no part
