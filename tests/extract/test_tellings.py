"""Which tellings are of one event, whose it is, and where: short news of everyday kinds."""

from __future__ import annotations

import pytest

from conftest import Told
from newspkg.model import EventMention


def of_kind(events: tuple[EventMention, ...], subtype: str) -> list[EventMention]:
    return [event for event in events if event.event_subtype == subtype]


def words(event: EventMention, text: str) -> list[str]:
    return [text[span.start : span.end] for span in event.triggers]


RAIDS = """Israeli jets bombed the port of Hodeidah in Yemen on Sunday, hours after a missile had landed near Ben Gurion airport.

The health ministry said the raids killed four. Israel's military said it had dropped 50 bombs."""


def test_the_raids_are_what_bombed(told: Told) -> None:
    (raid,) = of_kind(told(RAIDS), "air_strike")
    assert words(raid, RAIDS) == ["bombed", "raids", "killed", "dropped"]
    assert raid.fatalities is not None and raid.fatalities.best == 4


BAND = """Gunmen stormed two villages in Nigeria's Zamfara state on Monday, killed 13 people and abducted 40, police said.

The attackers shot in the air for an hour, said a farmer."""


def test_what_the_attackers_do_is_of_their_attack(told: Told) -> None:
    (raid,) = told(BAND)
    assert words(raid, BAND) == ["stormed", "killed", "abducted", "shot"]


MARCH = "Thousands of people marched through Tbilisi on Saturday. Riot police used water cannon. Eleven officers were hurt."


def test_who_is_hurt_in_a_march(told: Told) -> None:
    (march,) = told(MARCH)
    assert march.event_subtype == "protest" and words(march, MARCH) == ["marched", "hurt"]
    assert march.injured is not None and march.injured.best == 11


def test_a_fight_of_troops_is_not_the_bombing_before(told: Told) -> None:
    text = (
        "Five soldiers were killed when a roadside bomb struck their convoy in Pakistan's North Waziristan on Monday, the military said. "
        "Troops killed four militants in an operation that followed, it said."
    )
    events = told(text)
    assert [event.fatalities.best for event in events if event.fatalities] == [5, 4]
    assert [role.role for role in events[1].roles if role.actor_id == "armed-forces-of-pakistan"] == ["initiator"]


def test_forces_strike_and_states_meet(told: Told) -> None:
    text = (
        "Armenian forces shelled a post near Kapan on Monday, Armenia said. Armenian envoys met Georgia's president in Tbilisi on Tuesday."
    )
    events = told(text)
    initiators = [role.actor_id for event in of_kind(events, "shelling") for role in event.roles if role.role == "initiator"]
    participants = [role.actor_id for event in of_kind(events, "talks") for role in event.roles if role.role == "participant"]
    assert initiators == ["armenian-armed-forces"] and "armenian-armed-forces" not in participants


def test_a_town_that_suffers_is_the_place(told: Told) -> None:
    (outage,) = of_kind(told("In the Odesa region a warehouse burned. Poltava lost power for six hours on Tuesday."), "outage")
    assert outage.place is not None and outage.place.name == "Poltava"


def test_the_town_is_the_one_named_before(told: Told) -> None:
    text = "Rebels took Bunia in Congo on Monday.\n\nThousands fled the town on Tuesday, aid workers said."
    (flight,) = of_kind(told(text), "evacuation")
    assert flight.place is not None and flight.place.name == "Bunia"


def test_troops_are_not_where_they_are_from(told: Told) -> None:
    events = told("African Union troops from Uganda had left the base near Mogadishu in 2023, Somalia said.")
    assert {event.place.country_code for event in events if event.place} <= {"SOM"}


def test_a_place_of_a_clause_beside_is_that_clauses(told: Told) -> None:
    text = (
        "Rebels attacked an army base in Arauca with mortars on Monday, wounding four soldiers, and blew up a pipeline in Saravena on "
        "Tuesday, Colombia said."
    )
    first = told(text)[0]
    assert first.place is not None and first.place.name == "Arauca"
    assert [weapon.role for weapon in first.weapons] == ["used"]


def test_what_somebody_says_it_would_do_is_planned(told: Told) -> None:
    (sent,) = of_kind(
        told("Washington said it stood by the treaty and would send the destroyer USS Higgins to Manila next week."), "deployment"
    )
    assert sent.factuality == "planned"


def test_a_summoned_envoy_is_no_soldier(told: Told) -> None:
    assert not told("Georgia summoned the US ambassador on Friday.")


def test_a_deal_right_after_its_arms(told: Told) -> None:
    text = "Romania will get 40 HIMARS launchers, the Pentagon said on Tuesday. The State Department approved the deal last week."
    assert of_kind(told(text), "authorization")


def test_who_mediates(told: Told) -> None:
    (swap,) = told("Moscow and Kyiv exchanged 150 prisoners each on Friday after mediation by the United Arab Emirates.")
    assert [role.actor_id for role in swap.roles if role.role == "mediator"] == ["united-arab-emirates"]


def test_missiles_are_not_the_air_defence_that_downs_them(told: Told) -> None:
    (barrage,) = told(
        "Russia fired 9 missiles and 122 drones at Ukraine overnight. Air defences downed 97 of the drones and 5 of the missiles."
    )
    assert sorted((weapon.weapon_id, weapon.quantity_intercepted) for weapon in barrage.weapons) == [("drone", 97), ("missile", 5)]


HEAD = """Ukraine Fires U.S.-Made ATACMS Missiles into Russia
On Tuesday Ukraine fired ATACMS missiles into Russia's Kursk region, hitting a depot."""


def test_what_the_headline_tells_the_lead_tells_again(told: Told) -> None:
    (strike,) = told(HEAD)
    assert words(strike, HEAD)[:2] == ["Fires", "fired"]
    assert [role.actor_id for role in strike.roles if role.role == "initiator"] == ["ukraine"]


PACKAGE = """Norway will give Ukraine a military aid package, the government in Oslo said on Tuesday.

The package includes two NASAMS launchers and 10,000 artillery shells."""


def test_what_a_package_includes_is_of_the_pledge(told: Told) -> None:
    (pledge,) = told(PACKAGE)
    assert {weapon.weapon_id for weapon in pledge.weapons} >= {"nasams", "artillery"}


TOLLS = [
    ("A strike killed 12 in Gaza on Monday.", 12, None),
    ("One person was killed and another wounded when a shell hit Shebekino.", 1, 1),
    ("Ten members of one family were killed in an air strike on Idlib.", 10, None),
    ("A Palestinian was killed and two were wounded by Israeli fire in Nablus.", None, 2),
]


@pytest.mark.parametrize(("text", "dead", "hurt"), TOLLS)
def test_tolls_of_plain_sentences(told: Told, text: str, dead: int | None, hurt: int | None) -> None:
    (event,) = told(text)
    assert (event.fatalities and event.fatalities.best, event.injured and event.injured.best) == (dead, hurt)


def test_a_bomb_that_nobody_dropped_was_planted(told: Told) -> None:
    (bombing,) = told("A bomb in Quetta killed 25 people on Monday.")
    assert bombing.event_subtype == "bombing"
