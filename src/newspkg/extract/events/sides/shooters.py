"""Whose munitions they were that somebody shot down, or that hit ships at sea: those of the one group that attacks in the article."""

from __future__ import annotations

from dataclasses import replace

from newspkg.extract.events.draft import Draft
from newspkg.extract.events.scene import Scene
from newspkg.extract.events.sides.parties import acting
from newspkg.extract.events.sides.sides import Enemies, side_of
from newspkg.model import ActorRole


def with_shot_at(event: Draft, attackers: Enemies, scene: Scene) -> Draft:
    """An attack without a known author that was stopped by a side, or told at sea, is that of the one group that attacks others."""
    at_sea = event.place is not None and event.place.precision == "water"
    stops = event.trigger.entry.frame == "intercept"
    if event.event_type != "attack" or event.actors("initiator") or not event.weapons or not (at_sea or stops):
        return event
    shooters = {side_of(actor, scene) for noun in event.trigger.arguments.agents for actor, _ in acting(noun, scene)} if stops else set()
    held = {*shooters, *event.actors("target")}
    groups = {each: span for others in attackers.values() for each, span in others.items() if scene.kind_of.get(each) == "armed_group"}
    free = sorted(each for each in groups if each not in held)
    own = [each for side in sorted(shooters) for each in sorted(attackers.get(side, {})) if scene.kind_of.get(each)]
    found = own if len(own) == 1 else free
    if len(found) != 1 or (stops and not shooters and not at_sea):
        return event
    span = groups.get(found[0]) or next(span for others in attackers.values() for each, span in others.items() if each == found[0])
    return replace(event, roles=(ActorRole(found[0], "initiator", span), *event.roles))
