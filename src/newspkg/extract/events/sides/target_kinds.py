"""What kind of thing was attacked, by the noun that says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newspkg.extract.events.arms.weapon_roles import SINGLE_USE
from newspkg.extract.events.naming.entries import Trigger
from newspkg.extract.events.scene import Scene
from newspkg.model import TargetKind

if TYPE_CHECKING:
    from spacy.tokens import Token

ASIDE = frozenset(["by", "with", "from", "of", "during", "after", "before", "since", "for", "as", "amid", "despite"])
WINDOW = 40  # tokens after a trigger in which it is looked for
WITHIN = frozenset(["in", "at", "on", "into", "near", "against", "inside", "outside", "around", "onto", "of", "through", "among"])
CLAUSES = ("advcl", "ccomp", "conj", "parataxis", "relcl", "acl")
KIND_OF_ACTOR = {"military": "military", "armed_group": "military", "government": "government", "civilians": "other_civilian"}


def target_kind_of(trigger: Trigger, scene: Scene) -> TargetKind | None:
    """The kind of the first argument that names a facility, a force, an arm or people."""
    if trigger.entry.event_type != "attack":
        return None
    frame = trigger.entry.frame
    nouns = [] if frame == "intercept" else list(trigger.arguments.patients)
    nouns += [noun for prep, noun in trigger.arguments.obliques if prep not in ASIDE]
    nouns += _below(trigger.token) if frame != "intercept" else []
    launched = trigger.arguments.patients if frame == "launch" else ()
    found = (_kind(noun, scene) for noun in nouns if not (noun in launched and scene.weapon_of(noun) is not None))
    return next((kind for kind in found if kind is not None), None)


def _below(token: Token) -> list[Token]:
    """Nouns of place deeper below a trigger: "fell among the stalls of a market"."""
    near = token.doc[token.i : min(token.sent.end, token.i + WINDOW)]
    nouns = [noun for noun in near if noun.dep_ == "pobj" and noun.head.lower_ in WITHIN and token.is_ancestor(noun)]
    return [noun for noun in nouns if not any(up.dep_ in CLAUSES and token.is_ancestor(up) for up in noun.ancestors)]


def _kind(noun: Token, scene: Scene) -> TargetKind | None:
    facility = scene.facility_of(noun)
    if facility is not None:
        return TargetKind(*facility)
    actor, weapon = scene.actor_at(noun), scene.weapon_of(noun)
    if actor is not None and actor.kind in KIND_OF_ACTOR:
        return TargetKind(KIND_OF_ACTOR[actor.kind], actor.span)
    if actor is not None and actor.kind == "person":
        words = actor.span.of(scene.annotated.text).lower().replace("-", " ").split()
        return TargetKind("military", actor.span) if any(scene.facilities.get(word) == "military" for word in words[:-1]) else None
    return TargetKind("military", weapon.span) if weapon is not None and weapon.weapon_class not in SINGLE_USE else None
