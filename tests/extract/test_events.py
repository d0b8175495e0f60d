"""Events: types, roles, munitions, tolls and factuality of sentences, and one whole article."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from newspkg.model import EventMention

Told = Callable[[str], tuple[EventMention, ...]]
GOLDEN = Path(__file__).parent / "golden" / "events.json"


def roles(event: EventMention, role: str) -> list[str]:
    return [each.actor_id for each in event.roles if each.role == role]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The army was on alert. Israel launched three ballistic missiles at Damascus on Tuesday.", [("attack", "missile_strike")]),
        ("Gunmen opened fire on a market in Maiduguri, killing nine people.", [("attack", "armed_assault")]),
        ("Russian artillery shelled Nikopol on Monday.", [("attack", "shelling")]),
        ("Sudanese troops captured the town of Sennar.", [("battle", "territory_gained")]),
        ("Armenia and Azerbaijan signed a ceasefire in Geneva.", [("diplomacy", "ceasefire")]),
        ("Canada imposed sanctions on Belarus.", [("policy", "sanction")]),
        ("The striker hit the post twice before half-time.", []),
        ("Shares in the carmaker fell after a strike by its workers.", []),
        ("The company launched a new phone.", []),
    ],
)
def test_types(told: Told, text: str, kinds: list[tuple[str, str]]) -> None:
    assert [(event.event_type, event.event_subtype) for event in told(text)] == kinds


def test_an_adjective_names_the_attacker(told: Told) -> None:
    event = told("An Israeli air strike hit a depot near Homs in Syria on Sunday. Israel was silent.")[0]
    assert roles(event, "initiator") == ["israel"]


def test_the_enemy_is_plain_from_the_context(told: Told) -> None:
    (event,) = told("Ukraine buried its dead. Drones struck Odesa on Wednesday, and Russia said nothing.")
    assert (roles(event, "initiator"), roles(event, "target")) == (["russia"], ["ukraine"])


@pytest.mark.parametrize(
    "text", ["Ukraine shot down all nine Shahed drones over Sumy.", "Russia sent Shahed drones at Sumy. Nine of them were shot down."]
)
def test_what_was_shot_down(told: Told, text: str) -> None:
    assert [weapon.quantity_intercepted for event in told(text) for weapon in event.weapons] == [9]


@pytest.mark.parametrize(
    ("words", "toll"),
    [("killing four people", (4, 4, 4)), ("killing at least four people", (4, 4, None)), ("killing about 40 people", (None, 40, None))],
)
def test_tolls(told: Told, words: str, toll: tuple[int | None, ...]) -> None:
    (event,) = told(f"Russia shelled Kherson on Monday, {words}.")
    assert event.fatalities is not None
    assert (event.fatalities.low, event.fatalities.best, event.fatalities.high) == toll


def test_plans_are_no_deeds(told: Told) -> None:
    assert all(event.factuality != "actual" for event in told("Germany will station 200 soldiers in Lithuania next year."))


def test_what_will_be_given_is_a_pledge_made(told: Told) -> None:
    (event,) = told("Germany will deliver 20 tanks to Ukraine next year.")
    assert (event.event_subtype, event.factuality) == ("pledge", "actual")


def test_every_trigger_is_in_the_text(told: Told) -> None:
    text = "Russia shelled Kherson. The attack killed two people."
    assert all(0 <= span.start < span.end <= len(text) for event in told(text) for span in event.triggers)


ARTICLE = """Overnight, Russia sent twelve Shahed drones at Poltava. Ukraine's air force said nine of them were shot down.

Two workers were wounded, the governor wrote."""


def test_an_article(told: Told) -> None:
    def plain(event: EventMention) -> dict[str, object]:
        return {
            "type": f"{event.event_type}/{event.event_subtype}",
            "factuality": event.factuality,
            "place": event.place.name if event.place else None,
            "date": event.date.start.isoformat() if event.date and event.date.start else None,
            "roles": [[each.role, each.actor_id] for each in event.roles],
            "weapons": [[each.weapon_id, each.role, each.quantity, each.quantity_intercepted] for each in event.weapons],
            "triggers": [span.of(ARTICLE) for span in event.triggers],
        }

    assert [plain(event) for event in told(ARTICLE)] == json.loads(GOLDEN.read_text(encoding="utf-8"))
