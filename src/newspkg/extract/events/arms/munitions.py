"""Which weapons a telling names, in which role and how many: fired, intercepted, hit, destroyed."""

from __future__ import annotations

from newspkg.extract.events.arms.named import all_named, modifiers, named, patients_of
from newspkg.extract.events.arms.struck import by_modifier, is_with, means, struck
from newspkg.extract.events.arms.weapon_counts import DEFENCE
from newspkg.extract.events.arms.weapon_join import once
from newspkg.extract.events.arms.weapon_roles import IN_FLIGHT, intercepted, part_destroyed, part_downed, parts, with_role
from newspkg.extract.events.naming.entries import Trigger
from newspkg.extract.events.scene import Scene
from newspkg.model import EventWeapon
from newspkg.model.filler import WeaponRoleName

ROLE_OF_FRAME: dict[str, WeaponRoleName] = {
    "transfer": "transferred", "receive": "transferred", "arrive": "transferred", "buy": "transferred", "sell": "transferred",
    "authorize": "authorized", "restrict": "authorized", "deploy": "deployed", "sight": "deployed", "test": "tested",
    "exercise": "deployed",
}  # fmt: skip
ATTACKS = frozenset(["strike", "launch", "impact", "intercept", "harm", "die", "under_attack", "open_fire", "clash", "capture"])


def weapons_of(trigger: Trigger, scene: Scene) -> tuple[EventWeapon, ...]:
    """The weapons among a trigger's arguments, each once a role."""
    frame, arguments = trigger.entry.frame, trigger.arguments
    if frame in ROLE_OF_FRAME:
        nouns = (*arguments.patients, *arguments.agents, *(noun for _, noun in arguments.obliques), *modifiers(trigger.token))
        return once(with_role(weapon, noun, ROLE_OF_FRAME[frame], scene) for noun in nouns for weapon in named(noun, scene))
    if frame == "intercept":
        return once([*_downed(trigger, scene), *means(trigger, scene)])
    return once([*struck(trigger, scene), *means(trigger, scene), *by_modifier(trigger, scene)]) if frame in ATTACKS else ()


def _downed(trigger: Trigger, scene: Scene) -> list[EventWeapon]:
    """What was shot down: munitions in flight are intercepted, platforms destroyed."""
    nouns = patients_of(trigger) or list(trigger.arguments.agents)
    found = [
        part_downed(bare, part) if scene.class_of.get(bare.weapon_id) in IN_FLIGHT else part_destroyed(bare, part)
        for bare, part in parts(nouns, scene)
    ]
    for weapon, noun in all_named(nouns, scene):
        if is_with(noun, weapon, scene):
            found += [with_role(weapon, noun, "used", scene)] if weapon.weapon_class not in DEFENCE else []
        else:
            is_munition = weapon.weapon_class in IN_FLIGHT
            found.append(intercepted(weapon, noun, scene) if is_munition else with_role(weapon, noun, "destroyed", scene))
    return found
