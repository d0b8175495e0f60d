"""Who took a place that is but said to be taken: "has been retaken, the army announced", "the ministry claimed the capture of"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newspkg.extract.events.naming.entries import Trigger
from newspkg.extract.events.scene import Scene
from newspkg.extract.events.sides.parties import Party, behind
from newspkg.extract.events.syntax import is_passive, subject

if TYPE_CHECKING:
    from spacy.tokens import Token

OWN = frozenset("retake recapture liberate clear secure free reclaim regain".split())  # what only one's own side is said to do
CLAIMING = frozenset(["claim", "announce", "declare", "hail", "celebrate", "proclaim", "report"])
NEWS = CLAIMING | frozenset(["say", "state", "confirm", "tell", "write", "add"])


def announced(trigger: Trigger, scene: Scene) -> list[Party]:
    """The side that says that ground has been taken, where no other is named."""
    token = trigger.token
    if trigger.entry.frame != "capture":
        return []
    if token.pos_ == "NOUN":
        verb = token.head if token.dep_ in ("dobj", "obj") and token.head.lemma_ in CLAIMING else None
    else:
        verb = _saying(token) if token.lemma_ in OWN and is_passive(token) else None
    said = subject(verb) if verb is not None else None
    return behind(said, scene) if said is not None and said.i != token.i else []


def _saying(token: Token) -> Token | None:
    """The verb of saying above a clause, or beside it."""
    beside = [child for child in token.children if child.dep_ in ("parataxis", "ccomp")]
    above = [token.head] if token.dep_ in ("ccomp", "parataxis", "conj") else []
    return next((verb for verb in [*above, *beside] if verb.lemma_ in NEWS), None)
