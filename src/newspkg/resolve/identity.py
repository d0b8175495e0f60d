"""Event ids that last: the id of an earlier version where a trigger is the same, else one made from the first telling."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from newspkg.ids import content_id
from newspkg.model import PriorIds, Span
from newspkg.resolve.cluster import Group, Member

Known = Mapping[str, Sequence[tuple[Span, str]]]  # the triggers of an earlier version with their events, by article


def event_ids(groups: Sequence[Group], prior: PriorIds) -> list[str]:
    """An id for each group, none twice; of two groups that claim one earlier id the one with more of its triggers keeps it."""
    claims = sorted(
        ((-votes, number, old) for number, earlier in enumerate(earlier_ids(groups, prior)) for old, votes in earlier.items()),
        key=lambda claim: (claim[0], claim[1], claim[2]),
    )
    given: dict[int, str] = {}
    taken: set[str] = set()
    for _, number, old in claims:
        if number not in given and old not in taken:
            given[number] = old
            taken.add(old)
    taken |= prior.keys.get("events", frozenset())  # an id is not given again for something else
    return [given.get(number) or _new(group, taken) for number, group in enumerate(groups)]


def earlier_ids(groups: Sequence[Group], prior: PriorIds) -> list[Counter[str]]:
    """For each group the earlier ids of its triggers, with how many triggers bore each.

    A trigger that was marked a word longer or shorter than now is the same trigger.
    """
    known: dict[str, list[tuple[Span, str]]] = defaultdict(list)
    for (article, start, end), old in prior.events.items():
        known[article].append((Span(start, end), old))
    return [Counter(old for member in group for old in _of(member, prior, known)) for group in groups]


def _of(member: Member, prior: PriorIds, known: Known) -> list[str]:
    found = []
    for trigger in member.event.triggers:
        span = member.reading.annotated.document.to_raw(trigger)
        exact = prior.events.get((member.article_id, span.start, span.end))
        near = [old for other, old in known.get(member.article_id, ()) if span.overlaps(other)] if exact is None else [exact]
        found += near[:1]
    return found


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
