"""Weapons: names, class nouns, their company, and what they repeat."""

from __future__ import annotations

import pytest

from newspkg.annotate.parse import Parser
from newspkg.annotate.quantities import QuantityAnnotator
from newspkg.extract.scope import is_conflict_text
from newspkg.extract.weapons import WeaponExtractor
from newspkg.model import AnnotatedDocument, Document, RawArticle, WeaponMention
from newspkg.specs import Codelists, listed

CODELISTS = Codelists()
WAR = " Troops, militants and soldiers fought for the frontline; artillery and airstrikes killed civilians, the army said."


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser()


@pytest.fixture(scope="module")
def extractor() -> WeaponExtractor:
    return WeaponExtractor(CODELISTS)


def annotated(parser: Parser, text: str) -> AnnotatedDocument:
    document = Document(RawArticle("a", "a.txt", text, "0"), text)
    doc = next(iter(parser.parse([document])))
    return AnnotatedDocument(document, doc, quantities=QuantityAnnotator(CODELISTS)(document, doc))


def weapons(parser: Parser, extractor: WeaponExtractor, text: str) -> list[WeaponMention]:
    """The mentions of a text about war, those of the added sentence left out."""
    return [mention for mention in extractor(annotated(parser, text + WAR)) if mention.span.end <= len(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels fired six Kh-101s at the harbour.", [("kh-101", "cruise_missile")]),
        ("Two F16 jets and a T 72 moved off.", [("f-16", "combat_aircraft")]),
        ("An anti-ship ballistic missile fell into the bay.", [("anti-ship-missile", "anti_ship_missile")]),
        ("Kamikaze drones hit the depot.", [("attack-drone", "attack_drone")]),
        ("Naval drones hit the pier.", [("naval-drone", "naval_drone")]),
        ("A reconnaissance drone circled.", [("combat-drone", "combat_drone")]),
        ("A surface-to-air missile flew past.", [("air-defence", "air_defence")]),
        ("The garrison asked for Patriot batteries.", [("patriot", "air_defence")]),
        ("A car bomb tore through the market.", [("explosive-device", "explosive_device")]),
        ("Jets dropped bombs on the ridge.", [("combat-aircraft", "combat_aircraft"), ("bomb", "bomb")]),
        ("Glide bombs fell on the ridge.", [("guided-bomb", "guided_bomb")]),
        ("The frigate HMS Example left the port.", [("ship-hms-example", "warship")]),
        ("They paraded Zorbo-21 missiles.", [("system-zorbo-21", "missile")]),
    ],
)
def test_weapons_in_a_war(parser: Parser, extractor: WeaponExtractor, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(m.weapon_id, m.weapon_class) for m in weapons(parser, extractor, text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "The think tank published a paper.",
        "A fuel tank leaked at the plant.",
        "The coal mine closed.",
        "Suicide bombers were among them.",
        "Senator Bradley spoke at length.",
        "The envoy asked for more weapons and ammunition.",
    ],
)
def test_words_that_are_no_weapons(parser: Parser, extractor: WeaponExtractor, text: str) -> None:
    assert weapons(parser, extractor, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The Rockets beat the Patriots after a late shot; the coach praised the bullpen, and fans saw a javelin thrown at the stadium.",
        "The retailer's shares bombed; investors called the app no silver bullet, but quarterly revenue rocketed, the chief executive said.",  # noqa: E501
        "SpaceX will launch a rocket into orbit; astronauts and a rover follow, NASA said.",
    ],
)
def test_sport_and_business_yield_nothing(parser: Parser, extractor: WeaponExtractor, text: str) -> None:
    read = annotated(parser, text)
    assert not is_conflict_text(read, CODELISTS)
    assert extractor(read) == ()


def test_a_class_noun_repeats_the_system_named_before(parser: Parser, extractor: WeaponExtractor) -> None:
    found = weapons(parser, extractor, "The army bought Iskander systems. The missiles were then moved to the coast.")
    assert [m.weapon_id for m in found] == ["iskander", "iskander"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("USS Corran (DDG 190) escorted the tanker; Corran fired at a skiff.", ["ship-uss-corran", "ship-uss-corran"]),
        ("The strikes used attack, fighter and remotely piloted aircraft.", ["combat-aircraft", "combat-aircraft", "combat-drone"]),
        ("A Borvik-class frigate shelled the coast.", ["system-borvik-class"]),
        ("Artillery fell silent; the guns were short of shells.", ["artillery", "artillery", "artillery"]),
        ("Workers fled as drones set three tanks alight at the oil depot.", ["drone"]),
        ("A fighter squadron flew counter-IED training with soldiers.", []),
        ("The regime dropped nerve agents; such weapons are banned.", ["chemical-weapon", "chemical-weapon"]),
    ],
)
def test_ships_ellipses_and_nouns_of_two_senses(parser: Parser, extractor: WeaponExtractor, text: str, expected: list[str]) -> None:
    assert [m.weapon_id for m in weapons(parser, extractor, text)] == expected


def test_a_class_noun_of_another_owner_stays_a_class(parser: Parser, extractor: WeaponExtractor) -> None:
    found = weapons(parser, extractor, "The army bought Iskander systems. A Borduran missile fell on the coast.")
    assert [m.weapon_id for m in found] == ["iskander", "missile"]


def test_quantity_and_range(parser: Parser, extractor: WeaponExtractor) -> None:
    found = weapons(parser, extractor, "At least 20 Shahed drones and a missile came in. The HIMARS strikes targets up to 100 miles away.")
    assert [(m.quantity, m.qualifier) for m in found][:2] == [(20, "at_least"), (1, "exact")]
    assert found[2].range_km == pytest.approx(160.9)


def test_every_codelist_entry_has_a_class_and_its_own_names() -> None:
    classes = {row["code"] for row in CODELISTS.rows("weapon_classes")}
    systems = CODELISTS.rows("weapon_systems")
    assert len(classes) == 33
    assert {row["weapon_class"] for row in (*systems, *CODELISTS.rows("weapon_nouns"))} <= classes
    names = [name for row in systems for name in (row["name"], *listed(row["aliases"]))]
    assert len(names) == len(set(names))
