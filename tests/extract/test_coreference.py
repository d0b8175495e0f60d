"""One event for a barrage and what became of its munitions; one besides for each place that has harm of its own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newspkg.model import EventMention

Told = Callable[[str], list[EventMention]]

BARRAGE = "Russia fired 40 missiles and 120 drones at Ukraine overnight, the air force said. "


@pytest.mark.parametrize(
    "more",
    [
        "Of the drones, 95 were downed.",
        "Air defences stopped 31 of the missiles.",
        "Hits by nine missiles and 25 drones were recorded.",
    ],
)
def test_what_became_of_the_munitions_is_the_same_barrage(told: Told, more: str) -> None:
    assert [event.event_subtype for event in told(BARRAGE + more)] == ["combined_strike"]


def test_more_than_was_fired_is_another_barrage(told: Told) -> None:
    assert len(told(BARRAGE + "In all of October 4,000 drones were shot down.")) != 1


def test_harm_with_a_place_of_its_own_is_an_event_besides(told: Told) -> None:
    events = told(BARRAGE + "In Poltava two people were killed.")
    assert [(event.place.name if event.place else None) for event in events] == ["Ukraine", "Poltava"]
    assert events[1].event_subtype == "combined_strike"
