"""What the parser is shown for names of weapons that its model never saw."""

from __future__ import annotations

import re

from newspkg.specs import Codelists, listed

NOUN = {
    "combat_aircraft": "jet",
    "support_aircraft": "plane",
    "helicopter": "helicopter",
    "tank": "tank",
    "armoured_vehicle": "truck",
    "warship": "ship",
    "submarine": "submarine",
    "attack_drone": "drone",
    "combat_drone": "drone",
    "naval_drone": "boat",
    "drone": "drone",
    "artillery": "gun",
    "small_arms": "rifle",
    "mine": "bomb",
    "guided_bomb": "bomb",
    "bomb": "bomb",
    "cluster_munition": "bomb",
    "radar": "radar",
    "rocket_artillery": "rocket",
    "air_defence": "missile",
}
DESIGNATION = re.compile(r"[A-Z][A-Za-z]{0,4}-?\d{1,4}[A-Z]{0,3}\d?")


def stand_ins(codelists: Codelists) -> dict[str, str]:
    """Lower-cased tokens of weapon names that are no ordinary words, to plain nouns of the same use: "atacms" to "missile".

    Names that are ordinary words too ("Patriot") stay: the model knows them.
    """
    shown: dict[str, str] = {}
    for row in codelists.rows("weapon_systems"):
        noun = NOUN.get(row["weapon_class"], "missile")
        for name in (row["name"], *listed(row["aliases"])):
            if DESIGNATION.fullmatch(name) or (row["context"] == "safe" and name.isalpha() and len(name) > 3):
                shown.setdefault(name.lower(), noun)
                shown.setdefault(name.lower() + "s", noun + "s")
    return shown
