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


@pytest.mark.parametrize(
    ("text", "subtype"),
    [
        ("Kyiv fires Storm Shadows at a depot near Kursk.", "missile_strike"),
        ("Poland scrambled fighter jets, and the army of Belarus was on alert.", "deployment"),
        ("Israel fires missiles at Isfahan.", "missile_strike"),
        ("Airports in Kazan and Saratov close for the night.", "outage"),
    ],
)
def test_verbs_taken_for_other_words(told: Told, text: str, subtype: str) -> None:
    assert [event.event_subtype for event in told("The army has rockets, tanks and drones in this war.\n\n" + text)] == [subtype]


def test_forces_backed_by_others_are_no_deed(told: Told) -> None:
    assert not told("The army has rockets and drones in this war.\n\nIran backed militias hold the town.")


def test_the_same_place_day_and_attacker_are_one_event(told: Told) -> None:
    text = "Gunmen attacked a village near Djibo on Monday, 4 March 2024, killing nine people.\n\nThe army was sent in late.\n\n"
    events = told(text + "The gunmen opened fire in Djibo on 4 March 2024 at dawn.")
    assert [event.event_subtype for event in events if event.event_type == "attack"] == ["armed_assault"]
