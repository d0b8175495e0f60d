"""Event ids that last: the id of an earlier version where a trigger is the same, else one made from the first telling."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from newspkg.ids import content_id
from newspkg.model import PriorIds, Span
from newspkg.resolve.cluster import Group
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
        if found := Counter(old for each in group for old in _of(each, tellings, prior, known)):
            yield number, found


def _of(number: int, tellings: Tellings, prior: PriorIds, known: Known) -> list[str]:
    found, article = [], tellings.article_id(number)
    for span in tellings.triggers(number):
        exact = prior.events.get((article, span.start, span.end))
        near = [old for other, old in known.get(article, ()) if span.overlaps(other)] if exact is None else [exact]
        found += near[:1]
    return found


def _new(group: Group, tellings: Tellings, taken: set[str]) -> str:
    first = min(group, key=tellings.age)
    start, salt = tellings.triggers(first)[0].start, 0
    while (made := content_id("e", tellings.article_id(first), start, tellings.event_type(first), salt)) in taken:
        salt += 1
    taken.add(made)
    return made
