"""Whose forces were struck: the army of the place, or the group that fights there, where it is plainly no strike on a state."""

from __future__ import annotations

from dataclasses import replace

from newspkg.extract.events.draft import Draft
from newspkg.extract.events.scene import Scene
from newspkg.extract.events.sides.sides import Enemies, side_of
from newspkg.model import ActorRole

CLOSE_UP = ("armed_assault", "bombing")  # what is done to soldiers at hand, whoever does it
ARMED = ("military", "government")


def with_forces_held(event: Draft, scene: Scene, attackers: Enemies, struck: Enemies) -> Draft:
    """An attack whose target is but the state of the place: on that state's forces or police, or on the group that its attacker fights."""
    target = next((role for role in event.roles if role.role == "target"), None)
    kind = event.target_kind.value if event.target_kind is not None else None
    if event.event_type != "attack" or kind not in ARMED or (target and scene.kind_of.get(target.actor_id) != "state"):
        return event
    country = (scene.country_of.get(target.actor_id) if target else event.place.country_code if event.place else None) or ""
    by = next(iter(event.actors("initiator")), None)
    found = None
    if event.event_subtype in CLOSE_UP or (by is not None and scene.kind_of.get(by) == "armed_group"):
        found = _body_of(country, kind, scene)
    elif by is not None and kind == "military":
        found = _group_in(country, side_of(by, scene), scene, attackers, struck)
    if found is None or found in event.actors("initiator") or (by is not None and side_of(by, scene) == country):
        return event
    span = target.span if target else event.target_kind.span if event.target_kind else event.triggers[0]
    return replace(event, roles=(*(role for role in event.roles if role != target), ActorRole(found, "target", span)))


def _body_of(country: str, kind: str, scene: Scene) -> str | None:
    """The forces of a country as a whole, or its police."""
    if kind == "military":
        side = scene.side_of(country)
        return side if side is not None and scene.kind_of.get(side) == "military" else None
    police = [actor.actor_id for actor in scene.actors if actor.country_code == country and "police" in actor.actor_id.split("-")]
    return police[0] if police else None


def _group_in(country: str, attacker: str, scene: Scene, attackers: Enemies, struck: Enemies) -> str | None:
    """The one group of a country that its attacker fights, where nothing is told of a fight with the country itself."""
    fought = set(struck.get(attacker, {})) | set(attackers.get(attacker, {}))
    groups = [each for each in sorted(fought) if scene.kind_of.get(each) == "armed_group"]
    own = [group for group in groups if scene.country_of.get(group) == country]
    return own[0] if len(own) == 1 and country not in attackers.get(attacker, {}) else None
