"""The weapons of an attack: the munitions that act, are launched or come down, the platforms struck, the means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newspkg.extract.events.arms.named import all_named, is_downing, modifiers, named, patients_of
from newspkg.extract.events.arms.weapon_counts import DEFENCE
from newspkg.extract.events.arms.weapon_roles import IN_FLIGHT, SINGLE_USE, intercepted, part_hit, part_launched, parts, with_role
from newspkg.extract.events.naming.entries import Trigger
from newspkg.extract.events.scene import Scene
from newspkg.extract.events.syntax import obliques
from newspkg.extract.tree import children
from newspkg.model import EventWeapon, WeaponMention

if TYPE_CHECKING:
    from spacy.tokens import Token

HITTING = frozenset("hit strike destroy damage flatten demolish gut level wreck shatter obliterate collapse".split())
PERISHING = frozenset("burn sink explode perish".split())
MISSES = frozenset("fly arrive fall burst come rain streak attack target".split())  # what these do is not said to hit
MEANS = frozenset(["with", "using", "by", "of", "from", "in", "aboard", "via"])


def struck(trigger: Trigger, scene: Scene) -> list[EventWeapon]:
    """The munitions that act, are launched or come down; the platforms and arms that are struck."""
    frame, lemma, agents = trigger.entry.frame, trigger.token.lemma_, trigger.arguments.agents
    hits = (frame == "impact" or lemma in HITTING) and (lemma not in MISSES or _lands_on_something(trigger, scene))
    found = [part_hit(*each) for each in parts(agents, scene) if hits]
    if frame == "launch":
        found += [part_launched(*each) for each in parts(patients_of(trigger), scene)]
    for weapon, noun in all_named(agents if frame != "die" else (), scene):
        if lemma in PERISHING and not trigger.arguments.patients and weapon.weapon_class not in SINGLE_USE:
            found.append(with_role(weapon, noun, "destroyed", scene))  # "a jet burned out on the airfield"
            continue
        found += [with_role(weapon, noun, "used", scene, hits=hits)] if weapon.weapon_class not in DEFENCE else []
    armed = bool(found) or any(scene.weapon_of(noun) for noun in agents)
    for weapon, noun in all_named(patients_of(trigger), scene):
        if frame == "impact" and armed and weapon.weapon_class not in SINGLE_USE:
            found.append(with_role(weapon, noun, "destroyed", scene))  # "a drone hit a warship"
        elif frame in ("launch", "impact"):
            found.append(with_role(weapon, noun, "used", scene, hits=hits))
        elif frame == "strike" and weapon.weapon_class in IN_FLIGHT and lemma == "destroy":
            found.append(intercepted(weapon, noun, scene))
        elif frame == "strike" and scene.weapon_of(noun) is None and (scene.facility_of(noun) is not None or is_with(noun, weapon, scene)):
            found.append(with_role(weapon, noun, "used", scene))  # "attacked a base with mortars"
        elif frame == "strike" and noun.dep_ != "pobj":
            found.append(with_role(weapon, noun, "destroyed", scene))
    return found


def is_with(noun: Token, weapon: WeaponMention, scene: Scene) -> bool:
    """ "Attacked the patrol with rifles": hung on what was attacked, though it says by what."""
    return any(prep in ("with", "using") and weapon in named(inner, scene) for prep, inner in obliques(noun))


def _lands_on_something(trigger: Trigger, scene: Scene) -> bool:
    """ "Fell on a block of flats", "on Kupiansk", not "fell in the sea"."""
    below = [noun for prep, noun in trigger.arguments.obliques if prep in ("on", "onto", "upon", "into", "through")]
    return any(scene.facility_of(noun) is not None or _is_spot(noun, scene) for noun in below)


def _is_spot(noun: Token, scene: Scene) -> bool:
    place = scene.place_at(noun)
    return place is not None and place.precision in ("site", "settlement", "district")


def _hits_with(prep: str, trigger: Trigger, scene: Scene) -> bool:
    """ "Hit the port with two missiles": a verb of hitting, what it hit, and the means."""
    is_done = trigger.token.pos_ == "VERB" and trigger.token.lemma_ in HITTING and prep in ("with", "using")
    return is_done and any(scene.facility_of(noun) is not None or _is_spot(noun, scene) for noun in trigger.arguments.patients)


def means(trigger: Trigger, scene: Scene) -> list[EventWeapon]:
    """With what it was done, and from what it was launched."""
    pairs = [pair for pair in trigger.arguments.obliques if trigger.entry.frame != "intercept" or pair[0] in ("with", "using")]
    if trigger.entry.frame == "launch":
        pairs += [pair for noun in trigger.arguments.patients for pair in obliques(noun)]
    if trigger.entry.frame == "intercept" and not is_downing(trigger, scene):
        pairs += [("by", noun) for noun in trigger.arguments.agents if trigger.arguments.patients]
    pairs += [("with", noun) for agent in trigger.arguments.agents for noun in _borne(agent)] if trigger.entry.frame != "intercept" else []
    stops = trigger.entry.frame == "intercept"
    return [
        with_role(weapon, noun, "used", scene, hits=_hits_with(prep, trigger, scene) or (prep == "by" and stops))
        for prep, noun in pairs
        if prep in MEANS
        for weapon in named(noun, scene)
        if weapon.weapon_class not in DEFENCE
    ]


def _borne(agent: Token) -> list[Token]:
    """What those who act are "armed with", "carrying", "wielding"."""
    clauses = [clause for clause in children(agent, "acl") if clause.lemma_ in ("arm", "carry", "wield", "equip")]
    return [
        noun for clause in clauses for noun in [*children(clause, "dobj"), *(each for prep, each in obliques(clause) if prep == "with")]
    ]


def by_modifier(trigger: Trigger, scene: Scene) -> list[EventWeapon]:
    """ "A drone attack", "a barrage of 40 missiles"."""
    return [
        with_role(weapon, noun, "used", scene) if noun.dep_ in ("pobj", "conj") else EventWeapon(weapon.weapon_id, "used", weapon.span)
        for noun in modifiers(trigger.token)
        if (weapon := scene.weapon_at(noun)) is not None and weapon.weapon_class not in DEFENCE
    ]
