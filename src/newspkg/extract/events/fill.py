"""What the context makes plain of an event: its date, its place, its attacker, its target."""

from __future__ import annotations

from collections.abc import Mapping

from newspkg.extract.events.arms.fill_weapons import armed
from newspkg.extract.events.draft import Draft
from newspkg.extract.events.scene import Scene
from newspkg.extract.events.setting.fill_dates import dated
from newspkg.extract.events.setting.fill_places import placed, placed_by_target
from newspkg.extract.events.sides.blame import with_blamed
from newspkg.extract.events.sides.deliveries import with_denier
from newspkg.extract.events.sides.giving import with_receivers, with_states
from newspkg.extract.events.sides.held import with_forces_held
from newspkg.extract.events.sides.opponents import with_opponents
from newspkg.extract.events.sides.shooters import with_shot_at
from newspkg.extract.events.sides.sides import fights, with_holder, with_initiators, with_target_of_attacker, with_target_of_place


def filled(events: list[Draft], scene: Scene, foes: Mapping[str, str]) -> list[Draft]:
    """The events that say something, with what the context adds; `foes` gives the attacker of an attacked country."""
    events = placed([with_states(with_denier(event, scene), scene) for event in dated(armed(events, scene), scene)], scene)
    events, contested = with_blamed([with_target_of_place(event, scene) for event in events], scene)
    events = [with_target_of_place(event, scene) for event in with_initiators(events, scene, foes, contested)]
    attackers, struck = fights(events, scene)
    events = [with_shot_at(event, attackers, scene) for event in events]
    events = [with_target_of_attacker(event, scene, foes, attackers, struck) for event in events if _says_something(event)]
    events = [with_forces_held(with_holder(event, scene, foes, attackers, struck), scene, attackers, struck) for event in events]
    events = with_opponents(with_receivers(events, scene), scene, foes)
    return [placed_by_target(event, scene) for event in events]


def _says_something(event: Draft) -> bool:
    """Not a word alone: an attack has somebody, somewhere, a toll or a weapon."""
    told = event.roles or event.place or event.fatalities or event.injured or event.weapons
    return event.event_type != "attack" or event.is_firm or bool(told)
