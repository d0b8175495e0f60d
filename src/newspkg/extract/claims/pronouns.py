"""Pronouns that speak and that no actor's mention covers: "It blamed the rebels", "she added"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newspkg.extract.claims.draft import Speaker

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newspkg.extract.claims.draft import Draft
    from newspkg.extract.claims.reading import Reading

PERSONS = frozenset({"person"})
BODIES = frozenset({"government", "military", "armed_group", "igo", "party", "company", "media", "ngo", "state", "other"})
FITTING = {"he": PERSONS, "she": PERSONS, "it": BODIES}


def resolved(reading: Reading, drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts in the order of their cues, speaking pronouns resolved where it is plain who is meant."""
    kinds = {mention.actor_id: mention.kind for mention in reading.actors}
    found: list[Draft] = []
    for draft in sorted(drafts, key=lambda each: each.hit.start):
        kind = FITTING.get(draft.speaker.span.of(reading.text).casefold())
        if kind is not None and draft.speaker.actor_id is None:
            draft = replace(draft, speaker=Speaker(draft.speaker.span, _meant(reading, draft, found, kind, kinds)))
        found.append(draft)
    return found


def _meant(reading: Reading, draft: Draft, before: list[Draft], fitting: frozenset[str], kinds: dict[str, str]) -> str | None:
    """The speaker of the sentence before, where no other actor comes between that the pronoun could mean."""
    at = draft.speaker.span.start
    spoken = before[-1] if before else None
    if spoken is None or spoken.speaker.actor_id is None or kinds.get(spoken.speaker.actor_id) not in fitting:
        return None
    if spoken.hit.end < reading.sentence(max(reading.sentence(draft.hit.start)[0] - 1, 0))[0]:
        return None
    rivals = (mention for mention in reading.actors if mention.kind in fitting and spoken.speaker.span.end < mention.span.start < at)
    is_alone = all(mention.actor_id == spoken.speaker.actor_id for mention in rivals)
    return spoken.speaker.actor_id if is_alone else None
