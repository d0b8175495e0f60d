"""The weapons that a noun phrase names: by its head, in its lists, before it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from newspkg.extract.events.arms.weapon_lists import going_on
from newspkg.extract.events.arms.weapon_roles import IN_FLIGHT
from newspkg.extract.events.naming.entries import Trigger
from newspkg.extract.events.scene import Scene
from newspkg.extract.events.syntax import phrase
from newspkg.extract.tree import children
from newspkg.model import WeaponMention

if TYPE_CHECKING:
    from spacy.tokens import Token

LISTS = frozenset(["of", "with", "including", "involving", "like"])


def named(noun: Token, scene: Scene) -> list[WeaponMention]:
    """The weapons of a noun phrase: by its head, and the others it lists after "of" or goes on with."""
    own, quantity = scene.weapon_of(noun), scene.quantity_of(noun)
    if own is None and quantity is not None and quantity.head is not None:
        own = scene.weapon_at(scene.doc[quantity.head])
    found = [own] if own is not None else []
    preps = children(noun, "prep")
    for prep in [*preps, *(inner for out in preps if out.lower_ == "out" for inner in children(out, "prep"))]:
        if prep.lower_ in LISTS:
            found += [weapon for inner in children(prep, "pobj") for token in coordinated(inner) if (weapon := scene.weapon_at(token))]
    if found and noun.dep_ not in ("compound", "nmod"):
        found += [*going_on(found[-1], scene), *_before(noun, scene)]
    return list({weapon.weapon_id: weapon for weapon in found}.values())


def _before(noun: Token, scene: Scene) -> list[WeaponMention]:
    """The weapons that share a noun: "F-35 and F-15 jets"."""
    left = [token for token in phrase(noun) if token.i < noun.i]
    last = max((token.i for token in left if token.lower_ in ("and", "or", "/")), default=-1)
    return [weapon for token in left if token.i < last and (weapon := scene.weapon_at(token)) is not None]


def coordinated(noun: Token) -> list[Token]:
    found = [noun]
    for child in children(noun, "conj", "appos"):
        found += coordinated(child)
    return found


def modifiers(token: Token) -> list[Token]:
    """The nouns that modify a noun: its compounds, and those after "of", "with", "involving"."""
    if token.pos_ not in ("NOUN", "PROPN"):
        return []
    found = children(token, "compound", "nmod", "amod")
    found += [each for child in list(found) for each in coordinated(child) if each != child]
    for prep in children(token, "prep", "acl"):
        if prep.lower_ in ("of", "with", "by", "from", "using", "involving"):
            found += [each for noun in children(prep, "pobj", "dobj") for each in coordinated(noun)]
    return found


def patients_of(trigger: Trigger) -> list[Token]:
    """What is acted on, with a second passive subject that the parser did not coordinate."""
    return list(dict.fromkeys([*trigger.arguments.patients, *children(trigger.token, "nsubjpass")]))


def all_named(nouns: Iterable[Token], scene: Scene) -> list[tuple[WeaponMention, Token]]:
    return [(weapon, noun) for noun in nouns for weapon in named(noun, scene)]


def is_downing(trigger: Trigger, scene: Scene) -> bool:
    """ "Shot down nine drones": what is told is the end of somebody else's attack, not an attack on a platform."""
    nouns = trigger.arguments.patients or trigger.arguments.agents
    weapons = [weapon for noun in nouns for weapon in named(noun, scene)]
    return trigger.entry.frame == "intercept" and (not weapons or any(weapon.weapon_class in IN_FLIGHT for weapon in weapons))
