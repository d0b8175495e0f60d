"""Event ids that last: the id of an earlier version where a trigger is the same, else one made from the first telling."""

from __future__ import annotations

from collections.abc import Sequence

from newspkg.ids import content_id
from newspkg.model import PriorIds
from newspkg.resolve.cluster import Group, Member


def event_ids(groups: Sequence[Group], prior: PriorIds) -> list[str]:
    """An id for each group, none twice; of two groups that claim one earlier id the one with more of its triggers keeps it."""
    claims = sorted(
        ((-votes, number, old) for number, group in enumerate(groups) for old, votes in _votes(group, prior).items()),
        key=lambda claim: (claim[0], claim[1], claim[2]),
    )
    given: dict[int, str] = {}
    for _, number, old in claims:
        if number not in given and old not in given.values():
            given[number] = old
    taken = set(given.values())
    return [given.get(number) or _new(group, taken) for number, group in enumerate(groups)]


def _votes(group: Group, prior: PriorIds) -> dict[str, int]:
    votes: dict[str, int] = {}
    if prior.events:
        for member in group:
            for span in member.event.triggers:
                raw = member.reading.annotated.document.to_raw(span)
                old = prior.events.get((member.article_id, raw.start, raw.end))
                if old is not None:
                    votes[old] = votes.get(old, 0) + 1
    return votes


def _new(group: Group, taken: set[str]) -> str:
    first = min(group, key=_order)
    trigger = first.reading.annotated.document.to_raw(first.event.triggers[0])
    salt = 0
    while (made := content_id("e", first.article_id, trigger.start, first.event.event_type, salt)) in taken:
        salt += 1
    taken.add(made)
    return made


def _order(member: Member) -> tuple[str, str]:
    published = member.reading.annotated.document.article.published_on
    return (published.isoformat() if published else "9999", member.article_id)
