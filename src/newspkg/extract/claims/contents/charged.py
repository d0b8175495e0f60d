"""What passives hold behind their agent: "was told by SOURCE that ...", "were accused by SOURCE of ...", "was put by SOURCE at ..."."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

    from newspkg.extract.claims.cues import CueHit
    from newspkg.extract.claims.reading import Reading

REACH = 8  # tokens between an agent and what was told


def told_at(reading: Reading, hit: CueHit, after: int, end: int) -> int | None:
    """Where the statement begins that was told: behind "that", or at "to leave"."""
    doc = reading.doc
    for i in range(after, min(after + REACH, end - 1)):
        if doc[i].lower_ == "that" and (doc[i].tag_ == "IN" or doc[i].dep_ == "mark"):
            return i + 1
        if doc[i].lower_ == "to" and doc[i + 1].tag_ == "VB" and ("clause" in hit.cue.frames or "addressee_infinitive" in hit.cue.frames):
            return i
        if reading.is_finite(doc[i]) or doc[i].text in {",", ";", ":"}:
            return None
    return None


def charge_in(reading: Reading, verb: Token, prepositions: frozenset[str], after: int, end: int) -> tuple[int, int] | None:
    """The tokens of "of burning villages", "on a gas leak", "at 31" behind the agent, or between the verb and it."""
    doc = reading.doc
    between = next((child for child in verb.rights if child.lower_ in prepositions and child.i < after), None)
    if between is not None:
        return between.i, between.right_edge.i + 1 if between.right_edge.i < after else after
    i = next((i for i in range(after, min(after + 5, end - 1)) if doc[i].lower_ in prepositions), None)
    if i is None:
        return None
    if doc[i].lower_ in {"of", "at", "for"}:
        return i, end
    return i + 1, next((j for j in range(i + 1, end) if doc[j].text in {",", ";"} and reading.quote_at(j) is None), end)
