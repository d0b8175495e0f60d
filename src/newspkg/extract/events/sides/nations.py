"""For whom an adjective of nationality stands: forces where arms speak, the state where it decides or talks; nobody where none is known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from newspkg.extract.events.draft import Draft
from newspkg.extract.events.scene import Scene
from newspkg.extract.tree import children
from newspkg.model import ActorRole

if TYPE_CHECKING:
    from spacy.tokens import Token

CIVIL = ("arms_transfer", "policy", "diplomacy")
NATIONS = ("NORP", "GPE", "ORG")


def of_nations(roles: tuple[ActorRole, ...], event_type: str, scene: Scene) -> tuple[ActorRole, ...]:
    """The roles, with forces that only an adjective stands for put down as their state; they drop out where the article has no state."""
    return tuple(_of_nations(roles, scene)) if event_type in CIVIL else roles


def _of_nations(roles: tuple[ActorRole, ...], scene: Scene) -> Iterator[ActorRole]:
    named = {mention.span for mention in scene.actors}
    for role in roles:
        if scene.kind_of.get(role.actor_id) != "military" or role.span in named:
            yield role
        elif (state := scene.state_of(scene.country_of.get(role.actor_id))) is not None:
            yield replace(role, actor_id=state)


def is_of_unknown(event: Draft, scene: Scene) -> bool:
    """ "A Houthi missile" in an article that names no Houthis: whose it is is said, and is nobody's of the article."""
    arms = [noun for noun in event.trigger.arguments.agents if scene.weapon_of(noun) is not None]
    return any(scene.owner_of(noun) is None and _has_nation(noun, scene) for noun in [*arms, event.token])


def _has_nation(noun: Token, scene: Scene) -> bool:
    before = [child for child in children(noun, "amod", "compound", "nmod") if child.i < noun.i]
    return any(
        child.ent_type_ in NATIONS and child.text[:1].isupper() and scene.weapon_at(child) is None and scene.place_at(child) is None
        for child in before
    )
