"""Attackers and attacked that the context makes plain."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import replace

from newspkg.extract.events.draft import Draft
from newspkg.extract.events.forces import is_whole
from newspkg.extract.events.scene import Scene
from newspkg.extract.events.sides.nations import is_of_unknown
from newspkg.model import ActorRole, Span

PLAIN = (None, "missile_strike", "drone_strike", "combined_strike", "air_strike", "shelling", "other_attack")
OF_COUNTRY = ("state", "government", "military", "igo")  # kinds that stand for their country; an armed group stands for itself
Enemies = dict[str, dict[str, Span]]


def side_of(actor: str, scene: Scene) -> str:
    """The country of an actor that acts for one, else the actor itself."""
    country = scene.country_of.get(actor)
    return country if country and scene.kind_of.get(actor) in OF_COUNTRY else actor


def with_target_of_place(event: Draft, scene: Scene) -> Draft:
    """The target of an attack whose target is not said is the state of the place."""
    if event.event_type != "attack" or event.actors("target") or event.place is None:
        return event
    state = scene.state_of(event.place.country_code)
    own = {side_of(actor, scene) for actor in event.actors("initiator")}
    return event if state is None or event.place.country_code in own else _with(event, "target", state, event.place.span)


def with_target_of_attacker(event: Draft, scene: Scene, foes: Mapping[str, str], attackers: Enemies, struck: Enemies) -> Draft:
    """An attack that tells neither target nor place is on the enemy of its attacker; one in its own country on the one group it fights.

    That of a group is on those who alone attack the country where it is.
    """
    if event.event_type != "attack" or event.actors("target") or not event.actors("initiator"):
        return event
    own = side_of(event.actors("initiator")[0], scene)
    if event.place is None:
        state = scene.state_of(foes.get(own))
        span = mention_of(state, scene) if state else None
        return _with(event, "target", state, span) if state and span else event
    others = struck.get(own, {})
    if scene.kind_of.get(own) == "armed_group" and event.place.country_code:
        others = {each: span for each, span in attackers.get(event.place.country_code, {}).items() if each != own}
        if len(others) == 1 and (held := scene.side_of(next(iter(others)))) and (span := mention_of(held, scene)):
            return _with(event, "target", held, span)
        return event
    if event.place.country_code == own and len(others) == 1:
        other, span = next(iter(others.items()))
        return _with(event, "target", other, span) if other in scene.kind_of else event
    return event


def with_holder(event: Draft, scene: Scene, foes: Mapping[str, str], attackers: Enemies, attacked: Enemies) -> Draft:
    """Ground taken is taken from the one enemy that the article knows: the forces of a country, or a group."""
    if event.event_subtype != "territory_gained" or event.actors("target") or not event.actors("initiator"):
        return event
    own = side_of(event.actors("initiator")[0], scene)
    others = set(attacked.get(own, {})) | set(attackers.get(own, {})) or {foes.get(own, "")}
    if scene.kind_of.get(own) == "armed_group" and event.place is not None and event.place.country_code:
        others = {event.place.country_code}
    if len(others) != 1:
        return event
    other = next(iter(others))
    actor = scene.side_of(other) or (other if other in scene.kind_of else None)
    span = next((mention.span for mention in scene.actors if mention.actor_id == actor), None)
    return _with(event, "target", actor, span) if actor is not None and span is not None else event


def with_initiators(events: list[Draft], scene: Scene, foes: Mapping[str, str], contested: frozenset[int]) -> list[Draft]:
    """Where the article knows one enemy of a side only, an attack on that side without an attacker is that one's, if not `contested`."""
    enemies = enemies_of(events, scene)
    for attacked, foe in foes.items():
        if not enemies.get(attacked) and (span := mention_of(foe, scene)) is not None:
            enemies[attacked] = {foe: span}
    usual = _usual(events, scene)
    return [
        event if number in contested else _with_initiator(event, enemies.get(_attacked(event, scene) or "", {}), usual, scene)
        for number, event in enumerate(events)
    ]


def _usual(events: list[Draft], scene: Scene) -> dict[str, str]:
    """By side, the actor that the article most often has attack for it: the state, or its forces as a whole."""
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    for event in events:
        for actor in event.actors("initiator")[:1]:
            if event.event_type == "attack" and scene.kind_of.get(actor) in ("state", "military") and side_of(actor, scene) != actor:
                counted[side_of(actor, scene)][actor] += scene.kind_of.get(actor) == "state" or is_whole(actor)
    return {side: counts.most_common(1)[0][0] for side, counts in counted.items() if max(counts.values())}


def _with_initiator(event: Draft, enemies: Mapping[str, Span], usual: Mapping[str, str], scene: Scene) -> Draft:
    if event.event_type != "attack" or event.actors("initiator") or event.event_subtype not in PLAIN or len(enemies) != 1:
        return event
    if is_of_unknown(event, scene):
        return event
    enemy, span = next(iter(enemies.items()))
    actor = usual.get(enemy) or scene.side_of(enemy) or (enemy if enemy in scene.kind_of else None)
    return _with(event, "initiator", actor, span) if actor is not None else event


def enemies_of(events: list[Draft], scene: Scene) -> Enemies:
    """For each side (a country, else a group) those who attack it in the article; where nobody does, those whom it attacks."""
    attackers, attacked = fights(events, scene)
    for side, others in attacked.items():
        if not attackers[side]:
            attackers[side] = {other: span for other in others if (span := mention_of(other, scene)) is not None}
    return attackers


def fights(events: list[Draft], scene: Scene) -> tuple[Enemies, Enemies]:
    """By side, who attacks it; by side, whom it attacks."""
    attackers: Enemies = defaultdict(dict)
    attacked: Enemies = defaultdict(dict)
    for event in events:
        first = next((role for role in event.roles if role.role == "initiator"), None)
        other = _attacked(event, scene)
        if event.event_type not in ("attack", "battle") or first is None or not other:
            continue
        side = side_of(first.actor_id, scene)
        if side != other:
            attackers[other].setdefault(side, first.span)
            attacked[side].setdefault(other, first.span)
    return attackers, attacked


def mention_of(side: str, scene: Scene) -> Span | None:
    """The first mention of a country's forces or state, or of a group."""
    actor = scene.side_of(side) or side
    return next((mention.span for mention in scene.actors if mention.actor_id == actor), None)


def _attacked(event: Draft, scene: Scene) -> str | None:
    target = next(iter(event.actors("target")), None)
    if target is not None:
        return side_of(target, scene)
    return event.place.country_code if event.place is not None else None


def _with(event: Draft, role: str, actor: str, span: Span) -> Draft:
    new = ActorRole(actor, "initiator" if role == "initiator" else "target", span)
    return replace(event, roles=(new, *event.roles) if role == "initiator" else (*event.roles, new))
