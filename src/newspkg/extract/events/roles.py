"""Which actors take part in a telling, and as what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newspkg.extract.events.scene import Scene
from newspkg.extract.events.syntax import children
from newspkg.extract.events.triggers import Trigger
from newspkg.model import ActorRole, Span, TargetKind
from newspkg.model.mention import ActorRoleName

if TYPE_CHECKING:
    from spacy.tokens import Token

MUTUAL = frozenset(["meet", "agree", "ceasefire", "exchange", "vote", "protest", "flee"])
DECISIONS = frozenset({"authorize", "restrict"})  # of a thing; whose the thing is says nothing of who may
NO_TARGET = frozenset(["outage", "test", "exercise", "doctrine", "decide", "mobilize", "propose"])
TOWARD = frozenset(["to", "for", "with", "on", "against", "at", "upon", "over"])
ACTING = ("state", "government", "military", "armed_group", "igo", "person", "company", "party", "ngo", "civilians", "other", "media")
SIDES = ("state", "government", "military", "armed_group", "igo", "company", "other", "person")


def roles_of(trigger: Trigger, scene: Scene) -> tuple[ActorRole, ...]:
    """The actors among a trigger's arguments with their roles, in text order within a role."""
    frame, arguments = trigger.entry.frame, trigger.arguments
    agents = [found for noun in arguments.agents if (found := _actor(noun, scene)) is not None]
    if trigger.token.pos_ in ("NOUN", "PROPN") and not agents and (owner := scene.owner_of(trigger.token)) is not None:
        agents = [owner]
    patient = _actor if frame in DECISIONS else _patient
    patients = [found for noun in arguments.patients if (found := patient(noun, scene)) is not None]
    around = [found for prep, noun in arguments.obliques if prep in TOWARD and (found := _actor(noun, scene)) is not None]
    if frame in MUTUAL:
        between = [
            found
            for prep, noun in arguments.obliques
            if prep in ("between", "with", "among", "of", "and") and (found := _actor(noun, scene))
        ]
        return _roles("participant", [*agents, *patients, *between])
    if frame == "intercept":
        owners = [owner for noun in arguments.patients if (owner := scene.owner_of(noun)) is not None]
        return _roles("initiator", owners)
    if frame in ("impact", "harm", "die"):
        owners = [owner for noun in arguments.agents if scene.weapon_of(noun) is not None and (owner := scene.owner_of(noun)) is not None]
        by = (
            [each for noun, each in zip(arguments.agents, agents, strict=False) if scene.weapon_of(noun) is None] if frame == "harm" else []
        )
        return _roles("initiator", [*owners, *by]) + _roles("target", _sides(patients if frame != "die" else [], scene))
    if frame == "under_attack":
        return _roles("target", agents)
    if frame == "launch":
        return _roles("initiator", agents) + _roles("target", _sides(around, scene))
    if frame in ("receive", "arrive"):
        giver = [found for prep, noun in arguments.obliques if prep == "from" and (found := _actor(noun, scene))]
        return _roles("initiator", giver) + _roles("target", agents)
    if frame == "fall_to":
        return _roles("initiator", [found for prep, noun in arguments.obliques if prep == "to" and (found := _actor(noun, scene))])
    if frame == "buy":
        return _roles("target", agents) + _roles(
            "initiator", [found for prep, noun in arguments.obliques if prep == "from" and (found := _actor(noun, scene))]
        )
    targets = [] if frame in NO_TARGET else [*patients, *around]
    return _roles("initiator", agents) + _roles("target", _sides(targets, scene))


def target_kind_of(trigger: Trigger, scene: Scene) -> TargetKind | None:
    """What kind of thing was attacked, by the noun that says so."""
    if trigger.entry.event_type != "attack":
        return None
    passive_subject = trigger.entry.frame in ("impact", "harm", "die", "intercept")
    nouns = [*([] if passive_subject and trigger.entry.frame == "intercept" else trigger.arguments.patients)]
    nouns += [
        noun
        for prep, noun in trigger.arguments.obliques
        if prep not in ("by", "with", "from", "of", "during", "after", "before", "since", "for")
    ]
    for noun in nouns:
        if scene.weapon_of(noun) is not None and trigger.entry.frame in ("launch", "impact"):
            continue
        found = scene.facility_of(noun)
        if found is not None:
            return TargetKind(*found)
        actor = scene.actor_at(noun)
        if actor is not None and actor.kind in ("military", "armed_group"):
            return TargetKind("military", actor.span)
        if scene.weapon_of(noun) is not None and trigger.entry.frame == "strike" and (weapon := scene.weapon_of(noun)):
            return TargetKind("military", weapon.span)
    return None


def _actor(noun: Token, scene: Scene) -> tuple[str, Span] | None:
    actor = scene.actor_at(noun)
    if actor is not None:
        return (actor.actor_id, actor.span) if actor.kind in ACTING else None
    for prep in children(noun, "prep"):  # "a spokesman for", "members of"
        if prep.lower_ in ("of", "from", "for") and scene.lemma(noun) in (
            "member",
            "fighter",
            "unit",
            "group",
            "soldier",
            "troop",
            "leader",
            "source",
            "number",
            "dozen",
            "hundred",
            "crew",
        ):
            for inner in children(prep, "pobj"):
                if (found := scene.actor_at(inner)) is not None:
                    return found.actor_id, found.span
    return None


def _patient(noun: Token, scene: Scene) -> tuple[str, Span] | None:
    """The actor acted on: the noun itself, or the side whose thing it is ("Houthi positions", "Russia's air base")."""
    return _actor(noun, scene) or (scene.owner_of(noun) if scene.weapon_of(noun) is None or noun.dep_ != "nsubj" else None)


def _sides(found: list[tuple[str, Span]], scene: Scene) -> list[tuple[str, Span]]:
    return [each for each in found if scene.kind_of.get(each[0]) in (*SIDES, "civilians")]


def _roles(role: ActorRoleName, found: list[tuple[str, Span]]) -> tuple[ActorRole, ...]:
    return tuple(ActorRole(actor, role, span) for actor, span in dict(found).items())


def without_self(roles: tuple[ActorRole, ...]) -> tuple[ActorRole, ...]:
    """Nobody attacks itself: who is initiator and target of one telling is its target."""
    targets = {role.actor_id for role in roles if role.role == "target"}
    return tuple(role for role in roles if role.role != "initiator" or role.actor_id not in targets)
