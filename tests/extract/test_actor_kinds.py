"""Actors told by another, by their side, by their owner, or by a verb alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from newspkg.annotate.parse import Parser
from newspkg.extract.actors import ActorExtractor
from newspkg.model import ActorMention, AnnotatedDocument, Document, RawArticle
from newspkg.specs import Codelists

Find = Callable[[str], dict[str, ActorMention]]


@pytest.fixture(scope="module")
def find() -> Find:
    extractor, parser = ActorExtractor(Codelists()), Parser()

    def run(text: str) -> dict[str, ActorMention]:
        document = Document(RawArticle("a", "a.txt", text, "0", published_on=date(2024, 5, 1), language="en"), text)
        annotated = AnnotatedDocument(document, next(iter(parser.parse([document]))))
        return {each.span.of(text): each for each in extractor(annotated) if each.is_named}

    return run


@pytest.mark.parametrize(
    ("text", "quote", "kind", "country"),
    [
        ("A Peruvian infantry patrol shot at smugglers.", "A Peruvian infantry patrol", "military", "PER"),
        ("Chadian instructors reached the camp.", "Chadian instructors", "military", "TCD"),
        ("Peru lost ground and its troops fled.", "its troops", "military", "PER"),
        ("Peru said the strategic rocket forces held a drill.", "the strategic rocket forces", "military", "PER"),
        ("Peru's foreign minister met his Chilean counterpart.", "his Chilean counterpart", "person", "CHL"),
        ("Peru's defence ministry denied it. Its counterpart in Quito did not.", "Its counterpart in Quito", "government", "ECU"),
        ("The two countries' foreign ministers met in Lima.", "The two countries' foreign ministers", "government", None),
        ("In Lima, Peru's health minister praised her.", "Peru's health minister", "person", "PER"),
        ("A Peruvian envoy met rebels.", "A Peruvian envoy", "person", "PER"),
        ("Peru's premier asked the army chief to leave.", "the army chief", "person", "PER"),
        ('"We hid," says Kateryna, who left Peru.', "Kateryna", "person", "PER"),
        ("The tanker's manager, Lima-based Condor Shipping, said the men were safe.", "Condor Shipping", "company", "PER"),
        ("Villagers in Chad were moved to a school.", "Villagers", "civilians", "TCD"),
    ],
)
def test_kind_and_country(find: Find, text: str, quote: str, kind: str, country: str | None) -> None:
    found = find(text)
    assert quote in found, sorted(found)
    assert (found[quote].kind, found[quote].country_code) == (kind, country)


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("The Ukrainian army said the enemy had lost a tank. Russia was silent.", "RUS"),
        ("The Russian army said the enemy had lost a tank. Ukraine was silent.", "UKR"),
        ("Ukraine and Russia fought on. The enemy was late, said the Russian army.", "UKR"),
    ],
)
def test_the_enemy_is_the_other_side(find: Find, text: str, side: str) -> None:
    found = find(text)
    enemy = found.get("the enemy") or found.get("The enemy")
    assert enemy is not None
    assert (enemy.kind, enemy.country_code) == ("military", side)


def test_a_first_name_is_no_leader_of_another_country(find: Find) -> None:
    assert "gustavo-petro" not in {each.actor_id for each in find("The men fled across Ukraine, Petro said.").values()}


def test_a_medium_that_is_cited_speaks(find: Find) -> None:
    assert "Ukrinform" in find("Three men died, according to Ukrinform.")
    assert "Ukrinform" not in find("He sold Ukrinform shirts.")


@pytest.mark.parametrize("text", ["The Panama-flagged tanker Coral Maiden burned.", "He was on Mount Harrow, deputy to a Thai colonel."])
def test_ships_and_mountains_are_no_persons(find: Find, text: str) -> None:
    assert "person" not in {each.kind for each in find(text).values()}


def test_people_brought_to_hospital_are_no_party(find: Find) -> None:
    assert "Two villagers" not in find("Two villagers were taken to hospital in Chad.")


def test_what_describes_a_person_behind_the_name_is_no_mention(find: Find) -> None:
    found = find("Peru's army fired. Ada Roe, a former chief of the General Staff, wept. Kim Voss, Chile's ombudsman, told reporters so.")
    assert {"Peru's army", "Kim Voss"} <= set(found)
    assert not {"the General Staff", "Chile"} & set(found)


def test_a_branch_whose_name_holds_a_weapon_is_an_actor(find: Find) -> None:
    found = find("Russia attacked Kyiv at dawn. A day later the Strategic Rocket Forces held a drill.")
    assert found["Strategic Rocket Forces"].country_code == "RUS"


def test_an_institute_of_another_name_is_not_the_listed_one(find: Find) -> None:
    found = find('Chile moved tanks to the border. "It is a bluff," said Kim Voss, of the Danish Institute for Security Studies.')
    assert found["Kim Voss"].country_code == "DNK"
    assert all(each.country_code != "ZAF" for each in found.values())


def test_a_person_called_by_the_first_name_is_the_one_named_in_full(find: Find) -> None:
    found = find("Señora Voss wept. The police said Ada Voss had fled from Lima. Doña Ada said that she counted two blasts.")
    assert len({each.actor_id for text, each in found.items() if "Ada" in text or "Voss" in text}) == 1
