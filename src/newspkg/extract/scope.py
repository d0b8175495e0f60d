"""Whether an article is about armed conflict at all: sport, business and weather have words of war too."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from newspkg.model import AnnotatedDocument
from newspkg.specs import Codelists

WORD = re.compile(r"[^\W\d_]+")
LONGEST = 40_000  # words read; a longer text has long shown what it is about
ENOUGH = 1.0


@dataclass(frozen=True, slots=True)
class Scope:
    """Weights of the words for (`conflict`) and against (`other`) armed conflict, each word counted at most twice."""

    conflict: float
    other: float

    def with_weapons(self, count: int) -> Scope:
        """The scope where an article names `count` weapons: each speaks for conflict, up to four of them."""
        return Scope(self.conflict + min(count, 4), self.other)

    @property
    def is_conflict(self) -> bool:
        return self.conflict >= ENOUGH and self.conflict > self.other


class ScopeReader:
    """Reads what a text is about from the words of the codelist `scope_terms`."""

    def __init__(self, codelists: Codelists) -> None:
        self.weights = {row["term"]: (row["subject"] == "conflict", float(row["weight"])) for row in codelists.rows("scope_terms")}

    def __call__(self, annotated: AnnotatedDocument) -> Scope:
        return self.read(annotated.text)

    def read(self, text: str) -> Scope:
        """The evidence in a text; words are matched whole, in any case, and pairs of words too."""
        words = [match[0].lower() for _, match in zip(range(LONGEST), WORD.finditer(text), strict=False)]
        counts = Counter(words)
        counts.update(f"{one} {two}" for one, two in pairwise(words))
        sums = {True: 0.0, False: 0.0}
        for term in sorted(counts.keys() & self.weights.keys()):
            is_conflict, weight = self.weights[term]
            sums[is_conflict] += weight * min(counts[term], 2)
        return Scope(sums[True], sums[False])


def is_conflict_text(annotated: AnnotatedDocument, codelists: Codelists) -> bool:
    """Whether the article is about armed conflict."""
    return ScopeReader(codelists)(annotated).is_conflict
