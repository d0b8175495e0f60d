"""Which events of different articles are one. Pairs that are alike are joined best first, so that order plays no part."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from newspkg.model import ArticleReading
from newspkg.resolve.blocks import compared
from newspkg.resolve.likeness import likeness
from newspkg.resolve.member import Member
from newspkg.resolve.rarity import Rarity

__all__ = ["Group", "Member", "clusters"]

ENOUGH = 2.75
ON_AVERAGE = 1.5  # of all pairs of a group: one good pair does not make one event of two stories
WITNESSES = 8  # members that speak for a large group where another is to join it
Group = list[Member]


def clusters(readings: Sequence[ArticleReading]) -> list[Group]:
    """Groups of members, each one event; no article tells one twice. The order of the readings does not matter."""
    members = _members(readings)
    words = Rarity.of((member.article_id, member.words) for member in members)
    news = Rarity.of((member.article_id, member.news) for member in members)
    like = partial(likeness, words=words, news=news)
    scored = ((like(members[one], members[two]), one, two) for one, two in compared(members, words))
    best_first = sorted((-score, one, two) for score, one, two in scored if score is not None and score >= ENOUGH)
    group_of = {number: [number] for number in range(len(members))}
    for _, one, two in best_first:
        here, there = group_of[one], group_of[two]
        if here is not there and _fit([members[each] for each in here], [members[each] for each in there], like):
            here += there
            group_of.update(dict.fromkeys(there, here))
    return [[members[number] for number in sorted(group)] for number, group in sorted(group_of.items()) if number == min(group)]


def _members(readings: Sequence[ArticleReading]) -> list[Member]:
    members = []
    for reading in sorted(readings, key=lambda each: each.article_id):
        actors = {actor.actor_id: actor for actor in reversed(reading.actors)}
        members += [Member(reading, event, actors) for event in reading.events]
    return members


def _fit(here: Group, there: Group, like: partial[float | None]) -> bool:
    """No article is in both, no member of the one rules out one of the other, and they are alike on the whole."""
    if {member.article_id for member in here} & {member.article_id for member in there}:
        return False
    scores = [like(one, two) for one in here[:WITNESSES] for two in there[:WITNESSES]]
    told = [score for score in scores if score is not None]
    return len(told) == len(scores) and sum(told) / len(told) >= ON_AVERAGE
