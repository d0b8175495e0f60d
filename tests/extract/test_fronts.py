"""What is told of a front and around it: assaults counted, lines stormed, aircraft sighted, arms told one by one, light that is off."""

from __future__ import annotations

import pytest

from conftest import Told

CLASHES = [
    "Five enemy attacks were repulsed near Kolodiazi on Tuesday.",
    "The occupiers stormed our lines near Vovchansk seven times, without success.",
    "Russian troops tried to break through near Lyman on Monday.",
    "Soldiers of both sides were shooting at each other near Kassala until dusk.",
    "Four landing attempts near Antonivka failed on Tuesday.",
]


@pytest.mark.parametrize("text", CLASHES)
def test_fights_on_the_ground(told: Told, text: str) -> None:
    assert [(event.event_type, event.event_subtype) for event in told(text)] == [("battle", "clash")]


def test_what_air_defence_repels_is_an_attack(told: Told) -> None:
    (raid,) = told("Air defences repelled an attack on Sevastopol overnight.")
    assert raid.event_type == "attack"


def test_who_repels_an_attack_did_not_make_it(told: Told) -> None:
    (raid,) = told("Russia's military is repelling a drone attack in Rostov region, the governor said.")
    assert "initiator" not in {role.role for role in raid.roles if role.actor_id == "russian-armed-forces"}


def test_whose_aircraft_are_sighted(told: Told) -> None:
    (sorties,) = told("Taiwan detected 26 Chinese military aircraft around the island on Wednesday. China said nothing.")
    assert sorties.event_subtype == "deployment"
    assert [role.actor_id for role in sorties.roles if role.role == "initiator"] == ["china"]


def test_arms_told_one_by_one_are_of_the_attack_before(told: Told) -> None:
    text = (
        "A Russian barrage of missiles and drones hit the city of Sumy on Tuesday.\n\n"
        "Two Iskander missiles slammed into a boiler house, and a Shahed drone tore open a block of flats."
    )
    (barrage,) = told(text)
    assert barrage.place is not None and barrage.place.name == "Sumy"
    assert {weapon.weapon_id for weapon in barrage.weapons} >= {"iskander", "shahed-136"}


def test_a_second_strike_on_something_else(told: Told) -> None:
    text = "An Israeli strike on a car in Nabatieh in Lebanon killed two men on Monday. A second strike, on a quarry in Tyre, wounded four."
    assert [event.place.name for event in told(text) if event.place] == ["Nabatieh", "Tyre"]


def test_what_was_planned_by_suspects_did_not_happen(told: Told) -> None:
    assert not told("Police in Pristina held three men who are suspected of planning attacks on bridges.")[1:]


def test_an_attack_that_only_dates_another(told: Told) -> None:
    (depot,) = told("On Tuesday, hours before the barrage, Ukrainian drones set an oil depot ablaze near Kamensk-Shakhtinsky in Russia.")
    assert depot.place is not None and depot.place.country_code == "RUS"


CIVIL = [
    ("The power is off in half of Poltava since Tuesday.", "outage"),
    ("Four villages near Sumy have no electricity.", "outage"),
    ("The fighting in Sudan has driven 40,000 people from their homes since Monday.", "evacuation"),
]


@pytest.mark.parametrize(("text", "subtype"), CIVIL)
def test_what_follows_from_it(told: Told, text: str, subtype: str) -> None:
    assert subtype in {event.event_subtype for event in told(text)}


def test_whose_sky_is_closed_and_whose_flights_are_halted(told: Told) -> None:
    sky, flights = told("Jordan closed its airspace on Tuesday, and flights at Tehran's Imam Khomeini airport were halted.")
    assert sky.place is not None and sky.place.name == "Jordan"
    assert flights.place is not None and flights.place.country_code == "IRN"


def test_what_is_to_be_on_a_day_is_ahead(told: Told) -> None:
    (talks,) = told("NATO defence ministers are to meet in Brussels on Monday.")
    assert talks.factuality == "planned" and talks.date is not None and str(talks.date.start) == "2024-05-06"


def test_both_sides_of_one_noun(told: Told) -> None:
    (clash,) = told("Thai and Cambodian troops exchanged fire for several minutes near Surin on Wednesday.")
    assert [(role.role, role.actor_id) for role in clash.roles] == [
        ("initiator", "armed-forces-of-thailand"),
        ("target", "royal-cambodian-armed-forces"),
    ]
