"""Which events of different articles are one. Pairs that are alike are joined best first, so that order plays no part."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from functools import lru_cache, partial

from newspkg.resolve.likeness import likeness
from newspkg.resolve.pairs import compared
from newspkg.resolve.rarity import Rarity
from newspkg.resolve.tellings import Tellings

ENOUGH = 2.75
BARE = 10.0  # more than any likeness: an article may name an event again in passing, its full telling comes first
ON_AVERAGE = 1.5  # of all pairs of a group: one good pair does not make one event of two stories
WITNESSES = 8  # members that speak for a large group where another is to join it
REMEMBERED = 1 << 16  # pairs of groups that were compared
Group = list[int]  # numbers of tellings


def clusters(tellings: Tellings) -> list[Group]:
    """Groups of tellings, each one event; no article tells one twice. The order of the articles does not matter."""
    words = Rarity("words", tellings.words.articles, tellings.words.words)
    like = partial(likeness, words=words, news=Rarity("news", tellings.news.articles, tellings.news.words))
    are_one = lru_cache(REMEMBERED)(partial(_are_one, tellings=tellings, like=like))
    joined: dict[int, Group] = {}
    for one, two in _best_first(tellings, words, like):
        here, there = joined.get(one, [one]), joined.get(two, [two])
        if here is not there and _are_apart(here, there, tellings) and are_one(tuple(here[:WITNESSES]), tuple(there[:WITNESSES])):
            here += there
            joined.update(dict.fromkeys(here, here))
    return [sorted(joined.get(number, [number])) for number in range(len(tellings)) if number == min(joined.get(number, [number]))]


def _best_first(tellings: Tellings, words: Rarity, like: partial[float | None]) -> Iterator[tuple[int, int]]:
    """Pairs that are alike enough, the most alike first."""
    import numpy as np

    scores, ones, twos = array("d"), array("I"), array("I")
    for one, two in compared(tellings, words):
        score = like(tellings.get(one), tellings.get(two), least=ENOUGH)
        if score is not None and score >= ENOUGH:
            scores.append(BARE * (tellings.get(one).is_bare + tellings.get(two).is_bare) - score)
            ones.append(one)
            twos.append(two)
    for at in np.lexsort((twos, ones, scores)).tolist():
        yield ones[at], twos[at]


def _are_apart(here: Group, there: Group, tellings: Tellings) -> bool:
    """No article is in both."""
    return {tellings.article[each] for each in here}.isdisjoint(tellings.article[each] for each in there)


def _are_one(here: Sequence[int], there: Sequence[int], tellings: Tellings, like: partial[float | None]) -> bool:
    """No member of the one rules out one of the other, and they are alike on the whole."""
    total = 0.0
    ours, others = ([tellings.get(each) for each in group] for group in (here, there))
    for one in ours:
        for two in others:
            score = like(one, two)
            if score is None:
                return False
            total += score
    return total / (len(here) * len(there)) >= ON_AVERAGE
