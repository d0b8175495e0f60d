"""Which weapons a telling names, in which role and how many: fired, intercepted, hit, destroyed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from newspkg.extract.events.arms.weapon_counts import DEFENCE
from newspkg.extract.events.arms.weapon_join import once
from newspkg.extract.events.arms.weapon_lists import going_on
from newspkg.extract.events.arms.weapon_roles import (
    IN_FLIGHT,
    SINGLE_USE,
    intercepted,
    part_downed,
    part_hit,
    part_launched,
    parts,
    with_role,
)
from newspkg.extract.events.naming.entries import Trigger
from newspkg.extract.events.scene import Scene
from newspkg.extract.events.syntax import children, obliques
from newspkg.model import EventWeapon, WeaponMention
from newspkg.model.mention import WeaponRoleName

if TYPE_CHECKING:
    from spacy.tokens import Token

ROLE_OF_FRAME: dict[str, WeaponRoleName] = {
    "transfer": "transferred", "receive": "transferred", "arrive": "transferred", "buy": "transferred", "sell": "transferred",
    "authorize": "authorized", "restrict": "authorized", "deploy": "deployed", "test": "tested", "exercise": "deployed",
}  # fmt: skip
ATTACKS = frozenset(["strike", "launch", "impact", "intercept", "harm", "die", "under_attack", "open_fire", "clash", "capture"])
HITTING = frozenset("hit strike destroy damage flatten demolish gut level wreck shatter obliterate collapse".split())
MISSES = frozenset("fly arrive fall burst come rain streak attack target".split())  # what these do is not said to hit
MEANS = frozenset(["with", "using", "by", "of", "from", "in", "aboard", "via"])
LISTS = frozenset(["of", "with", "including", "involving", "like"])


def weapons_of(trigger: Trigger, scene: Scene) -> tuple[EventWeapon, ...]:
    """The weapons among a trigger's arguments, each once a role."""
    frame, arguments = trigger.entry.frame, trigger.arguments
    if frame in ROLE_OF_FRAME:
        nouns = (*arguments.patients, *arguments.agents, *(noun for _, noun in arguments.obliques), *modifiers(trigger.token))
        return once(with_role(weapon, noun, ROLE_OF_FRAME[frame], scene) for noun in nouns for weapon in named(noun, scene))
    if frame == "intercept":
        return once([*_downed(trigger, scene), *_means(trigger, scene)])
    return once([*_struck(trigger, scene), *_means(trigger, scene), *_by_modifier(trigger, scene)]) if frame in ATTACKS else ()


def is_downing(trigger: Trigger, scene: Scene) -> bool:
    """ "Shot down nine drones": what is told is the end of somebody else's attack, not an attack on a platform."""
    nouns = trigger.arguments.patients or trigger.arguments.agents
    weapons = [weapon for noun in nouns for weapon in named(noun, scene)]
    return trigger.entry.frame == "intercept" and (not weapons or any(weapon.weapon_class in IN_FLIGHT for weapon in weapons))


def _downed(trigger: Trigger, scene: Scene) -> list[EventWeapon]:
    """What was shot down: munitions in flight are intercepted, platforms destroyed."""
    nouns = _patients(trigger) or list(trigger.arguments.agents)
    found = [part_downed(*each) for each in parts(nouns, scene)]
    for weapon, noun in _all_named(nouns, scene):
        is_munition = weapon.weapon_class in IN_FLIGHT
        found.append(intercepted(weapon, noun, scene) if is_munition else with_role(weapon, noun, "destroyed", scene))
    return found


def _patients(trigger: Trigger) -> list[Token]:
    """What is acted on, with a second passive subject that the parser did not coordinate."""
    return list(dict.fromkeys([*trigger.arguments.patients, *children(trigger.token, "nsubjpass")]))


def _all_named(nouns: Iterable[Token], scene: Scene) -> list[tuple[WeaponMention, Token]]:
    return [(weapon, noun) for noun in nouns for weapon in named(noun, scene)]


def _struck(trigger: Trigger, scene: Scene) -> list[EventWeapon]:
    """The munitions that act, are launched or come down; the platforms and arms that are struck."""
    frame, lemma, agents = trigger.entry.frame, trigger.token.lemma_, trigger.arguments.agents
    hits = (frame == "impact" or lemma in HITTING) and (lemma not in MISSES or _lands_on_something(trigger, scene))
    found = [part_hit(*each) for each in parts(agents, scene) if hits]
    if frame == "launch":
        found += [part_launched(*each) for each in parts(_patients(trigger), scene)]
    for weapon, noun in _all_named(agents if frame != "die" else (), scene):
        found += [with_role(weapon, noun, "used", scene, hits=hits)] if weapon.weapon_class not in DEFENCE else []
    armed = bool(found) or any(scene.weapon_of(noun) for noun in agents)
    for weapon, noun in _all_named(_patients(trigger), scene):
        if frame == "impact" and armed and weapon.weapon_class not in SINGLE_USE:
            found.append(with_role(weapon, noun, "destroyed", scene))  # "a drone hit a warship"
        elif frame in ("launch", "impact"):
            found.append(with_role(weapon, noun, "used", scene, hits=hits))
        elif frame == "strike" and weapon.weapon_class in IN_FLIGHT and lemma == "destroy":
            found.append(intercepted(weapon, noun, scene))
        elif frame == "strike" and noun.dep_ != "pobj":
            found.append(with_role(weapon, noun, "destroyed", scene))
    return found


def _lands_on_something(trigger: Trigger, scene: Scene) -> bool:
    """ "Fell on a block of flats", not "fell in the sea"."""
    below = [noun for prep, noun in trigger.arguments.obliques if prep in ("on", "onto", "upon", "into", "through")]
    return any(scene.facility_of(noun) is not None for noun in below)


def _means(trigger: Trigger, scene: Scene) -> list[EventWeapon]:
    """With what it was done, and from what it was launched."""
    pairs = [pair for pair in trigger.arguments.obliques if trigger.entry.frame != "intercept" or pair[0] in ("with", "using")]
    if trigger.entry.frame == "launch":
        pairs += [pair for noun in trigger.arguments.patients for pair in obliques(noun)]
    if trigger.entry.frame == "intercept" and not is_downing(trigger, scene):
        pairs += [("by", noun) for noun in trigger.arguments.agents if trigger.arguments.patients]
    return [
        with_role(weapon, noun, "used", scene)
        for prep, noun in pairs
        if prep in MEANS
        for weapon in named(noun, scene)
        if weapon.weapon_class not in DEFENCE
    ]


def _by_modifier(trigger: Trigger, scene: Scene) -> list[EventWeapon]:
    """ "A drone attack", "a barrage of 40 missiles"."""
    return [
        with_role(weapon, noun, "used", scene) if noun.dep_ in ("pobj", "conj") else EventWeapon(weapon.weapon_id, "used", weapon.span)
        for noun in modifiers(trigger.token)
        if (weapon := scene.weapon_at(noun)) is not None and weapon.weapon_class not in DEFENCE
    ]


def named(noun: Token, scene: Scene) -> list[WeaponMention]:
    """The weapons of a noun phrase: by its head, and the others it lists after "of" or goes on with."""
    own, quantity = scene.weapon_of(noun), scene.quantity_of(noun)
    if own is None and quantity is not None and quantity.head is not None:
        own = scene.weapon_at(scene.doc[quantity.head])
    found = [own] if own is not None else []
    preps = children(noun, "prep")
    for prep in [*preps, *(inner for out in preps if out.lower_ == "out" for inner in children(out, "prep"))]:
        if prep.lower_ in LISTS:
            found += [weapon for inner in children(prep, "pobj") for token in _coordinated(inner) if (weapon := scene.weapon_at(token))]
    if found and noun.dep_ not in ("compound", "nmod"):
        found += going_on(found[-1], scene)
    return list({weapon.weapon_id: weapon for weapon in found}.values())


def _coordinated(noun: Token) -> list[Token]:
    found = [noun]
    for child in children(noun, "conj", "appos"):
        found += _coordinated(child)
    return found


def modifiers(token: Token) -> list[Token]:
    """The nouns that modify a noun: its compounds, and those after "of", "with", "involving"."""
    if token.pos_ not in ("NOUN", "PROPN"):
        return []
    found = children(token, "compound", "nmod", "amod")
    found += [each for child in list(found) for each in _coordinated(child) if each != child]
    for prep in children(token, "prep", "acl"):
        if prep.lower_ in ("of", "with", "by", "from", "using", "involving"):
            found += [each for noun in children(prep, "pobj", "dobj") for each in _coordinated(noun)]
    return found
