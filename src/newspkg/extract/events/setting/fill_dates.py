"""The date of a telling whose own sentence gives none: of its entry's label, its paragraph, else of the article's news."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from newspkg.extract.events.draft import Draft
from newspkg.extract.events.scene import Scene
from newspkg.extract.events.setting.by_event import by_event
from newspkg.extract.events.setting.labels import labels
from newspkg.extract.events.setting.told import first, lead_of, near, told_last
from newspkg.extract.events.setting.when_relative import points_back, relative
from newspkg.model import EventDate

HERE_AND_NOW = ("civil",)  # types told of today in the perfect: "power has been cut"
SO_FAR = ("so", "already", "since")


def dated(events: list[Draft], scene: Scene) -> list[Draft]:
    """An undated telling happens on the day its entry, its paragraph, else its article is about; not where its verb looks back."""
    lead = lead_of(
        [event.date for event in events if event.date is not None and event.date.precision == "day" and event.factuality == "actual"], scene
    )
    heads = labels(scene)
    found: list[Draft] = []
    for event in events:
        if event.date is not None and points_back(event.date.span.of(scene.annotated.text)):
            event = replace(event, date=_by_another(event, found, events, lead, scene) or event.date)
        elif event.date is None and event.factuality == "actual":
            event = replace(event, date=_filled(event, found, events, lead, heads, scene))
        found.append(event)
    return found


def _filled(
    event: Draft, before: list[Draft], events: list[Draft], lead: EventDate | None, heads: Mapping[int, EventDate], scene: Scene
) -> EventDate | None:
    told = _by_another(event, before, events, lead, scene)
    if told is not None:
        return told
    at = scene.paragraph[first(event, scene)]
    if at in heads:
        return heads[at]
    return None if _looks_back(event) else near(event, [*before, *events[len(before) :]], scene) or lead


def _by_another(event: Draft, before: list[Draft], events: list[Draft], lead: EventDate | None, scene: Scene) -> EventDate | None:
    """The day told by way of another event, else of the last day told."""
    at, others = scene.doc[first(event, scene)], [*before, *events[len(before) + 1 :]]
    told = (other for other in reversed(before) if other.triggers[0].start < at.sent.start_char)
    last = next((other.date for other in told if other.date is not None and other.date.precision == "day"), None)
    return by_event(at, others, scene) or relative(at, told_last(event, others, scene), last, lead, scene)


def _looks_back(event: Draft) -> bool:
    token = event.trigger.token
    if token.dep_ == "ccomp" and token.head.tag_ in ("VBD", "VBN"):
        return False  # "police said they had detained": shifted back by the verb of saying
    if event.event_type == "attack":
        return False
    has = any(child.dep_ == "aux" and child.lower_ in ("had", "has", "have") for child in token.children)
    so_far = any(child.lower_ in SO_FAR or {"by", "now"} == {each.lower_ for each in child.subtree} for child in token.children)
    return has and (so_far or event.event_type not in HERE_AND_NOW)
