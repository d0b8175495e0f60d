"""Passive cues with their agent: "The raid was condemned by SOURCE", "The report was denied by SOURCE"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newspkg.extract.claims.contents.content import content_span
from newspkg.extract.claims.draft import Draft
from newspkg.extract.claims.speakers.speaker import speaker_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from newspkg.extract.claims.reading import Reading

TYPES = frozenset({"condemnation", "denial", "rejection", "confirmation", "support"})
EMPTY = frozenset({"it", "he", "she", "they", "who", "which", "that", "this", "i", "we", "you", "what"})


def find(reading: Reading) -> Iterator[Draft]:
    """A draft for each passive cue of approval, denial or blame whose subject is what is spoken of."""
    for token in reading.doc:
        if token.tag_ != "VBN" or reading.is_skipped(token.i):
            continue
        draft = _draft(reading, token)
        if draft is not None:
            yield draft


def _draft(reading: Reading, verb: Token) -> Draft | None:
    subject, agent = _child(verb, "nsubjpass"), _child(verb, "agent")
    hit = reading.verb_at(verb.i) if subject is not None and agent is not None else None
    if hit is None or subject is None or agent is None or hit.cue.claim_type not in TYPES or "object" not in hit.cue.frames:
        return None
    if subject.lower_ in EMPTY or _child(verb, "neg") is not None:
        return None
    source = _child(agent, "pobj")
    speaker = speaker_of(reading, source) if source is not None else None
    low, high = subject.left_edge.i, min(subject.right_edge.i + 1, verb.i)
    span = content_span(reading, low, high) if low < high else None
    return Draft(hit, speaker, (span,)) if speaker is not None and span is not None else None


def _child(token: Token, dep: str) -> Token | None:
    return next((child for child in token.children if child.dep_ == dep), None)
