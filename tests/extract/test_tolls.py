"""Dead and injured: the many ways of counting them, and what counts nobody."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newspkg.model import Casualties, EventMention

Told = Callable[[str], tuple[EventMention, ...]]
Toll = tuple[int | None, int | None, int | None] | None
NONE: Toll = (0, 0, 0)


def plain(toll: Casualties | None) -> Toll:
    return (toll.low, toll.best, toll.high) if toll else None


def even(number: int) -> Toll:
    return number, number, number


@pytest.mark.parametrize(
    ("words", "dead", "hurt"),
    [
        ("The attack killed three people and wounded 11.", even(3), even(11)),
        ("It left five dead and 20 injured.", even(5), even(20)),
        ("It left at least seven people dead and dozens hurt.", (7, 7, None), None),
        ("The death toll rose to 42, with another 60 hurt.", even(42), even(60)),
        ("It claimed the lives of 14 people.", even(14), None),
        ("Eleven worshippers lost their lives.", even(11), None),
        ("The bodies of nine people were pulled from the rubble.", even(9), None),
        ("Twelve people, including two children, died.", even(12), None),
        ("Between 20 and 30 people were killed.", (20, None, 30), None),
        ("It killed 21 people, 12 of them soldiers.", even(21), None),
        ("It killed 12 soldiers and nine civilians.", even(21), None),
        ("It killed a woman and her two children.", even(3), None),
        ("It killed a nurse, a teacher and the teacher's sister.", even(3), None),
        ("A soldier was killed and six people were taken to hospital.", even(1), even(6)),
        ("Six people suffered shrapnel wounds.", None, even(6)),
        ("Dead: 4. Wounded: 19.", even(4), even(19)),
        ("No one was hurt.", NONE, NONE),
        ("There were no casualties.", NONE, NONE),
        ("No deaths were reported, but three people were injured.", NONE, even(3)),
        ("More than 300 people have been killed since the war began.", None, None),
        ("It killed or wounded 80 people.", None, None),
        ("Scores died.", None, None),
        ("Police said 15 people died. The hospital counted 21 dead.", (15, None, 21), None),
        ("Police said 15 people died. The toll rose to 21, the hospital said.", even(21), None),
        ("Police said 15 people died. The hospital said three children died.", even(15), None),
        ("Fifteen people died; officials at first confirmed nine deaths.", even(15), None),
        ("Officials announced 11 dead. A diplomat believes that the true number is nearer 30.", (11, None, 30), None),
        ("The general staff admitted the loss of eight soldiers.", even(8), None),
        ("The general staff admitted the loss of eight tanks.", None, None),
        ("A man whose sister was among the dead wept.", None, None),
    ],
)
def test_tolls_of_an_attack(told: Told, words: str, dead: Toll, hurt: Toll) -> None:
    event = told(f"Russia attacked Kharkiv with glide bombs on Monday. {words}")[0]
    assert (plain(event.fatalities), plain(event.injured)) == (dead, hurt)


@pytest.mark.parametrize(
    "headline",
    ["Five killed in Russian strike on Zaporizhzhia", "Five dead as missiles hit Zaporizhzhia", "Strike on Zaporizhzhia kills 5"],
)
def test_tolls_of_headlines(told: Told, headline: str) -> None:
    assert [plain(event.fatalities) for event in told(headline)] == [even(5)]


def test_a_toll_stated_before_its_event(told: Told) -> None:
    (event,) = told("Two people were killed when a drone struck a minibus in Kherson.")
    assert plain(event.fatalities) == even(2)
