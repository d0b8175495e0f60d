"""The weapons of a telling that names none among its arguments: those of its sentence that no other telling uses."""

from __future__ import annotations

from dataclasses import replace

from newspkg.extract.events.draft import Draft
from newspkg.extract.events.scene import Scene
from newspkg.extract.events.weapon_counts import DEFENCE, token_at
from newspkg.extract.events.weapon_join import once
from newspkg.extract.events.weapon_roles import SINGLE_USE, with_role
from newspkg.model import Span

ANY_STRIKE = (None, "", "other_attack", "missile_strike", "drone_strike", "combined_strike", "air_strike", "shelling")


def armed(events: list[Draft], scene: Scene) -> list[Draft]:
    """Gives transfers all arms of their sentences, strikes without a weapon the munitions of theirs, where no other event tells of them."""
    taken = {weapon.span for event in events for weapon in event.weapons}
    told: dict[int, set[int]] = {}
    for number, event in enumerate(events):
        for span in event.triggers:
            told.setdefault(_sentence(span, scene), set()).add(number)
    return [_armed(event, {at for at, who in told.items() if who == {number}}, taken, scene) for number, event in enumerate(events)]


def _armed(event: Draft, sentences: set[int], taken: set[Span], scene: Scene) -> Draft:
    gives = event.event_type == "arms_transfer"
    if not gives and (event.event_type != "attack" or event.weapons or event.event_subtype not in ANY_STRIKE):
        return event
    free = [weapon for weapon in scene.weapons if weapon.span not in taken and _sentence(weapon.span, scene) in sentences]
    fit = [weapon for weapon in free if (gives or weapon.weapon_class in SINGLE_USE) and (gives or weapon.weapon_class not in DEFENCE)]
    found = [with_role(weapon, noun, "transferred" if gives else "used", scene) for weapon in fit if (noun := token_at(weapon.span, scene))]
    return replace(event, weapons=once((*event.weapons, *found))) if found else event


def _sentence(span: Span, scene: Scene) -> int:
    token = token_at(span, scene)
    return scene.sentence[token.i] if token is not None else -1
