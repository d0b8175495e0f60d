"""Who acts where the parser gives a main verb no subject, or only the place of a dateline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newspkg.extract.events.naming.entries import Trigger
from newspkg.extract.events.scene import Scene
from newspkg.extract.events.sides.parties import Party
from newspkg.extract.events.syntax import is_passive
from newspkg.extract.tree import children

if TYPE_CHECKING:
    from spacy.tokens import Token

FIGHTING = ("state", "military", "armed_group", "government")
SUBJECTLIKE = ("nsubj", "nsubjpass", "auxpass", "csubj", "expl")
DATELINE = 16  # tokens of the longest dateline
DASHES = frozenset(["-", "--", "–", "—"])


def fronted(trigger: Trigger, scene: Scene) -> list[Party]:
    """The first actor named before a main verb for which the parser found no subject, or only the place of a dateline."""
    token, agents = trigger.token, trigger.arguments.agents
    if token.tag_ not in ("VBD", "VBZ", "VBN") or not trigger.arguments.patients or is_passive(token):
        return []
    start = _after_dateline(token)
    if start is None or any(noun.i > start for noun in agents):
        if token.dep_ != "ROOT" or agents or token.tag_ == "VBN" or children(token, *SUBJECTLIKE):
            return []
        start = token.sent.start
    before = [scene.actor_at(each) for each in token.doc[start : token.i]]
    first = next((actor for actor in before if actor is not None and actor.kind in FIGHTING), None)
    return [(first.actor_id, first.span)] if first is not None else []


def _after_dateline(token: Token) -> int | None:
    """Where the text begins after "KYIV, May 2 (Agency) -" at the head of the token's sentence; None where there is no such head."""
    start = token.sent.start
    for each in token.doc[start : min(token.i, start + DATELINE)]:
        if each.text in DASHES:
            return each.i + 1 if token.doc[start].text.isupper() else None
    return None
