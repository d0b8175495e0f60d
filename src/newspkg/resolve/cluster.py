"""Which events of different articles are one. Pairs that are alike are joined best first, so that order plays no part."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from functools import partial

from newspkg.resolve.likeness import likeness
from newspkg.resolve.pairs import compared
from newspkg.resolve.rarity import Rarity
from newspkg.resolve.telling import Telling
from newspkg.resolve.tellings import Tellings

ENOUGH = 2.75
BARE = 10.0  # more than any likeness: an article may name an event again in passing, its full telling comes first
ON_AVERAGE = 1.5  # of all pairs of a group: one good pair does not make one event of two stories
WITNESSES = 8  # members that speak for a large group where another is to join it
Group = list[int]  # numbers of tellings


def clusters(tellings: Tellings) -> list[Group]:
    """Groups of tellings, each one event; no article tells one twice. The order of the articles does not matter."""
    words = Rarity("words", tellings.words.articles, tellings.words.words)
    like = partial(likeness, words=words, news=Rarity("news", tellings.news.articles, tellings.news.words))
    joined: dict[int, Group] = {}
    for one, two in _best_first(tellings, words, like):
        here, there = joined.get(one, [one]), joined.get(two, [two])
        if here is not there and _fit(_at_hand(here, tellings), _at_hand(there, tellings), like):
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


def _at_hand(group: Group, tellings: Tellings) -> list[Telling]:
    return [tellings.get(each) for each in group]


def _fit(here: Sequence[Telling], there: Sequence[Telling], like: partial[float | None]) -> bool:
    """No article is in both, no member of the one rules out one of the other, and they are alike on the whole."""
    if {each.article_id for each in here} & {each.article_id for each in there}:
        return False
    scores = [like(one, two) for one in here[:WITNESSES] for two in there[:WITNESSES]]
    told = [score for score in scores if score is not None]
    return len(told) == len(scores) and sum(told) / len(told) >= ON_AVERAGE
