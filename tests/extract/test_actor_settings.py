"""Names that are a place, a trade or an owner in their sentence, and names that act."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newspkg.annotate import Annotator
from newspkg.extract.actors import ActorExtractor
from newspkg.model import ActorMention, Document, RawArticle
from newspkg.specs import Codelists

Find = Callable[[str], dict[str, ActorMention]]


@pytest.fixture(scope="module")
def find() -> Find:
    codelists = Codelists()
    annotate, extract = Annotator(codelists), ActorExtractor(codelists)

    def found(text: str) -> dict[str, ActorMention]:
        document = Document(RawArticle("a", "a.md", text, "0", language="en"), text)
        return {text[each.span.start : each.span.end]: each for each in extract(next(iter(annotate([document]))))}

    return found


NO_MENTION = [
    ("Police closed Vienna's main station after a suitcase was found there.", "Vienna"),
    ("The night train to Budapest was stopped at the border.", "Budapest"),
    ("The envoys shuttled between Sanaa and Muscat all week.", "Muscat"),
    ("A freighter bound for Libya was boarded by Greek marines.", "Libya"),
    ("Half of Ukraine was without light on Sunday.", "Ukraine"),
    ("Its owner, Baltic Star, said that the tanker was empty.", "Baltic Star"),
    ("Marta Quillfeather, a spokeswoman for the Red Cross, said the road was open.", "a spokeswoman for the Red Cross"),
]


@pytest.mark.parametrize(("text", "words"), NO_MENTION)
def test_is_no_mention_of_its_own(find: Find, text: str, words: str) -> None:
    assert not [each for each in find(text).items() if words in each[0] and each[1].kind != "company"]


def test_a_capital_whose_soldiers_are_told_of_acts(find: Find) -> None:
    found = find("Kigali, whose soldiers hold the town, rejected the charge.")
    assert found["Kigali"].kind == "state" and found["Kigali"].country_code == "RWA"


def test_a_name_that_soon_has_a_pronoun_is_a_persons(find: Find) -> None:
    found = find("Orsolya Tamm runs the shelter. Orsolya Tamm told reporters that she had counted nine shells.")
    assert {each.kind for name, each in found.items() if "Tamm" in name} == {"person"}


def test_the_verb_before_an_office_is_no_part_of_it(find: Find) -> None:
    found = find("Shells fell on Kupiansk, says the head of the administration, Danylo Hrymach.")
    assert [name for name in found if "Hrymach" in name] == ["the head of the administration, Danylo Hrymach"]


def test_a_citizens_front_is_no_armed_group(find: Find) -> None:
    found = find("The National Relief Front in Honduras fed 300 families, and the National Relief Front asked for more.")
    assert {each.kind for name, each in found.items() if "Relief Front" in name} == {"ngo"}


COUNTRIES = [
    ("Drones hit Kamensk-Shakhtinsky in Rostov region, Kyiv said. The region's governor spoke of a fire.", "The region's governor", "RUS"),
    ("Shells hit Kherson. Russia denied it. The occupation administration said nothing.", "The occupation administration", "RUS"),
    ("Pakistan and Kabul traded blame. The Taliban defence ministry said four had died.", "The Taliban defence ministry", "AFG"),
    ("Russia holds Huliaipole, Ukraine said. The 36th Motorized Rifle Brigade left.", "The 36th Motorized Rifle Brigade", "RUS"),
    ("The Dutch will hand nine howitzers to Ukraine.", "The Dutch", "NLD"),
    ("Talks stalled. Negotiators from Washington and Moscow met in Geneva.", "Washington", "USA"),
]


@pytest.mark.parametrize(("text", "words", "country"), COUNTRIES)
def test_of_which_country(find: Find, text: str, words: str, country: str) -> None:
    found = find(text)
    assert words in found and found[words].country_code == country


def test_an_expert_may_be_from_anywhere(find: Find) -> None:
    found = find("Ukraine struck two tankers. \u201cExpect more of this,\u201d said maritime security expert Petra Halvorsen.")
    assert [each.country_code for words, each in found.items() if "Halvorsen" in words] == [None]


def test_the_group_is_the_one_with_a_name(find: Find) -> None:
    found = find("Al-Shabaab seized Tardo on Monday. Gunmen stormed a hotel in Mogadishu. The group claimed the attack.")
    assert found["The group"].actor_id == "al-shabaab"
