"""Munitions told one by one, right after the attack in which they came: "a volley of missiles .. two Iskanders slammed into a plant"."""

from __future__ import annotations

from newspkg.extract.events.draft import Draft
from newspkg.extract.events.scene import Scene

FAMILIES = ("missile", "drone", "artillery", "bomb")  # what the names of classes of one family have in common
SOON = 3  # sentences


def is_detail_of(event: Draft, new: Draft, scene: Scene) -> bool:
    """Whether a telling without place and day names only such arms as the attack on a place shortly before it."""
    if event.event_type != "attack" or new.event_type != "attack" or event.place is None or event.place.precision == "country":
        return False
    gap = scene.sentence[new.token.i] - scene.sentence[event.token.i]
    arms = _families(new, scene)
    return 0 < gap <= SOON and event.factuality == new.factuality == "actual" and bool(arms) and arms <= _families(event, scene)


def _families(event: Draft, scene: Scene) -> set[str]:
    classes = {scene.class_of.get(weapon.weapon_id, "") for weapon in event.weapons if weapon.role == "used"}
    return {next((family for family in FAMILIES if family in each), each) for each in classes}
