"""Which classes a noun can stand for: "missile" for any kind of missile, "drone" for any kind of drone."""

from __future__ import annotations

MISSILES = frozenset(
    (
        "ballistic_missile",
        "cruise_missile",
        "hypersonic_missile",
        "anti_ship_missile",
        "anti_tank_missile",
        "air_to_surface_missile",
        "air_to_air_missile",
        "missile",
    )
)
NARROWER = {
    "missile": MISSILES | {"air_defence"},
    "ballistic_missile": frozenset({"anti_ship_missile", "hypersonic_missile"}),
    "cruise_missile": frozenset({"anti_ship_missile", "hypersonic_missile"}),
    "anti_ship_missile": frozenset({"cruise_missile", "ballistic_missile"}),
    "drone": frozenset({"attack_drone", "combat_drone", "naval_drone"}),
    "attack_drone": frozenset({"combat_drone", "naval_drone"}),
    "combat_drone": frozenset({"attack_drone"}),
    "bomb": frozenset({"guided_bomb", "cluster_munition", "explosive_device"}),
    "combat_aircraft": frozenset({"support_aircraft"}),
    "warship": frozenset({"submarine"}),
    "air_defence": frozenset({"missile"}),
    "artillery": frozenset({"rocket_artillery"}),
    "explosive_device": frozenset({"bomb", "mine"}),
}
BY_NOUN = {
    "launcher": MISSILES | {"air_defence", "rocket_artillery"},
    "rocket": frozenset({"rocket_artillery", "missile", "ballistic_missile", "anti_tank_missile"}),
    "weapon": MISSILES
    | {
        "chemical_weapon",
        "nuclear_weapon",
        "cluster_munition",
        "mine",
        "air_defence",
        "rocket_artillery",
        "guided_bomb",
        "bomb",
        "attack_drone",
        "artillery",
    },
    "type": MISSILES | {"attack_drone", "combat_drone", "guided_bomb"},
    "munition": MISSILES | {"guided_bomb", "attack_drone", "cluster_munition"},
    "shell": frozenset({"artillery"}),
    "gun": frozenset({"artillery", "air_defence"}),
    "aircraft": frozenset({"combat_aircraft", "support_aircraft", "helicopter"}),
    "projectile": MISSILES,
    "device": frozenset({"explosive_device", "mine"}),
    "mine": frozenset({"mine"}),
    "carrier": frozenset({"warship"}),
}


def compatible(noun_class: str, weapon_class: str, noun: str = "") -> bool:
    """Whether a noun of `noun_class` can be said of a weapon of `weapon_class`."""
    return noun_class == weapon_class or weapon_class in NARROWER.get(noun_class, ()) or weapon_class in BY_NOUN.get(noun, ())
