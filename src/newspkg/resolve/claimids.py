"""Claim ids that last: the id of an earlier version where the claim is the same, else one made from where it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from newspkg.ids import content_id
from newspkg.model import PriorIds, Span

Place = tuple[str, tuple[Span, ...], int]  # article, spans of the content and start of the cue, in the raw body


def claim_ids(places: Sequence[Place], prior: PriorIds, taken: set[str]) -> list[str]:
    """An id for each claim of an article: by content and cue, else by a cue that attributes one claim then and now, else a new one.

    `taken` are the ids that other articles have, and earlier versions gave; those given now are added.
    """
    given: dict[int, str] = {}
    kept: set[str] = set()
    for number, (article, content, cue) in enumerate(places):
        old = prior.claims.get((article, content[0].start, content[-1].end, cue))
        if old is not None and old not in kept:
            given[number] = old
            kept.add(old)
    cues = Counter((article, cue) for article, _, cue in places)
    for number, (article, _, cue) in enumerate(places):
        old = prior.cues.get((article, cue))
        if number not in given and old is not None and old not in kept and cues[article, cue] == 1:
            given[number] = old
            kept.add(old)
    taken |= kept
    return [given.get(number) or _new(place, taken) for number, place in enumerate(places)]


def _new(place: Place, taken: set[str]) -> str:
    """An id that no other claim has or had: an id that was given once is not given for something else."""
    article, content, cue = place
    parts = (article, *[(span.start, span.end) for span in content], cue)
    made, salt = content_id("c", *parts), 0
    while made in taken:
        salt += 1
        made = content_id("c", *parts, salt)
    taken.add(made)
    return made
