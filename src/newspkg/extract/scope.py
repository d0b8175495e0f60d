"""Whether an article is about armed conflict at all: sport, business and weather have words of war too."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from newspkg.model import AnnotatedDocument
from newspkg.specs import Codelists

WORD = re.compile(r"[^\W_]+")
LONGEST = 40_000  # words read; a longer text has long shown what it is about
POSSIBLE = 0.5
ENOUGH = 1.0  # one plain word of war
KINDS = {"true": "literal", "false": "figurative"}


@dataclass(frozen=True, slots=True)
class Scope:
    """Weights of a text's words, each counted at most twice: `literal` and `figurative` for armed conflict, `other` for other subjects.

    Words that sport and business use too ("siege", "rockets") count no more than twice what the literal ones do, and a little.
    """

    literal: float
    figurative: float
    other: float

    @property
    def conflict(self) -> float:
        return self.literal + min(self.figurative, 2 * self.literal + 1.5)

    def with_weapons(self, count: int) -> Scope:
        """The scope where an article names `count` weapons: each speaks for conflict, up to four of them, as much as other words do."""
        return Scope(self.literal, self.figurative + min(count, 4), self.other)

    @property
    def is_possible(self) -> bool:
        """Whether anything at all speaks of conflict, so that it is worth looking for an event."""
        return self.conflict >= POSSIBLE

    @property
    def is_elsewhere(self) -> bool:
        """Whether the text is plainly about something else."""
        return self.other >= ENOUGH and self.other > self.conflict

    @property
    def is_conflict(self) -> bool:
        return self.conflict >= ENOUGH and self.conflict > self.other


class ScopeReader:
    """Reads what a text is about from the words of the codelist `scope_terms`."""

    def __init__(self, codelists: Codelists) -> None:
        self.weights = {
            row["term"]: ("other" if row["subject"] == "other" else KINDS[row["literal"]], float(row["weight"]))
            for row in codelists.rows("scope_terms")
        }

    def __call__(self, annotated: AnnotatedDocument) -> Scope:
        return self.read(annotated.text)

    def read(self, text: str) -> Scope:
        """The evidence in a text; words are matched whole, in any case, and pairs of words too."""
        words = [match[0].lower() for _, match in zip(range(LONGEST), WORD.finditer(text), strict=False)]
        counts = Counter(words)
        counts.update(f"{one} {two}" for one, two in pairwise(words))
        sums = dict.fromkeys(("literal", "figurative", "other"), 0.0)
        for term in sorted(counts.keys() & self.weights.keys()):
            kind, weight = self.weights[term]
            sums[kind] += weight * min(counts[term], 2)
        return Scope(**sums)


def is_conflict_text(annotated: AnnotatedDocument, codelists: Codelists) -> bool:
    """Whether the article is about armed conflict."""
    return ScopeReader(codelists)(annotated).is_conflict
