"""What words are worth as evidence: the fewer articles of the data set use one, the more it says that two tell the same."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from newspkg.resolve.telling import Telling, Words

FLOOR = 20  # articles added to a data set's own, so that in a small one a word of two articles is not yet common

ENOUGH = 20  # articles that show which words are common; of fewer, what they share says less


@dataclass
class Uses:
    """How many of `articles` use each word."""

    articles: int = 0
    words: Counter[str] = field(default_factory=Counter)

    def add(self, words: Mapping[str, int], articles: int) -> None:
        """The words of more articles, each with how many of them use it."""
        self.articles += articles
        self.words.update(words)


@dataclass(frozen=True)
class Rarity:
    """What the words are worth that tellings have in their attribute `of`; how many of `articles` use each."""

    of: str = "words"
    articles: int = 0
    uses: Mapping[str, int] = field(default_factory=dict)
    _worths: dict[str, float] = field(default_factory=dict)

    @property
    def trust(self) -> float:
        """0 to 1: how far the articles are enough to tell rare words from common ones."""
        return min(1.0, self.articles / ENOUGH)

    def worth(self, word: str) -> float:
        return math.log((self.articles + FLOOR) / max(self.uses.get(word, 1), 1))

    def nearness(self, one: Telling, two: Telling) -> float:
        """0 to 1: how much of what is rare in the one is in the other (cosine of the words' worths)."""
        shared = self._mass(self._words(one) & self._words(two))
        return shared / math.sqrt(self._whole(one) * self._whole(two)) if shared else 0.0

    def _words(self, telling: Telling) -> Words:
        return telling.words if self.of == "words" else telling.head.news

    def _whole(self, telling: Telling) -> float:
        known = telling.masses.get(self.of)
        if known is None:
            known = telling.masses[self.of] = self._mass(self._words(telling))
        return known

    def _mass(self, words: Words) -> float:
        worths = self._worths
        for word in words:
            if word not in worths:
                worths[word] = self.worth(word) ** 2
        return math.fsum(worths[word] for word in words)  # exact: the order of a set plays no part
