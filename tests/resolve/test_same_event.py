"""Same events told differently, and near misses, of an invented war."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from telling import told

from newspkg.model import ArticleReading
from newspkg.resolve.cluster import Group, clusters
from newspkg.resolve.tellings import Tellings

STRIKE = ("a", "A missile struck the fish market in Port Belmo on Sunday, killing nine.", "struck")
BASE = {"on": 11, "at": "Port Belmo", "by": ("avaria",), "using": ("missile",), "killed": 9}
TANKS = ("a", "Kolm promised Zentia fourteen Boar tanks.", "promised", "arms_transfer/pledge")
TALKS = ("a", "Envoys of Avaria and Zentia met in Kolm.", "met", "diplomacy/talks")


def _clusters(*readings: ArticleReading) -> list[Group]:
    tellings = Tellings()
    for reading in readings:
        tellings.add(reading)
    return clusters(tellings)


ONE: dict[str, tuple[tuple[Any, dict[str, Any]], tuple[Any, dict[str, Any]]]] = {
    "the same words": ((STRIKE, BASE), (("b", *STRIKE[1:]), BASE)),
    "no date against a day": (
        (STRIKE, BASE),
        (("b", "Nine died as a rocket hit Port Belmo's fish market.", "hit"), {"at": "Port Belmo", "killed": 9}),
    ),
    "no place, but the words": ((STRIKE, BASE), (("b", "The blow to the fish market killed nine.", "blow"), {"on": 11, "killed": 9})),
    "the army for its state": (
        (STRIKE, BASE),
        (("b", "The army fired at Port Belmo.", "fired"), BASE | {"by": ("avaria-army",), "killed": None}),
    ),
    "the ministry for its state": ((STRIKE, BASE), (("b", "It fired at Port Belmo.", "fired"), BASE | {"by": ("avaria-ministry",)})),
    "a night by its evening": (
        (STRIKE, BASE),
        (("b", "Overnight a missile struck the fish market in Port Belmo.", "struck"), BASE | {"on": 10, "killed": None}),
    ),
    "both days of a night": ((STRIKE, BASE), (("b", "A missile struck Port Belmo.", "struck"), BASE | {"on": (10, 11), "killed": None})),
    "a strike from the air": ((STRIKE, BASE), (("b", "Bombs fell on Port Belmo.", "fell", "attack/air_strike"), BASE | {"using": ()})),
    "an attack of no kind": ((STRIKE, BASE), (("b", "Port Belmo was attacked.", "attacked", "attack/other_attack"), BASE | {"using": ()})),
    "missiles and drones": (
        (STRIKE, BASE),
        (("b", "Port Belmo was raided.", "raided", "attack/combined_strike"), BASE | {"using": ("missile", "drone")}),
    ),
    "a town in its region": (
        (STRIKE, BASE),
        (("b", "A missile struck a fish market in Belmo Province.", "struck"), BASE | {"at": "Belmo Province", "killed": None}),
    ),
    "a site in its town": ((STRIKE, BASE), (("b", "A missile struck the refinery.", "struck"), BASE | {"at": "Belmo Refinery"})),
    "a toll that rises": ((STRIKE, BASE), (("b", "Eleven are dead in Port Belmo after a strike.", "strike"), BASE | {"killed": 11})),
    "gunmen for their group": (
        (("a", "Gunmen killed six at a checkpoint in Nor.", "killed", "attack/armed_assault"), {"on": 11, "at": "Nor", "by": ("gunmen",)}),
        (("b", "Red Dawn shot six at Nor.", "shot", "attack/armed_assault"), {"on": 11, "at": "Nor", "by": ("red-dawn",)}),
    ),
    "as many of one kind": (
        (
            ("a", "Avaria fired seventy drones.", "fired", "attack/drone_strike"),
            {"on": 11, "by": ("avaria",), "using": ("drone",), "many": 70},
        ),
        (
            ("b", "Of a swarm of 70 drones few came through.", "swarm", "attack/drone_strike"),
            {"on": 11, "at": "Zentia", "using": ("drone",), "many": 70},
        ),
    ),
    "a pledge told again": (
        (TANKS, {"by": ("kolm",), "to": ("zentia",), "using": ("boar",)}),
        (
            ("b", "The promise of fourteen Boar tanks by Kolm pleased Zentia.", "promise", "arms_transfer/pledge"),
            {"by": ("kolm",), "to": ("zentia",), "using": ("boar",)},
        ),
    ),
    "a pledge told with a finer name of its goods": (
        (TANKS, {"by": ("kolm",), "to": ("zentia",), "using": ("boar",)}),
        (
            ("b", "The promise of tanks by Kolm pleased Zentia.", "promise", "arms_transfer/pledge"),
            {"by": ("kolm",), "to": ("zentia",), "using": ("boar-2",)},
        ),
    ),
    "talks of the same two": (
        (TALKS, {"on": 11, "among": ("avaria", "zentia")}),
        (("b", "The delegations sat down.", "sat down", "diplomacy/talks"), {"on": 11, "among": ("zentia", "avaria")}),
    ),
    "talks planned and held": (
        (TALKS, {"on": 11, "among": ("avaria", "zentia")}),
        (
            ("b", "Envoys are to meet in Kolm.", "meet", "diplomacy/talks", 10),
            {"on": 11, "among": ("zentia", "avaria"), "factuality": "planned"},
        ),
    ),
}

TWO: dict[str, tuple[tuple[Any, dict[str, Any]], tuple[Any, dict[str, Any]]]] = {
    "another day": ((STRIKE, BASE), (("b", "A missile struck Port Belmo.", "struck"), BASE | {"on": 8, "killed": None})),
    "the next day": ((STRIKE, BASE), (("b", "A missile struck the port of Port Belmo.", "struck"), BASE | {"on": 12, "killed": 2})),
    "another day by the head of the article": (
        (STRIKE, BASE),
        (("b", "Rain fell. A missile struck a school in Port Belmo.", "struck"), BASE | {"on": 12, "carried": True, "killed": 2}),
    ),
    "a salvo over its parts": (
        (STRIKE, BASE | {"killed": None}),
        (
            ("b", "Avaria fired ninety missiles at towns all over Zentia.", "fired"),
            {"on": 11, "at": "Zentia", "by": ("avaria",), "using": ("missile",), "many": 90},
        ),
    ),
    "many more weapons": (
        (STRIKE, {"on": 11, "by": ("avaria",), "using": ("missile",), "many": 2}),
        (("b", "Forty missiles were fired.", "fired"), {"on": 11, "by": ("avaria",), "using": ("missile",), "many": 40}),
    ),
    "another town": ((STRIKE, BASE), (("b", "A missile struck the fish market in Nor, killing nine.", "struck"), BASE | {"at": "Nor"})),
    "a town far off": ((STRIKE, BASE), (("b", *STRIKE[1:]), BASE | {"at": "Sarvik"})),
    "another region": ((STRIKE, BASE), (("b", *STRIKE[1:]), BASE | {"at": "Upper Zentia"})),
    "another country": ((STRIKE, BASE), (("b", *STRIKE[1:]), BASE | {"at": "Avaria"})),
    "the other side": ((STRIKE, BASE), (("b", *STRIKE[1:]), BASE | {"by": ("zentia",)})),
    "a total over its parts": (
        (STRIKE, BASE),
        (("b", "Ninety missiles rained on Zentia, killing 41.", "rained"), {"on": 11, "at": "Zentia", "killed": 41, "using": ("missile",)}),
    ),
    "old news": ((STRIKE, BASE), (("b", "A missile struck Port Belmo.", "struck", "attack/missile_strike", 90), {"at": "Port Belmo"})),
    "after the article was out": (
        (STRIKE, BASE),
        (("b", "A missile struck Port Belmo.", "struck", "attack/missile_strike", 6), {"at": "Port Belmo"}),
    ),
    "shells against drones": (
        (("a", "Shells hit Nor.", "hit", "attack/shelling"), {"on": 11, "at": "Nor"}),
        (("b", "Drones hit Nor.", "hit", "attack/drone_strike"), {"on": 11, "at": "Nor"}),
    ),
    "a pledge against its delivery": (
        (TANKS, {"by": ("kolm",), "to": ("zentia",), "using": ("boar",)}),
        (
            ("b", "Kolm's fourteen Boar tanks reached Zentia.", "reached", "arms_transfer/delivery"),
            {"by": ("kolm",), "to": ("zentia",), "using": ("boar",)},
        ),
    ),
    "another giver": (
        (TANKS, {"by": ("kolm",), "to": ("zentia",), "using": ("boar",)}),
        (("b", *TANKS[1:]), {"by": ("avaria",), "to": ("zentia",), "using": ("boar",)}),
    ),
    "other tanks": (
        (TANKS, {"by": ("kolm",), "to": ("zentia",), "using": ("boar",)}),
        (
            ("b", "Kolm is to send Zentia thirty Elk tanks.", "send", "arms_transfer/pledge"),
            {"by": ("kolm",), "to": ("zentia",), "using": ("elk",)},
        ),
    ),
    "talks of another day": (
        (TALKS, {"on": 11, "among": ("avaria", "zentia")}),
        (("b", "A second round was held.", "round", "diplomacy/talks", 15), {"on": 15, "among": ("avaria", "zentia")}),
    ),
    "talks of others": (
        (TALKS, {"on": 11, "among": ("avaria",)}),
        (("b", "Kolm held talks.", "talks", "diplomacy/talks"), {"on": 11, "among": ("kolm",)}),
    ),
    "talks planned for later": (
        (TALKS, {"on": 11, "among": ("avaria", "zentia")}),
        (("b", "They will meet again.", "meet", "diplomacy/talks"), {"on": 14, "among": ("avaria", "zentia"), "factuality": "planned"}),
    ),
    "nothing in common but the day": (
        (STRIKE, {"on": 11}),
        (("b", "Explosions rocked an arsenal near a railway junction.", "rocked"), {"on": 11}),
    ),
    "nothing in common but the topic": ((STRIKE, {}), (("b", "Rockets hit a dam.", "hit"), {})),
}


@pytest.mark.parametrize("case", ONE)
def test_one_event_told_differently(case: str) -> None:
    (one, here), (two, there) = ONE[case]
    assert len(_clusters(told(*one, **here), told(*two, **there))) == 1


@pytest.mark.parametrize("case", TWO)
def test_near_misses(case: str) -> None:
    (one, here), (two, there) = TWO[case]
    assert len(_clusters(told(*one, **here), told(*two, **there))) == 2


def test_the_full_telling_of_an_article_comes_before_one_in_passing() -> None:
    """An article that names its event again, without who or where, is joined by what it tells in full."""
    full = told(*STRIKE, **(BASE | {"many": 6}))
    text = "Avaria fired at Zentia. A missile struck the fish market in the port on Sunday, killing nine."
    first = told("b", text, "fired", on=11, at="Zentia", by=("avaria",))
    again = told("b", text, "struck", on=11, using=("missile",), many=6)
    both = replace(first, events=(*first.events, replace(again.events[0], key="2")))
    assert [0, 1] in _clusters(full, both)
