"""What the sieve drops, the comparison one by one would rule out too."""

from __future__ import annotations

import random
from itertools import combinations

import numpy as np
from telling import PLACES, told

from newspkg.resolve.likeness import likeness
from newspkg.resolve.rarity import Rarity
from newspkg.resolve.sieve import Sieve
from newspkg.resolve.tellings import Tellings

KINDS = ("attack/missile_strike", "attack/drone_strike", "attack/shelling", "attack/bombing", "policy/authorization")
TEXTS = ("It struck the depot.", "It struck near Nor and Port Belmo.", "It struck at night, 20 km from Sarvik.")


def _tellings(count: int) -> Tellings:
    draw = random.Random(7)  # noqa: S311
    tellings = Tellings()
    for at in range(count):
        first = draw.randint(1, 14)
        tellings.add(
            told(
                f"a{at:03}",
                draw.choice(TEXTS),
                "struck",
                draw.choice(KINDS),
                published=draw.choice((None, 3, 9, 12, 90)),
                on=draw.choice((None, first, (first, first + draw.randint(0, 9)))),
                at=draw.choice((None, *PLACES)),
                factuality=draw.choice(("actual", "actual", "planned", "denied")),
                by=draw.choice(((), ("avaria",), ("zentia",))),
            )
        )
    return tellings


def test_it_drops_only_what_is_ruled_out_and_most_of_that() -> None:
    tellings = _tellings(160)
    sieve = Sieve()
    for telling in tellings:
        sieve.add(telling)
    rarity = Rarity("words"), Rarity("news")
    pairs = [(a, b) for a, b in combinations(range(len(tellings)), 2) if _type(tellings, a) == _type(tellings, b)]
    ones, twos = (np.array(side, np.uint64) for side in zip(*pairs, strict=True))
    kept = sieve.keeps(ones, twos)
    assert (kept == sieve.keeps(twos, ones)).all()
    possible = np.array([likeness(tellings.get(one), tellings.get(two), *rarity) is not None for one, two in pairs])
    assert not (possible & ~kept).any()
    assert (~kept).sum() > 0.7 * (~possible).sum()


def _type(tellings: Tellings, number: int) -> str:
    return tellings.get(number).event.event_type
