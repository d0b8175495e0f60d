"""What fills an event's slots where the words for it stand in an aside, another clause, another sentence or a longer phrase."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from newspkg.model import Casualties, EventMention

Told = Callable[[str], tuple[EventMention, ...]]
ELN = "national-liberation-army-of-colombia"


def roles(event: EventMention, role: str) -> list[str]:
    return [each.actor_id for each in event.roles if each.role == role]


def bests(*tolls: Casualties | None) -> tuple[int | None, ...]:
    return tuple(toll.best if toll else None for toll in tolls)


@pytest.mark.parametrize(
    ("text", "dead", "hurt"),
    [
        ("Shells fell on a bus stop in Omdurman, killing, doctors said, eleven passengers.", 11, None),
        ("The army shelled a market in Nyala and killed, by the count of a charity, 24 people.", 24, None),
        ("A missile hit a flat in Kharkiv, killing a woman of 58 and her daughter, 12.", 2, None),
        ("A rocket hit a house in Sderot, killing a granny and her grandson, nine.", 2, None),
        ("Shells hit Nikopol, killing a 61-year-old and wounding his wife.", 1, 1),
        ("Two nurses, aged 19 and 21, were killed when drones hit a clinic near Sumy.", 2, None),
        ("Two farmers, 34 and 41, were killed when drones hit a field near Sumy.", 2, None),
        ("Rebels ambushed a patrol near Pallisa, which cost five rangers their lives.", 5, None),
        ("A suicide attacker blew herself up inside a mosque in Kabul. Officials put the dead at 15.", 15, None),
        ("A strike on a bakery in Rafah killed a baker and hurt 11 people in the queue.", 1, 11),
    ],
)
def test_tolls(told: Told, text: str, dead: int | None, hurt: int | None) -> None:
    assert [bests(event.fatalities, event.injured) for event in told(text)] == [(dead, hurt)]


@pytest.mark.parametrize(
    ("text", "initiator", "target"),
    [
        ("Tanks given by Norway have reached Ukraine.", ["norway"], ["ukraine"]),
        ("Minsk denied that any shells had been delivered to Russia.", ["belarus"], ["russia"]),
        ("Moscow on Monday barred twelve British lawmakers from entering Russia.", ["russia"], ["parliament-of-united-kingdom"]),
        ("Nigerian troops came under attack from Boko Haram near Bama.", ["boko-haram"], ["armed-forces-of-nigeria"]),
        ("Al-Shabaab militants rammed a car packed with explosives into a hotel in Mogadishu.", ["al-shabaab"], []),
        ("A rocket attack blamed on Hezbollah killed two children in Majdal.", ["hezbollah"], []),
    ],
)
def test_sides(told: Told, text: str, initiator: list[str], target: list[str]) -> None:
    assert [(roles(event, "initiator"), roles(event, "target")) for event in told(text)] == [(initiator, target)]


@pytest.mark.parametrize(
    "words",
    [
        "The ELN is responsible for the attack, the governor said.",
        "According to the police, the explosion was organised by the ELN.",
        "The bombers were members of the ELN, police said.",
        "The attackers belonged to the ELN, police said.",
        "The army pointed the finger at the ELN.",
    ],
)
def test_whose_deed(told: Told, words: str) -> None:
    (event,) = told(f"A bomb went off at a bank in Medellin. {words}")
    assert roles(event, "initiator") == [ELN]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Jets hit Haifa before dawn on Wednesday, hours after bombing Parchin late on Tuesday.", {"2024-05-01", "2024-04-30"}),
        ("Fighters shelled Goma on Tuesday, two days after the army bombed Sake.", {"2024-04-30", "2024-04-28"}),
        ("Rebels shelled Goma on Tuesday, less than 48 hours after the army bombed Sake.", {"2024-04-30", "2024-04-28"}),
        ("Russian warplanes bombed Aleppo on Monday for the first time since 2014.", {"2024-04-29"}),
        ("Russian warplanes bombed Aleppo for the first time since 2014.", {None}),
        ("The army held drills in the Baltic on 8-19 April.", {"2024-04-08"}),
        ("Germany promised on Wednesday to deliver four tanks to Ukraine by the end of June.", {"2024-05-01"}),
    ],
)
def test_days(told: Told, text: str, days: set[str | None]) -> None:
    assert {str(event.date.start) if event.date else None for event in told(text)} == days


def test_what_goes_on_lasts_to_the_day_of_writing(told: Told) -> None:
    (event,) = told("Turkey has moved two brigades to the border since April 20.")
    assert event.date is not None and (event.date.start, event.date.end) == (date(2024, 4, 20), date(2024, 5, 2))


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("The RSF launched eight drones at Kosti. All but one were intercepted.", {"drone": (8, 7)}),
        (
            "Germany promised Ukraine a package: 120,000 shells, two Skynex systems and IRIS-T missiles.",
            {"artillery": (120000, None), "skynex": (2, None), "iris-t": (None, None)},
        ),
        ("Britain put up 450 million pounds for Ukraine. Thousands of drones are on the list.", {"drone": (None, None)}),
        ("Russia attacked Ukraine with a total of 61 missiles and drones.", {"missile": (None, None), "drone": (None, None)}),
        ("Gunmen armed with machine guns attacked a base near Deou.", {"small-arms": (None, None)}),
    ],
)
def test_arms(told: Told, text: str, counts: dict[str, tuple[int | None, int | None]]) -> None:
    (event,) = told(text)
    assert {each.weapon_id: (each.quantity, each.quantity_intercepted) for each in event.weapons} == counts


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The port city of Odesa was bombed on Monday.", "Odesa"),
        ("Police in Istanbul arrested a man over a bombing in Ankara.", "Istanbul"),
        ("A militia backed by Iran fired rockets at a U.S. base in Iraq.", "Iraq"),
        ("Rockets were fired at the Sumy and Poltava regions of Ukraine. Ukraine shot some down.", "Ukraine"),
    ],
)
def test_places(told: Told, text: str, place: str) -> None:
    assert place in [event.place.name for event in told(text) if event.place]
