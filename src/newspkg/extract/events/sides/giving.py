"""Who gives and who gets arms, who breaks with whom: the states for which ministers and ambassadors act; the receiver that is plain."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from newspkg.extract.events.draft import Draft
from newspkg.extract.events.scene import Scene
from newspkg.extract.events.sides.sides import mention_of
from newspkg.model import ActorRole

OFFICES = ("person", "government")  # kinds that give in the name of their state


def with_states(event: Draft, scene: Scene) -> Draft:
    """A minister who promises arms gives them for his state, one who asks gets them for his; an expelled ambassador is his state's."""
    if event.event_type != "arms_transfer" and event.event_subtype != "expulsion":
        return event
    found: dict[tuple[str, str], ActorRole] = {}
    for role in event.roles:
        actor = _state(role.actor_id, scene) if role.role in ("initiator", "target") else role.actor_id
        found.setdefault((role.role, actor), replace(role, actor_id=actor))
    givers = {actor for role, actor in found if role == "initiator"}
    roles = [each for (role, actor), each in found.items() if role != "target" or actor not in givers]
    return replace(event, roles=tuple(roles))


def _state(actor: str, scene: Scene) -> str:
    if scene.kind_of.get(actor) not in OFFICES:
        return actor
    return scene.state_of(scene.country_of.get(actor)) or actor


def with_receivers(events: list[Draft], scene: Scene) -> list[Draft]:
    """Arms that go to nobody named go where the article's other arms go; who may use arms is who gets them, else who uses them."""
    receivers = Counter(actor for event in events if _is_grant(event) for actor in event.actors("target"))
    if not receivers:
        granted = {weapon.weapon_id for event in events if event.event_subtype == "authorization" for weapon in event.weapons}
        users = [event for event in events if event.event_type == "attack" and granted & {weapon.weapon_id for weapon in event.weapons}]
        receivers = Counter(scene.state_of(scene.country_of.get(actor)) or actor for event in users for actor in event.actors("initiator"))
    plain = receivers.most_common(1)[0][0] if receivers else None
    span = mention_of(plain, scene) if plain is not None else None
    if plain is None or span is None:
        return events
    return [
        replace(event, roles=(*event.roles, ActorRole(plain, "target", span))) if _is_open(event, plain, scene) else event
        for event in events
    ]


def _is_grant(event: Draft) -> bool:
    return event.event_type == "arms_transfer" or event.event_subtype == "authorization"


def _is_open(event: Draft, receiver: str, scene: Scene) -> bool:
    own = {scene.country_of.get(actor) for actor in event.actors("initiator")}
    return _is_grant(event) and not event.actors("target") and scene.country_of.get(receiver) not in own
