"""The kind of an attack, from the weapons used in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from newspkg.extract.events.naming.entries import Trigger
from newspkg.extract.events.scene import Scene
from newspkg.extract.tree import children

MISSILES = frozenset(
    [
        "ballistic_missile",
        "cruise_missile",
        "hypersonic_missile",
        "anti_ship_missile",
        "anti_tank_missile",
        "air_to_surface_missile",
        "missile",
        "air_defence",
        "air_to_air_missile",
    ]
)
DRONES = frozenset(["attack_drone", "combat_drone", "naval_drone", "drone"])
BOMBS = frozenset(["guided_bomb", "bomb"])
AIRCRAFT = frozenset(["combat_aircraft", "helicopter"])
GUNS = frozenset(["artillery", "rocket_artillery", "cluster_munition", "tank"])
AIRBORNE = AIRCRAFT | DRONES | {"guided_bomb", "support_aircraft"}
HEAVY = DRONES | BOMBS | AIRCRAFT | GUNS | {"warship"}


def attack_subtype(classes: Iterable[str], stated: str | None) -> str:
    """The codebook's subtype of an attack: as its trigger states it, else by the classes of the weapons used."""
    used = set(classes)
    drones, missiles, guns = bool(used & DRONES), bool(used & MISSILES), bool(used & GUNS)
    bombs, aircraft = bool(used & BOMBS), bool(used & AIRCRAFT)
    if stated in ("armed_assault", "killing_of_civilians", "sabotage", "bombing"):
        return stated
    if drones + missiles + bombs + guns > 1:
        return "combined_strike"
    for seen, subtype in ((drones, "drone_strike"), (missiles, "missile_strike"), (guns, "shelling")):
        if seen:
            return subtype
    if stated:
        return stated
    if bombs or aircraft:
        return "air_strike"
    if used & {"explosive_device", "mine"}:
        return "bombing"
    if used & {"small_arms"}:
        return "armed_assault"
    return "other_attack"


def is_planted(trigger: Trigger, scene: Scene) -> bool:
    """ "A bomb in Quetta killed 25": one that nobody dropped, in an article without aircraft."""
    if AIRBORNE.intersection(scene.class_of.values()):
        return False
    return any(
        scene.lemma(noun) == "bomb" and noun.tag_ == "NN" and bool(children(noun, "det")) and scene.owner_of(noun) is None
        for noun in trigger.arguments.agents
    )


def carried(trigger: Trigger, scene: Scene) -> frozenset[str]:
    """The munitions that a drone let go: "a missile fired by a drone", "a drone dropped two grenades"."""
    arguments = trigger.arguments
    if trigger.entry.frame not in ("launch", "impact", "open_fire"):
        return frozenset()
    sources = [*arguments.agents, *(noun for prep, noun in arguments.obliques if prep in ("by", "from"))]
    if not any(weapon is not None and weapon.weapon_class in DRONES for weapon in map(scene.weapon_of, sources)):
        return frozenset()
    loads = [*arguments.patients, *(noun for prep, noun in arguments.obliques if prep == "with")]
    found = {weapon.weapon_id for noun in loads if (weapon := scene.weapon_of(noun)) is not None and weapon.weapon_class not in DRONES}
    return frozenset(found)


def used_classes(weapon_ids: Iterable[str], class_of: Mapping[str, str]) -> list[str]:
    return [class_of[weapon] for weapon in weapon_ids if weapon in class_of]
