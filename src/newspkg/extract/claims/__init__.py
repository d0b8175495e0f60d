"""Claims: who said what, by which cue. One file a construction; `CONSTRUCTIONS` is their registry."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from newspkg.extract.claims.about import event_of
from newspkg.extract.claims.constructions import according, inquit, labels, nominal, passive, relative, turns, verbs
from newspkg.extract.claims.constructions.runon import continued
from newspkg.extract.claims.contents.empty import is_empty, is_nobodys
from newspkg.extract.claims.cues import Lexicon
from newspkg.extract.claims.draft import Draft
from newspkg.extract.claims.manner import quotation_of, said_on
from newspkg.extract.claims.reading import Reading
from newspkg.extract.claims.speakers.pronouns import resolved
from newspkg.model import ActorMention, AnnotatedDocument, ClaimMention, EventMention
from newspkg.specs import Codelists

__all__ = ["CONSTRUCTIONS", "ClaimExtractor"]

CONSTRUCTIONS: tuple[Callable[[Reading], Iterator[Draft]], ...] = (
    relative.find,
    verbs.find,
    according.find,
    nominal.find,
    labels.find,
    turns.find,
    passive.find,
    inquit.find,
)


class ClaimExtractor:
    """Finds the attributed statements of a document. Built once, called per document."""

    def __init__(self, codelists: Codelists) -> None:
        self.lexicon = Lexicon(codelists)

    def __call__(
        self, annotated: AnnotatedDocument, actors: tuple[ActorMention, ...], events: tuple[EventMention, ...]
    ) -> tuple[ClaimMention, ...]:
        """The claims in the order of their content. Speakers are resolved by `actors`, the event spoken of by `events`."""
        reading = Reading(annotated, actors, events, self.lexicon)
        drafts = inquit.unclaimed(distinct([draft for find in CONSTRUCTIONS for draft in find(reading)]))
        drafts = continued(reading, resolved(reading, relative.taken_over(reading, drafts)))
        claims = [claim_of(reading, draft) for draft in told(reading, drafts)]
        return tuple(sorted(claims, key=lambda claim: (claim.content[0], claim.cue, claim.speaker)))


def distinct(drafts: list[Draft]) -> list[Draft]:
    """One draft a cue, and one a content and speaker: the first construction of the registry that finds it."""
    kept: list[Draft] = []
    seen: set[object] = set()
    for draft in drafts:
        keys: set[object] = {
            ("cue", draft.hit.start, draft.content if draft.hit.cue == labels.SPOKEN else None),
            ("content", draft.content, draft.speaker.actor_id or draft.speaker.span),
        }
        if not keys & seen:
            kept.append(draft)
        seen |= keys
    return kept


def told(reading: Reading, drafts: list[Draft]) -> list[Draft]:
    """The drafts without what says nothing, or is said by nobody."""
    kept = ((draft, tuple(span for span in draft.content if not is_empty(reading, draft, span))) for draft in drafts)
    return [replace(draft, content=content) for draft, content in kept if content and not is_nobodys(reading, draft)]


def claim_of(reading: Reading, draft: Draft) -> ClaimMention:
    event = event_of(reading, draft)
    return ClaimMention(
        speaker=draft.speaker.span,
        cue=reading.span(draft.hit.start, draft.hit.end),
        content=tuple(sorted(draft.content)),
        claim_type=draft.hit.cue.claim_type,
        quotation=quotation_of(reading, draft.content),
        polarity=draft.hit.cue.polarity,
        speaker_id=draft.speaker.actor_id,
        event_key=event.key if event is not None else None,
        said_on=said_on(reading, draft),
    )
