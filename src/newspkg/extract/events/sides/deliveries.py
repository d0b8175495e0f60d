"""Who gives and who gets arms that come, are got, or are said never to have been sent."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newspkg.extract.events.draft import Draft
from newspkg.extract.events.naming.entries import Trigger
from newspkg.extract.events.scene import Scene
from newspkg.extract.events.sides.parties import Party, acted_on, launchers, parties, state_at
from newspkg.extract.events.sides.picked import as_roles, every, of_phrases, of_sides
from newspkg.extract.events.syntax import obliques, subject
from newspkg.model import ActorRole

if TYPE_CHECKING:
    from spacy.tokens import Token

DENYING = frozenset(["deny", "reject", "dispute", "refute"])
HOPS = 4  # verbs above a telling among which the one that denies is looked for


def arrived(trigger: Trigger, scene: Scene) -> tuple[ActorRole, ...]:
    """ "Tanks given by Norway reached Ukraine": from whom they come, whose they are; in which country they are now."""
    arms, to = trigger.arguments.agents, ("in", "to", "at", "into")
    givers = of_phrases(trigger, ("from",), giver, scene) or every(arms, launchers, scene)
    givers = givers or [owner for noun in arms if (owner := scene.owner_of(noun)) is not None]
    receivers = every(trigger.arguments.patients, acted_on, scene) or of_phrases(trigger, to, parties, scene)
    receivers = receivers or every(trigger.arguments.patients, state_at, scene) or of_phrases(trigger, to, state_at, scene)
    return as_roles("initiator", givers) + as_roles("target", of_sides(receivers, scene))


def givers(trigger: Trigger, scene: Scene) -> list[Party]:
    """From whom something is got: "from Germany", after the verb or after what is got."""
    below = [noun for what in trigger.arguments.patients for prep, noun in obliques(what) if prep == "from"]
    return of_phrases(trigger, ("from",), giver, scene) or every(below, giver, scene)


def giver(noun: Token, scene: Scene) -> list[Party]:
    return parties(noun, scene) or state_at(noun, scene)


def with_denier(event: Draft, scene: Scene) -> Draft:
    """ "Minsk denies that any shells were sent to them": who denies a delivery of nobody named is who would have made it."""
    if event.event_type != "arms_transfer" or event.factuality != "denied" or event.actors("initiator"):
        return event
    verb = next((up for up in list(event.token.ancestors)[:HOPS] if up.lemma_ in DENYING), None)
    who = subject(verb) if verb is not None else None
    found = [party for party in parties(who, scene) if party[0] not in event.actors("target")] if who is not None else []
    return replace(event, roles=(*as_roles("initiator", found[:1]), *event.roles))
