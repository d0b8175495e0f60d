"""Event ids that last: the id of an earlier version where a trigger is the same, else one made from the first telling."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from newspkg.ids import content_id
from newspkg.model import PriorIds, Span
from newspkg.resolve.cluster import Group
from newspkg.resolve.telling import Telling
from newspkg.resolve.tellings import Tellings

Known = Mapping[str, Sequence[tuple[Span, str]]]  # the triggers of an earlier version with their events, by article


def event_ids(groups: Sequence[Group], tellings: Tellings, prior: PriorIds) -> list[str]:
    """An id for each group, none twice; of two groups that claim one earlier id the one with more of its triggers keeps it."""
    claims = sorted((-votes, number, old) for number, earlier in earlier_ids(groups, tellings, prior) for old, votes in earlier.items())
    given: dict[int, str] = {}
    taken: set[str] = set()
    for _, number, old in claims:
        if number not in given and old not in taken:
            given[number] = old
            taken.add(old)
    taken |= prior.keys.get("events", frozenset())  # an id is not given again for something else
    return [given.get(number) or _new(group, tellings, taken) for number, group in enumerate(groups)]


def earlier_ids(groups: Sequence[Group], tellings: Tellings, prior: PriorIds) -> Iterator[tuple[int, Counter[str]]]:
    """The number of each group whose triggers had ids, with the ids and how many triggers bore each.

    A trigger that was marked a word longer or shorter than now is the same trigger.
    """
    if not prior.events:
        return
    known: dict[str, list[tuple[Span, str]]] = defaultdict(list)
    for (article, start, end), old in prior.events.items():
        known[article].append((Span(start, end), old))
    for number, group in enumerate(groups):
        if found := Counter(old for each in group for old in _of(tellings.get(each), prior, known)):
            yield number, found


def _of(telling: Telling, prior: PriorIds, known: Known) -> list[str]:
    found = []
    for span in telling.told.triggers:
        exact = prior.events.get((telling.article_id, span.start, span.end))
        near = [old for other, old in known.get(telling.article_id, ()) if span.overlaps(other)] if exact is None else [exact]
        found += near[:1]
    return found


def _new(group: Group, tellings: Tellings, taken: set[str]) -> str:
    first = min((tellings.get(each) for each in group), key=_order)
    trigger = first.told.triggers[0]
    salt = 0
    while (made := content_id("e", first.article_id, trigger.start, first.event.event_type, salt)) in taken:
        salt += 1
    taken.add(made)
    return made


def _order(telling: Telling) -> tuple[str, str]:
    return (telling.published.isoformat() if telling.published else "9999", telling.article_id)
