"""What the context makes plain of an event: its date, its place, its attacker, its target."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from newspkg.extract.events.arms.fill_weapons import armed
from newspkg.extract.events.draft import Draft
from newspkg.extract.events.scene import Scene
from newspkg.extract.events.setting.fill_dates import dated
from newspkg.extract.events.setting.headed import headed, only_places
from newspkg.extract.events.setting.where import as_event_place
from newspkg.extract.events.sides.blame import with_blamed
from newspkg.extract.events.sides.giving import with_receivers, with_states
from newspkg.extract.events.sides.opponents import with_opponents
from newspkg.extract.events.sides.sides import fights, with_holder, with_initiators, with_target_of_attacker, with_target_of_place
from newspkg.model import PlaceMention

Lines = Mapping[int, PlaceMention]
LOCAL = ("attack", "battle", "civil")  # types that happen somewhere


def filled(events: list[Draft], scene: Scene, foes: Mapping[str, str]) -> list[Draft]:
    """The events that say something, with what the context adds; `foes` gives the attacker of an attacked country."""
    heads, alone = headed(scene), only_places(scene)
    events = [_placed(with_states(event, scene), scene, heads, alone) for event in dated(armed(events, scene), scene)]
    events, contested = with_blamed([with_target_of_place(event, scene) for event in events], scene)
    events = [with_target_of_place(event, scene) for event in with_initiators(events, scene, foes, contested)]
    attackers, struck = fights(events, scene)
    events = [with_target_of_attacker(event, scene, foes, attackers, struck) for event in events if _says_something(event)]
    events = [with_holder(event, scene, foes, attackers, struck) for event in events]
    events = with_opponents(with_receivers(events, scene), scene)
    return [_placed_by_target(event, scene) for event in events]


def _says_something(event: Draft) -> bool:
    """Not a word alone: an attack has somebody, somewhere, a toll or a weapon."""
    told = event.roles or event.place or event.fatalities or event.injured or event.weapons
    return event.event_type != "attack" or event.is_firm or bool(told)


def _placed(event: Draft, scene: Scene, heads: Lines, alone: Lines) -> Draft:
    """An attack or battle told without a place is where its line's head or its paragraph last was, else where it next is."""
    if event.event_type not in LOCAL or event.place is not None:
        return event
    at = event.triggers[0].start
    found = scene.doc.char_span(at, event.triggers[0].end, alignment_mode="expand")
    line = scene.paragraph[found[0].i] if found is not None else -1
    here = scene.located.get(line, ()) if event.event_type != "civil" else ()
    before = [place for place in here if place.span.start < at]
    near = before[-1] if before else heads.get(line) or (here[0] if here else alone.get(line))
    return replace(event, place=as_event_place(near)) if near is not None else event


def _placed_by_target(event: Draft, scene: Scene) -> Draft:
    """An attack on a state, told without a place, is in that country."""
    if event.event_type != "attack" or event.place is not None:
        return event
    code = next((scene.country_of.get(actor) for actor in event.actors("target") if scene.kind_of.get(actor) == "state"), None)
    country = next((place for place in scene.annotated.places if place.precision == "country" and place.country_code == code), None)
    return event if code is None or country is None else replace(event, place=as_event_place(country))
