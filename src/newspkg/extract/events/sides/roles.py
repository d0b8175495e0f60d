"""Which actors take part in a telling, and as what."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from newspkg.extract.events.arms.named import is_downing
from newspkg.extract.events.naming.entries import Trigger
from newspkg.extract.events.naming.fronted import fronted
from newspkg.extract.events.scene import Scene
from newspkg.extract.events.sides.announced import announced
from newspkg.extract.events.sides.beneath import beneath
from newspkg.extract.events.sides.deliveries import arrived, givers
from newspkg.extract.events.sides.parties import Party, acted_on, acting, launchers, parties, state_at
from newspkg.extract.events.sides.picked import as_roles, every, of_phrases, of_sides
from newspkg.extract.events.syntax import obliques
from newspkg.model import ActorRole

if TYPE_CHECKING:
    from spacy.tokens import Token

MUTUAL = frozenset(["meet", "agree", "ceasefire", "exchange", "flee"])
SHARED = frozenset(["between", "with", "among", "of", "and"])
VIA = ("after", "following", "through", "under", "with", "by")
MEDIATING = frozenset("broker mediate facilitate negotiate mediation mediator auspices facilitation".split())
DECISIONS = frozenset({"authorize", "restrict"})  # of a thing; whose the thing is says nothing of who may
NO_TARGET = frozenset(["outage", "test", "exercise", "doctrine", "decide", "mobilize", "propose", "protest", "vote", "withdraw"])
REPELLING = frozenset("repel repulse beat fend fight rebuff stop halt thwart throw hold blunt".split())
ASSAULTS = frozenset("attack assault attempt offensive counterattack counter-attack push advance breakthrough thrust incursion".split())
GIVING = frozenset(["transfer", "sell", "authorize", "launch", "sanction"])
AIMED = ("at", "against", "toward", "towards")
TOWARD = frozenset(["to", "for", "with", "on", "against", "at", "upon", "over", "into"])


def roles_of(trigger: Trigger, scene: Scene) -> tuple[ActorRole, ...]:
    """The actors among a trigger's arguments with their roles, in text order within a role."""
    frame, arguments = trigger.entry.frame, trigger.arguments
    agents = _agents(trigger, scene)
    if frame in MUTUAL:
        return _mutual(trigger, agents, scene)
    if frame == "intercept" and is_downing(trigger, scene):
        munitions = arguments.patients or arguments.agents
        owners = [owner for noun in munitions if (owner := scene.owner_of(noun)) is not None] or every(munitions, launchers, scene)
        return as_roles("initiator", owners)
    if frame in ("impact", "harm", "die"):
        by = agents if frame == "harm" else _owners(arguments.agents, scene, people=frame == "impact")
        return as_roles("initiator", by) + as_roles(
            "target", of_sides(every(arguments.patients, acted_on, scene) if frame != "die" else [], scene)
        )
    if frame == "under_attack":
        inner = [noun for word in trigger.words for prep, noun in obliques(word) if prep in ("from", "by")]
        by = of_phrases(trigger, ("from", "by"), acting, scene) or every(inner, acting, scene)
        return as_roles("target", agents) + as_roles("initiator", by)
    if frame == "arrive":
        return arrived(trigger, scene)
    if frame in ("receive", "buy"):
        return as_roles("initiator", givers(trigger, scene) or _makers(trigger, scene)) + as_roles("target", agents)
    if frame == "fall_to":
        return as_roles("initiator", of_phrases(trigger, ("to",), acting, scene))
    if frame == "clash":
        return _clash(trigger, agents, scene)
    if frame == "sight" or (frame == "deploy" and not agents):
        return as_roles("initiator", every(arguments.patients, acting, scene))  # "troops are stationed there"
    known = {actor for actor, _ in agents} if not arguments.agents else set()
    return as_roles("initiator", agents) + as_roles("target", [each for each in _targets(trigger, scene) if each[0] not in known])


def _agents(trigger: Trigger, scene: Scene) -> list[Party]:
    found = every(trigger.arguments.agents, acting, scene)
    if not found and trigger.entry.pos == "verb" and trigger.token.pos_ in ("NOUN", "PROPN"):
        found = every(trigger.arguments.agents, state_at, scene)  # a headline's verb, taken for a noun: "Norland Fires Rockets"
    if trigger.token.pos_ in ("NOUN", "PROPN") and not found and (owner := scene.owner_of(trigger.token)) is not None:
        return [owner]
    return found or fronted(trigger, scene) or announced(trigger, scene)


def _targets(trigger: Trigger, scene: Scene) -> list[Party]:
    frame, arguments = trigger.entry.frame, trigger.arguments
    if frame in NO_TARGET:
        return []
    patients = every(arguments.patients, parties if frame in DECISIONS else acted_on, scene) if frame != "launch" else []
    toward = ("from",) if frame == "capture" else tuple(TOWARD)
    aimed = of_phrases(trigger, AIMED, acted_on, scene) if frame == "launch" else []  # "fired at a Philippine boat"
    found = [*patients, *(aimed or of_phrases(trigger, toward, parties, scene))]
    found = found or beneath(trigger, acted_on, scene)
    if not found and frame in GIVING:
        found = every(arguments.patients, state_at, scene) + of_phrases(trigger, tuple(TOWARD), state_at, scene)
        found = found or beneath(trigger, state_at, scene)
    return of_sides(found, scene)


def _makers(trigger: Trigger, scene: Scene) -> list[Party]:
    """ "A contract with", "an order placed with": the company that sells."""
    named = [*of_phrases(trigger, ("with",), parties, scene), *beneath(trigger, parties, scene)]
    return [party for party in named if scene.kind_of.get(party[0]) == "company"]


def _mutual(trigger: Trigger, agents: list[Party], scene: Scene) -> tuple[ActorRole, ...]:
    """The sides of talks, agreements and exchanges, and those who brought them together."""
    around = trigger.arguments.obliques
    named = [noun for noun in trigger.arguments.patients if not scene.is_person(noun) or noun.ent_type_]
    sides = [*agents, *every(named, parties, scene), *of_phrases(trigger, tuple(SHARED), parties, scene)]
    brokers = [noun for prep, noun in around if (prep == "by" or prep in SHARED) and _mediates(noun)]
    brokers += [by for prep, noun in around if prep in VIA and noun.lemma_ in MEDIATING for near, by in obliques(noun) if near == "by"]
    mediators = every(brokers, parties, scene)
    return as_roles("participant", [side for side in sides if side not in mediators]) + as_roles("mediator", mediators)


def _mediates(noun: Token) -> bool:
    return any(up.lemma_ in MEDIATING for up in list(noun.ancestors)[:3])


def _is_assault(noun: Token, scene: Scene) -> bool:
    """ "12 attacks", "44 of 51 assaults"."""
    return any(scene.lemma(each) in ASSAULTS for each in (noun, *(inner for prep, inner in obliques(noun) if prep == "of")))


def _clash(trigger: Trigger, agents: list[Party], scene: Scene) -> tuple[ActorRole, ...]:
    """ "Clashes between A and B", "A clashed with B", "A and B clashed": the first named is the initiator; who repels is the target."""
    if trigger.token.lemma_ in REPELLING and any(_is_assault(noun, scene) for noun in trigger.arguments.patients):
        owners = [owner for noun in trigger.arguments.patients if (owner := scene.owner_of(noun)) is not None]
        return as_roles("initiator", owners) + as_roles("target", agents)
    between = of_phrases(trigger, ("between", "among", "of", "involving"), acting, scene)
    against = [*of_phrases(trigger, ("with", "against"), acting, scene), *every(trigger.arguments.patients, acted_on, scene)]
    sides = list(dict([*agents, *between]).items())
    if len(sides) > 1 and not against:
        return as_roles("initiator", sides[:1]) + as_roles("target", sides[1:2])
    return as_roles("initiator", sides) + as_roles("target", against)


def _owners(nouns: Iterable[Token], scene: Scene, *, people: bool) -> list[Party]:
    """Whose munitions they are that come down; where `people` count, also who drove them in."""
    own = [noun for noun in nouns if scene.weapon_of(noun) is not None or (people and scene.is_person(noun))]
    return [party for noun in own for party in acting(noun, scene)]


def without_self(roles: tuple[ActorRole, ...], frame: str = "") -> tuple[ActorRole, ...]:
    """Nobody attacks itself: who is initiator and target of one telling is its target; who gives does not get."""
    if (frame in GIVING or frame in DECISIONS) and frame != "launch":
        givers = {role.actor_id for role in roles if role.role == "initiator"}
        return tuple(role for role in roles if role.role != "target" or role.actor_id not in givers)
    targets = {role.actor_id for role in roles if role.role == "target"}
    return tuple(role for role in roles if role.role != "initiator" or role.actor_id not in targets)
