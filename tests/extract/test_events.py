"""Events: types, roles, munitions, tolls and factuality of sentences, and one whole article."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from newspkg.annotate import Annotator
from newspkg.extract import Extractor
from newspkg.model import Document, EventMention, RawArticle
from newspkg.specs import Codelists

Find = Callable[[str], tuple[EventMention, ...]]
GOLDEN = Path(__file__).parent / "golden" / "events.json"


@pytest.fixture(scope="module")
def find() -> Find:
    codelists = Codelists()
    annotator, extractor = Annotator(codelists), Extractor(codelists)

    def run(text: str) -> tuple[EventMention, ...]:
        article = RawArticle("a", "a.txt", text, "0", published_on=date(2024, 5, 2), language="en")
        annotated = next(iter(annotator([Document(article, text)])))
        weapons = extractor.weapons(annotated)
        return extractor.events(annotated, weapons, extractor.actors(annotated, weapons))

    return run


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
def test_types(find: Find, text: str, kinds: list[tuple[str, str]]) -> None:
    assert [(event.event_type, event.event_subtype) for event in find(text)] == kinds


def test_an_adjective_names_the_attacker(find: Find) -> None:
    event = find("An Israeli air strike hit a depot near Homs in Syria on Sunday. Israel was silent.")[0]
    assert roles(event, "initiator") == ["israel"]


def test_the_enemy_is_plain_from_the_context(find: Find) -> None:
    (event,) = find("Ukraine buried its dead. Drones struck Odesa on Wednesday, and Russia said nothing.")
    assert (roles(event, "initiator"), roles(event, "target")) == (["russia"], ["ukraine"])


@pytest.mark.parametrize(
    "text", ["Ukraine shot down all nine Shahed drones over Sumy.", "Russia sent Shahed drones at Sumy. Nine of them were shot down."]
)
def test_what_was_shot_down(find: Find, text: str) -> None:
    assert [weapon.quantity_intercepted for event in find(text) for weapon in event.weapons] == [9]


@pytest.mark.parametrize(
    ("words", "toll"),
    [("killing four people", (4, 4, 4)), ("killing at least four people", (4, 4, None)), ("killing about 40 people", (None, 40, None))],
)
def test_tolls(find: Find, words: str, toll: tuple[int | None, ...]) -> None:
    (event,) = find(f"Russia shelled Kherson on Monday, {words}.")
    assert event.fatalities is not None
    assert (event.fatalities.low, event.fatalities.best, event.fatalities.high) == toll


def test_plans_are_no_deeds(find: Find) -> None:
    assert all(event.factuality != "actual" for event in find("Germany will station 200 soldiers in Lithuania next year."))


def test_what_will_be_given_is_a_pledge_made(find: Find) -> None:
    (event,) = find("Germany will deliver 20 tanks to Ukraine next year.")
    assert (event.event_subtype, event.factuality) == ("pledge", "actual")


def test_every_trigger_is_in_the_text(find: Find) -> None:
    text = "Russia shelled Kherson. The attack killed two people."
    assert all(0 <= span.start < span.end <= len(text) for event in find(text) for span in event.triggers)


ARTICLE = """Overnight, Russia sent twelve Shahed drones at Poltava. Ukraine's air force said nine of them were shot down.

Two workers were wounded, the governor wrote."""


def test_an_article(find: Find) -> None:
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

    assert [plain(event) for event in find(ARTICLE)] == json.loads(GOLDEN.read_text(encoding="utf-8"))
