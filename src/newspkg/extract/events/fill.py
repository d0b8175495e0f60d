"""What the context makes plain of an event: its date, its attacker, its target."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from newspkg.extract.events.draft import Draft
from newspkg.extract.events.scene import Scene
from newspkg.extract.events.when_where import as_event_date, as_event_place
from newspkg.model import ActorRole, EventDate, Span

NEWS_DAYS = 10


def filled(events: list[Draft], scene: Scene, foes: Mapping[str, str]) -> list[Draft]:
    events = [_placed(event, scene) for event in _dates(events, scene)]
    events = [_target_from_place(event, scene) for event in events]
    events = [_target_from_place(event, scene) for event in _initiators(events, scene, foes)]
    return [_placed_by_target(_target_from_attacker(event, scene, foes), scene) for event in events if _says_something(event)]


def _says_something(event: Draft) -> bool:
    """Not a word alone: an attack has somebody, somewhere, a toll or a weapon."""
    return event.event_type != "attack" or event.is_firm or bool(event.roles or event.place or event.fatalities or event.injured or event.weapons)


def _dates(events: list[Draft], scene: Scene) -> list[Draft]:
    """An undated telling happens on the day its paragraph, else its article, is about; not where its verb looks back."""
    lead = _lead([event.date for event in events if event.date is not None and event.date.precision == "day"], scene)
    found = []
    for event in events:
        if event.date is None and event.factuality == "actual" and not _looks_back(event):
            event = replace(event, date=_date_near(event, events, scene) or lead)
        found.append(event)
    return found


def _lead(dates: list[EventDate], scene: Scene) -> EventDate | None:
    """The first date that is news on the day of publication; the first of all where the article has no date."""
    today = scene.annotated.document.article.published_on
    told = [
        date
        for mention in scene.annotated.dates
        if mention.precision == "day" and (date := as_event_date(mention, scene.annotated.text)) is not None
    ]
    return next((date for date in [*dates, *(told if today else ())] if today is None or abs((today - date.start).days) <= NEWS_DAYS), None)


def _date_near(event: Draft, events: list[Draft], scene: Scene):  # type: ignore[no-untyped-def]
    line = scene.paragraph[scene.doc.char_span(event.triggers[0].start, event.triggers[0].end, alignment_mode="expand")[0].i]  # type: ignore[index]
    same = [
        other for other in events if other.date is not None and other.date.precision == "day" and scene.paragraph[other.token.i] == line
    ]
    before = [other.date for other in same if other.triggers[0].start < event.triggers[0].start]
    return before[-1] if before else (same[0].date if same else None)


def _placed(event: Draft, scene: Scene) -> Draft:
    """An attack or battle told without a place is where its paragraph last was, else where it next is."""
    if event.event_type not in ("attack", "battle") or event.place is not None:
        return event
    at = event.triggers[0].start
    found = scene.doc.char_span(at, event.triggers[0].end, alignment_mode="expand")
    line = scene.paragraph[found[0].i] if found is not None else -1
    here = scene.located.get(line, ())
    before = [place for place in here if place.span.start < at]
    near = before[-1] if before else (here[0] if here else None)
    return replace(event, place=as_event_place(near)) if near is not None else event


def _target_from_attacker(event: Draft, scene: Scene, foes: Mapping[str, str]) -> Draft:
    """An attack that tells neither target nor place is on the enemy of its attacker."""
    if event.event_type != "attack" or event.place is not None or event.actors("target"):
        return event
    own = next((scene.country_of.get(actor) for actor in event.actors("initiator")), None)
    state = scene.state_of(foes.get(own or ""))
    span = _mention_of(state, scene) if state else None
    return event if state is None or span is None else replace(event, roles=(*event.roles, ActorRole(state, "target", span)))


def _placed_by_target(event: Draft, scene: Scene) -> Draft:
    """An attack on a state, told without a place, is in that country."""
    if event.event_type != "attack" or event.place is not None:
        return event
    code = next((scene.country_of.get(actor) for actor in event.actors("target") if scene.kind_of.get(actor) == "state"), None)
    country = next((place for place in scene.annotated.places if place.precision == "country" and place.country_code == code), None)
    return event if code is None or country is None else replace(event, place=as_event_place(country))


def _looks_back(event: Draft) -> bool:
    token = event.trigger.token
    return any(child.dep_ == "aux" and child.lower_ in ("had", "has", "have") for child in token.children) and event.event_type not in (
        "attack",
    )


def _target_from_place(event: Draft, scene: Scene) -> Draft:
    """The target of an attack whose target is not said is the state of the place."""
    if event.event_type != "attack" or event.actors("target") or event.place is None:
        return event
    state = scene.state_of(event.place.country_code)
    own = {scene.country_of.get(actor) for actor in event.actors("initiator")}
    if state is None or event.place.country_code in own:
        return event
    return replace(event, roles=(*event.roles, ActorRole(state, "target", event.place.span)))


def _initiators(events: list[Draft], scene: Scene, foes: Mapping[str, str]) -> list[Draft]:
    """Where the article knows one enemy of a side only, an attack on that side without an attacker is that one's."""
    enemies = _enemies(events, scene)
    for attacked, foe in foes.items():
        if not enemies[attacked] and (span := _mention_of(foe, scene)) is not None:
            enemies[attacked] = {foe: span}
    found = []
    for event in events:
        side = _attacked(event, scene)
        if (
            event.event_type == "attack"
            and not event.actors("initiator")
            and side
            and event.event_subtype in PLAIN
            and len(enemies[side]) == 1
        ):
            enemy, span = next(iter(enemies[side].items()))
            actor = scene.side_of(enemy) or (enemy if enemy in scene.kind_of else None)
            if actor is not None:
                event = replace(event, roles=(ActorRole(actor, "initiator", span), *event.roles))
        found.append(event)
    return found


def _enemies(events: list[Draft], scene: Scene) -> dict[str, dict[str, Span]]:
    """For each side (a country, else a group) those who attack it in the article; where nobody does, those whom it attacks."""
    attackers: dict[str, dict[str, Span]] = defaultdict(dict)
    attacked: dict[str, dict[str, Span]] = defaultdict(dict)
    for event in events:
        first = next((role for role in event.roles if role.role == "initiator"), None)
        other = _attacked(event, scene)
        if event.event_type not in ("attack", "battle") or first is None or not other:
            continue
        side = scene.country_of.get(first.actor_id) or first.actor_id
        if side != other:
            attackers[other].setdefault(side, first.span)
            attacked[side].setdefault(other, first.span)
    for side, others in attacked.items():
        if not attackers[side]:
            attackers[side] = {other: span for other in others if (span := _mention_of(other, scene)) is not None}
    return attackers


def _mention_of(side: str, scene: Scene) -> Span | None:
    """The first mention of a country's forces or state, or of a group."""
    actor = scene.side_of(side) or side
    return next((mention.span for mention in scene.actors if mention.actor_id == actor), None)


PLAIN = (None, "missile_strike", "drone_strike", "combined_strike", "air_strike", "shelling", "other_attack")


def _attacked(event: Draft, scene: Scene) -> str | None:
    target = next(iter(event.actors("target")), None)
    if target is not None:
        return scene.country_of.get(target) or target
    return event.place.country_code if event.place is not None else None
