"""The kind of an attack, from the weapons used in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

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
GUNS = frozenset(["artillery", "rocket_artillery", "cluster_munition"])


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


def used_classes(weapon_ids: Iterable[str], class_of: Mapping[str, str]) -> list[str]:
    return [class_of[weapon] for weapon in weapon_ids if weapon in class_of]
