"""How many pairs are compared: all of a small data set, a few each of a crowd."""

from __future__ import annotations

from telling import told

from newspkg.model import ArticleReading
from newspkg.resolve.crowds import CROWD, NEXT
from newspkg.resolve.pairs import compared
from newspkg.resolve.rarity import Rarity
from newspkg.resolve.tellings import Tellings


def _compared(readings: list[ArticleReading]) -> list[tuple[int, int]]:
    tellings = Tellings()
    for reading in readings:
        tellings.add(reading)
    return list(compared(tellings, Rarity("words", tellings.words.articles, tellings.words.words)))


def _pairs(many: int) -> set[tuple[int, int]]:
    pairs = _compared([told(f"a{at:04}", "A missile struck Nor.", "struck", on=11, at="Nor") for at in range(many)])
    assert len(set(pairs)) == len(pairs)
    return set(pairs)


def test_each_pair_of_a_few_is_compared() -> None:
    assert _pairs(5) == {(one, two) for one in range(5) for two in range(one + 1, 5)}


def test_a_crowd_is_compared_with_what_stands_beside_it() -> None:
    crowd = 3 * CROWD
    assert crowd - 1 <= len(_pairs(crowd)) <= crowd * NEXT


def test_what_shares_neither_day_nor_month_is_not_compared() -> None:
    here = told("a", "It struck Nor.", "struck", on=11, at="Nor")
    assert not _compared([here, told("b", "It struck Nor.", "struck", published=90, at="Nor")])
