"""Counts told again: "35 were shot down", "strikes by 13 missiles were recorded at 19 places" after a barrage are of that barrage."""

from __future__ import annotations

from newspkg.extract.events.draft import Draft
from newspkg.extract.events.naming.subtype import DRONES, MISSILES
from newspkg.extract.events.scene import Scene

NEAR = 8  # sentences between a barrage and what became of its munitions
BARRAGE = ("missile_strike", "drone_strike", "combined_strike", "air_strike", "other_attack")


def recounts(told: Draft, new: Draft, scene: Scene) -> bool:
    """Whether a telling only counts munitions of a barrage told before: how many were stopped, how many got through."""
    if told.event_subtype not in BARRAGE or told.is_part or not _only_counts(new):
        return False
    if not 0 <= scene.sentence[new.token.i] - scene.sentence[told.token.i] <= NEAR:
        return False
    fired = {_family(scene.class_of.get(weapon.weapon_id, "")) for weapon in told.weapons if weapon.role == "used"} - {""}
    again = {_family(scene.class_of.get(weapon.weapon_id, "")) for weapon in new.weapons if weapon.role == "used"} - {""}
    return bool(again) and again <= fired and _most(told) >= _most(new)


def _only_counts(new: Draft) -> bool:
    """No place, side or toll of its own, and munitions that are counted."""
    own_place = new.place is not None and new.place.precision != "country"
    stops = new.trigger.entry.frame == "intercept"
    counted = stops or (new.token.pos_ == "NOUN" and new.token.tag_ == "NNS")
    return counted and not own_place and not new.actors("initiator") and not new.fatalities and not new.injured and _most(new) > 0


def _most(draft: Draft) -> int:
    """The largest number of munitions that a telling gives."""
    used = [weapon for weapon in draft.weapons if weapon.role == "used"]
    return max((number or 0 for w in used for number in (w.quantity, w.quantity_intercepted, w.quantity_hit)), default=0)


def _family(weapon_class: str) -> str:
    return "missile" if weapon_class in MISSILES else "drone" if weapon_class in DRONES else ""
