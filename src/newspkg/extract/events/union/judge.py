"""Of what was told, the events that a person would code: each weighed by what is seen of it."""

from __future__ import annotations

from newspkg.extract.events.draft import Draft
from newspkg.extract.events.scene import Scene
from newspkg.extract.events.union.event_traits import event_traits
from newspkg.extract.learned import Decision

LIKELY = -0.8  # log odds from which an event stands: precision gains there, recall hardly loses
FEW = 3  # events of a brief, which tells little beside its news


def credible(events: list[Draft], scene: Scene, is_event: Decision) -> list[Draft]:
    """The events that are likely enough, in their order; those of a brief are not weighed."""
    if len(events) <= FEW:
        return events
    return [event for number, event in enumerate(events) if is_event.score(event_traits(events, number, scene)) > LIKELY]
