"""Who fights whom in a clash that names one side or none: those who fight at the same place, or in the same sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from newspkg.extract.events.draft import Draft
from newspkg.extract.events.scene import Scene
from newspkg.extract.events.sides.sides import mention_of, side_of
from newspkg.model import ActorRole


def with_opponents(events: list[Draft], scene: Scene, foes: Mapping[str, str]) -> list[Draft]:
    """Clashes with the sides of the fight that they belong to; one that the state at war there repelled is its enemy's."""
    found = [_with_sides(event, events, scene) if event.event_subtype == "clash" else event for event in events]
    return [_with_attacker(event, scene, foes) if event.event_subtype == "clash" else event for event in found]


def _with_attacker(event: Draft, scene: Scene, foes: Mapping[str, str]) -> Draft:
    target = next((role for role in event.roles if role.role == "target"), None)
    if target is None or event.actors("initiator"):
        return event
    foe = foes.get(side_of(target.actor_id, scene), "")
    actor = scene.side_of(foe) or (foe if foe in scene.kind_of else None)
    span = mention_of(foe, scene) if actor is not None else None
    return replace(event, roles=(ActorRole(actor, "initiator", span), *event.roles)) if actor is not None and span is not None else event


def _with_sides(event: Draft, events: list[Draft], scene: Scene) -> Draft:
    for other in sorted(_kin(event, events, scene), key=lambda each: (each.event_type != "battle", abs(each.token.i - event.token.i))):
        sides = [role for role in other.roles if role.role in ("initiator", "target")]
        first, second = event.actors("initiator")[:1], event.actors("target")[:1]
        if first and second:
            return event
        free = [role for role in sides if role.actor_id not in (*first, *second)]
        if not first and not second and len({role.actor_id for role in free}) > 1:
            return replace(event, roles=(*event.roles, *_first_of_each(free)))
        if (first or second) and free:
            return replace(event, roles=(*event.roles, replace(free[0], role="target" if first else "initiator")))
    return event


def _first_of_each(roles: list[ActorRole]) -> list[ActorRole]:
    found = (next((each for each in roles if each.role == name), None) for name in ("initiator", "target"))
    return [role for role in found if role is not None]


def _kin(event: Draft, events: list[Draft], scene: Scene) -> list[Draft]:
    return [
        other
        for other in events
        if other is not event
        and other.event_type in ("battle", "attack")
        and other.actors("initiator")
        and ((event.place and other.place and event.place.name == other.place.name) or _is_beside(event, other, scene))
    ]


def _is_beside(event: Draft, other: Draft, scene: Scene) -> bool:
    return other.event_type == "battle" and scene.sentence[event.token.i] == scene.sentence[other.token.i]
