"""The place of a telling whose own sentence gives none: of its line's head, its paragraph, what caused it, the state attacked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from newspkg.extract.events.draft import Draft
from newspkg.extract.events.scene import Scene
from newspkg.extract.events.setting.headed import headed, only_places
from newspkg.extract.events.setting.where import as_event_place
from newspkg.model import EventPlace, PlaceMention, Span

Lines = Mapping[int, PlaceMention]
LOCAL = ("attack", "battle", "civil")  # types that happen somewhere
CAUSES = ("attack", "battle")
CLOSE = 2  # sentences from an attack to what followed from it


def placed(events: list[Draft], scene: Scene) -> list[Draft]:
    """An attack or battle told without a place is where its line's head or its paragraph last was, else where it next is."""
    heads, alone = headed(scene), only_places(scene)
    others = frozenset(event.place.span for event in events if event.place is not None and event.event_type not in LOCAL)
    events = [_placed(event, scene, heads, alone, others) for event in events]
    return [_where_caused(event, events, scene) for event in events]


def _placed(event: Draft, scene: Scene, heads: Lines, alone: Lines, others: frozenset[Span]) -> Draft:
    """Where the line was before, or is soon: but not where `others` are that only talk or decide."""
    if event.event_type not in LOCAL or event.place is not None:
        return event
    at, line = event.triggers[0].start, scene.paragraph[_first(event.triggers[0], scene)]
    here = scene.located.get(line, ()) if event.event_type != "civil" else ()
    before = [place for place in here if place.span.start < at]
    later = next((place for place in here if place.span not in others), None)
    near = before[-1] if before else heads.get(line) or later or (None if here else alone.get(line))
    return replace(event, place=as_event_place(near)) if near is not None else event


def _where_caused(event: Draft, events: list[Draft], scene: Scene) -> Draft:
    """What is cut, and who is moved or held, told without a place: where the attack just told of was."""
    if event.event_type != "civil" or event.place is not None:
        return event
    found = _last_cause(event, events, scene)
    return replace(event, place=found) if found is not None else event


def _last_cause(event: Draft, events: list[Draft], scene: Scene) -> EventPlace | None:
    here = scene.doc[_first(event.triggers[0], scene)]
    near: list[tuple[int, EventPlace]] = []
    for cause in events:
        if cause.event_type in CAUSES and cause.place is not None and cause.place.precision != "country":
            at = [token for span in cause.triggers if (token := _first(span, scene)) < here.i and _is_close(token, here.i, scene)]
            near += [(max(at), cause.place)] if at else []
    return max(near, key=lambda each: each[0])[1] if near else None


def _is_close(one: int, two: int, scene: Scene) -> bool:
    return scene.paragraph[one] == scene.paragraph[two] and scene.sentence[two] - scene.sentence[one] <= CLOSE


def _first(span: Span, scene: Scene) -> int:
    found = scene.doc.char_span(span.start, span.end, alignment_mode="expand")
    return found.start if found is not None else 0


def placed_by_target(event: Draft, scene: Scene) -> Draft:
    """An attack on a state, told without a place, is in that country."""
    if event.event_type != "attack" or event.place is not None:
        return event
    states = [role for role in event.roles if role.role == "target" and scene.kind_of.get(role.actor_id) == "state"]
    code = next((scene.country_of.get(role.actor_id) for role in states if not _is_of_people(role.span, scene)), None)
    country = next((place for place in scene.annotated.places if place.precision == "country" and place.country_code == code), None)
    return event if code is None or country is None else replace(event, place=as_event_place(country))


def _is_of_people(span: Span, scene: Scene) -> bool:
    """ "Two U.S. missionaries", "a Turkish drone": the nationality of persons and arms, who may be anywhere."""
    token = scene.doc[_first(span, scene)]
    noun = token.head
    is_adjective = token.dep_ in ("amod", "compound", "nmod") and noun.i > token.i
    return is_adjective and (scene.is_person(noun) or scene.weapon_of(noun) is not None)
