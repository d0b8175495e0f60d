"""Weapons listed one after another."""

from __future__ import annotations

from newspkg.extract.events.scene import Scene
from newspkg.model import WeaponMention

JOINTS = frozenset([",", "and", "&", "plus", "or"])
PARTS = ("NUM", "ADJ", "DET", "NOUN", "PROPN", "ADV", "ADP")  # what may stand in a noun phrase of a list
REACH = 9  # tokens from one weapon of a list to the next


def going_on(weapon: WeaponMention, scene: Scene) -> list[WeaponMention]:
    """The weapons that a list goes on with: "45 drones, 12 cruise missiles and a dozen rockets"."""
    span = scene.doc.char_span(weapon.span.start, weapon.span.end, alignment_mode="expand")
    found: list[WeaponMention] = []
    at = span.end if span is not None else len(scene.doc)
    while (after := _next_listed(at, scene)) is not None:
        other, at = after
        found.append(other)
    return found


def _next_listed(at: int, scene: Scene) -> tuple[WeaponMention, int] | None:
    joint = False
    for token in scene.doc[at : at + REACH]:
        if (weapon := scene.weapon_at(token)) is not None and joint:
            end = scene.doc.char_span(weapon.span.start, weapon.span.end, alignment_mode="expand")
            return (weapon, end.end) if end is not None else None
        joint = joint or token.lower_ in JOINTS
        if token.is_sent_start or not (token.lower_ in JOINTS or token.pos_ in PARTS):
            return None
        if token.pos_ in ("NOUN", "PROPN") and not joint:
            return None
    return None
