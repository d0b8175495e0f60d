"""Who did it and to whom: named, by their people and arms, by accusation, or plain from the context."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newspkg.model import EventMention

Told = Callable[[str], tuple[EventMention, ...]]


def roles(event: EventMention, role: str) -> list[str]:
    return [each.actor_id for each in event.roles if each.role == role]


@pytest.mark.parametrize(
    ("text", "initiator"),
    [
        ("Gunmen from al-Shabaab stormed a hotel in Mogadishu on Friday.", "al-shabaab"),
        ("Members of Boko Haram attacked a military base in Borno State in Nigeria.", "boko-haram"),
        ("Israel said it had struck Hezbollah positions near Tyre.", "israel"),
        ("Houthi drones and missiles hit Eilat in Israel on Monday. The Houthis cheered.", "houthis"),
        ("An attack by Houthi forces on a ship in the Red Sea sank it.", "houthis"),
        ("The Houthis claimed responsibility for an attack on a tanker in the Red Sea.", "houthis"),
        ("The Sudanese army accused the Rapid Support Forces of shelling a camp near El Fasher.", "rapid-support-forces"),
        ("Two bombs exploded at a market in Maiduguri in Nigeria. The army blamed Boko Haram for the attack.", "boko-haram"),
        ("The destroyer intercepted three drones launched by the Houthis.", "houthis"),
    ],
)
def test_initiators(told: Told, text: str, initiator: str) -> None:
    assert [roles(event, "initiator") for event in told(text)] == [[initiator]]


def test_where_the_sides_blame_each_other_nobody_did_it(told: Told) -> None:
    (event,) = told("A shell hit a school in Kashmir. India and Pakistan blamed each other.")
    assert roles(event, "initiator") == []


def test_the_sides_of_a_clash(told: Told) -> None:
    event = told("Israel and Hezbollah clashed near Tyre on Monday.")[0]
    assert (roles(event, "initiator"), roles(event, "target")) == (["israel"], ["hezbollah"])


def test_those_who_mediate_are_no_sides(told: Told) -> None:
    event = told("Israel and Hamas agreed a ceasefire brokered by Qatar and Egypt.")[0]
    assert (roles(event, "participant"), roles(event, "mediator")) == (["israel", "hamas"], ["qatar", "egypt"])


def test_the_label_of_an_entry_dates_what_it_tells(told: Told) -> None:
    text = "**4 March** - Talks open in Doha.\n\n**6 March** - The port was quiet. Rockets struck Eilat in Israel.\n"
    struck = next(event for event in told(text) if event.event_type == "attack")
    assert struck.date is not None
    assert struck.date.start is not None
    assert struck.date.start.isoformat() == "2024-03-06"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Shells fell in and around a livestock market in Kherson in Ukraine.", "other_civilian"),
        ("Gunmen attacked a Sufi shrine in Sehwan in Pakistan.", "other_civilian"),
        ("Ukraine blew up an electricity substation near Belgorod in Russia.", "energy"),
        ("A naval drone hit a Russian warship in Sevastopol on Sunday.", "military"),
        ("A missile hit the Okhmatdyt children's hospital in Kyiv in Ukraine.", "medical"),
        ("Israel bombed the presidential palace in Sanaa in Yemen.", "government"),
    ],
)
def test_kinds_of_target(told: Told, text: str, kind: str) -> None:
    assert [event.target_kind.value if event.target_kind else None for event in told(text)] == [kind]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Sudan's army withdrew from Wad Madani on Monday towards Sennar.", "Wad Madani"),
        ("Drones launched from Crimea struck the port of Odesa in Ukraine.", "Odesa"),
        ("In a speech in Kyiv, Zelensky said that Russia had bombed Sumy.", "Sumy"),
    ],
)
def test_places(told: Told, text: str, place: str) -> None:
    assert [event.place.name if event.place else None for event in told(text)] == [place]


def test_soldiers_at_hand_are_their_armys(told: Told) -> None:
    event = told("Al-Shabaab fighters ambushed an army convoy in Somalia on Wednesday. The Somali army said nothing of it.")[0]
    assert roles(event, "target") == ["somali-national-army"]


def test_who_promises_does_not_get(told: Told) -> None:
    event = told("Norway announced on Monday that it would pay for a Patriot air-defence system for Ukraine.")[0]
    assert (roles(event, "initiator"), "norway" in roles(event, "target")) == (["norway"], False)


def test_what_is_shot_down_was_fired_by_the_group_that_attacks(told: Told) -> None:
    event = told("French forces shot down two drones over the Red Sea on Monday. The Houthis fired at a tanker off Yemen on Sunday.")[0]
    assert roles(event, "initiator") == ["houthis"]
