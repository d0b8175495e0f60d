"""How much speaks for two tellings being one event: kind, time, place, sides, means, target, tolls and words; some can rule it out."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from functools import cache

from newspkg.model import Casualties
from newspkg.resolve.counts import counted, is_total
from newspkg.resolve.rarity import Rarity
from newspkg.resolve.telling import Telling
from newspkg.resolve.when import when
from newspkg.resolve.where import where

LIKE = 0.25  # kinds that one event is told as
OTHER_GOODS = -2.5
A_PART = -1.5  # the salvo of a night against one of the places that it struck
MOST_WORTH = 1.25
ROUNDING = 1e-6
KIN = (
    frozenset({"missile_strike", "drone_strike", "combined_strike", "air_strike", "other_attack"}),
    frozenset({"shelling", "missile_strike", "other_attack", "combined_strike"}),
    frozenset({"bombing", "sabotage", "other_attack"}),
    frozenset({"bombing", "drone_strike", "other_attack"}),
    frozenset({"armed_assault", "killing_of_civilians", "other_attack"}),
    frozenset({"agreement", "ceasefire", "prisoner_exchange"}),
    frozenset({"authorization", "other_policy"}),
    frozenset({"restriction", "other_policy"}),
    frozenset({"restriction", "sanction"}),
)
UNLIKE = frozenset({"missile_strike", "drone_strike"})  # told for one another seldom: each names its means
DECIDED = frozenset({"policy", "arms_transfer"})  # who decides tells these apart, seldom where
FAMILIES = ("missile", "drone", "artillery", "bomb")  # articles differ in how exactly they name a means
CROWD = ("participant", "supplier", "recipient", "authorizer", "mediator")
Part = Callable[[Telling, Telling], float | None]


def likeness(one: Telling, two: Telling, words: Rarity, news: Rarity, least: float = -math.inf) -> float | None:
    """A sum of points, about 3 for one event; None where something rules it out, or the sum can't be `least`. Symmetric.

    `words` is what words are worth among the tellings, `news` among the heads of the articles.
    """
    common, places = (_sum(one, two, parts) for parts in ((_kinds, when, _sides), (_places,)))
    if common is None or places is None:
        return None
    own = places + _targets(one, two) + _tolls(one, two) + _weapons(one, two) + counted(one, two)
    if common + own + 2 * MOST_WORTH < least - ROUNDING:  # most pairs are told apart without looking at their words
        return None
    own = own + _worth(words, one, two, 0.03, 12)
    topic = _worth(news, one, two, 0.06, 8)
    return common + own + min(topic, max(own, 0))  # articles about one thing may tell several events of it


def _sum(one: Telling, two: Telling, parts: Sequence[Part]) -> float | None:
    total = 0.0
    for part in parts:
        points = part(one, two)
        if points is None:
            return None
        total += points
    return total


def _worth(rarity: Rarity, one: Telling, two: Telling, usual: float, slope: float) -> float:
    """Points of the words that two tellings share: none where it is what strangers have, at most MOST_WORTH."""
    return rarity.trust * max(-0.25, min(MOST_WORTH, (rarity.nearness(one, two) - usual) * slope))


def _kinds(one: Telling, two: Telling) -> float | None:
    return kinds(one.event.event_subtype, two.event.event_subtype)


@cache
def kinds(one: str, two: str) -> float | None:
    """Points for two subtypes being told of one event; None where they can't be. Symmetric."""
    both = {one, two}
    if len(both) == 1:
        return 0.5
    if both == UNLIKE:
        return -0.5
    return LIKE if any(both <= kin for kin in KIN) else None


def _places(one: Telling, two: Telling) -> float | None:
    points = where(one, two)
    if points is not None and is_total(one, two):
        points += A_PART
    return points if one.event.event_type not in DECIDED else max(points or 0, 0)


def _sides(one: Telling, two: Telling) -> float | None:
    """Who did it decides; whom it met is told in many ways (the state, its army, a town's people)."""
    decided = one.event.event_type in DECIDED
    score = 0.0
    here, there = one.sides("initiator"), two.sides("initiator")
    if here and there:
        if not here & there:
            return None
        score += 1 if decided else 0.5
    if one.struck and two.struck:
        score += 0.5 if one.struck & two.struck else -1
    if one.about and two.about:
        score += 0.25 * min(len(one.about & two.about), 2) or -0.25
    here, there = one.sides(*CROWD), two.sides(*CROWD)
    if here and there and not here & there:
        return None
    return score + 0.75 * min(len(here & there), 2)


def _targets(one: Telling, two: Telling) -> float:
    here, there = one.event.target_kind, two.event.target_kind
    if here is None or there is None:
        return 0
    return 0.25 if here.value == there.value else -0.25


def _tolls(one: Telling, two: Telling) -> float:
    return _toll(one.event.fatalities, two.event.fatalities) + 0.5 * _toll(one.event.injured, two.event.injured)


def _toll(here: Casualties | None, there: Casualties | None) -> float:
    """Tolls rise while the news goes on; only a far other one speaks against. The greater an equal one, the rarer."""
    if here is None or there is None or here.best is None or there.best is None:
        return 0
    low, high = sorted((here.best, there.best))
    if low == high:
        return 0.25 if high < 2 else 0.75 if high < 10 else 1.25
    return 0 if high - low <= max(3, high / 2) else -1


def _weapons(one: Telling, two: Telling) -> float:
    """A system that both name says most; different systems handed over are different deliveries."""
    here, there = ({weapon.weapon_id for weapon in member.event.weapons} for member in (one, two))
    if not here or not there:
        return 0
    mentions = {**one.head.weapons, **two.head.weapons}
    systems = {key for key, (_, is_system) in mentions.items() if is_system}
    if here & there:
        return 0.75 if here & there & systems else 0.5
    if any(_is_sort_of(a, b) or _is_sort_of(b, a) for a in here & systems for b in there & systems):
        return 0.75
    if here & systems and there & systems:
        return OTHER_GOODS if one.event.event_type == "arms_transfer" else -0.5
    families = [{_family(mentions[key][0]) if key in mentions else key for key in keys} for keys in (here, there)]
    return 0.25 if families[0] & families[1] else -0.5


def _is_sort_of(one: str, two: str) -> bool:
    """ "Leopard 2" is one of the Leopards, which other articles speak of without the number."""
    return one.startswith(f"{two}-")


def _family(weapon_class: str) -> str:
    return next((family for family in FAMILIES if family in weapon_class), weapon_class)
