"""What kind of thing was attacked, by the noun that says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newspkg.extract.events.scene import Scene
from newspkg.extract.events.triggers import Trigger
from newspkg.model import TargetKind

if TYPE_CHECKING:
    from spacy.tokens import Token

ASIDE = frozenset(["by", "with", "from", "of", "during", "after", "before", "since", "for", "as", "amid", "despite"])
APART = ("relcl", "advcl", "ccomp", "conj", "acl", "parataxis", "appos")


def target_kind_of(trigger: Trigger, scene: Scene) -> TargetKind | None:
    """The kind of the first argument that names a facility, a force or people; else of one below the trigger in a phrase of place."""
    if trigger.entry.event_type != "attack":
        return None
    frame = trigger.entry.frame
    nouns = [] if frame == "intercept" else list(trigger.arguments.patients)
    nouns += [noun for prep, noun in trigger.arguments.obliques if prep not in ASIDE]
    for noun in nouns:
        if scene.weapon_of(noun) is not None and frame in ("launch", "impact"):
            continue
        found = _kind(noun, trigger, scene)
        if found is not None:
            return found
    return None


def _kind(noun: Token, trigger: Trigger, scene: Scene) -> TargetKind | None:
    facility = scene.facility_of(noun)
    if facility is not None:
        return TargetKind(*facility)
    actor, weapon = scene.actor_at(noun), scene.weapon_of(noun)
    if actor is not None and actor.kind in ("military", "armed_group"):
        return TargetKind("military", actor.span)
    if weapon is not None and trigger.entry.frame in ("strike", "intercept"):
        return TargetKind("military", weapon.span)
    return None
