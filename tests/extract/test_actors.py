"""Actors: who is found, of which kind and country, and what is no actor."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newspkg.annotate.parse import Parser
from newspkg.extract.actors import ActorExtractor, Identity, World
from newspkg.extract.actors.names import NameIndex
from newspkg.extract.actors.offices import OFFICE
from newspkg.extract.actors.titles import OFFICE_BEFORE
from newspkg.extract.actors.units import BY_NAME, GROUPING, NUMBERED
from newspkg.model import ActorMention, AnnotatedDocument, Document, RawArticle, Span, WeaponMention
from newspkg.specs import Codelists

Find = Callable[..., tuple[ActorMention, ...]]


@pytest.fixture(scope="module")
def find() -> Find:
    extractor, parser = ActorExtractor(Codelists()), Parser()

    def run(text: str, weapons: tuple[WeaponMention, ...] = ()) -> tuple[ActorMention, ...]:
        article = RawArticle("a", "a.txt", text, "0", published_on=date(2024, 5, 1), language="en")
        document = Document(article, text)
        return extractor(AnnotatedDocument(document, next(iter(parser.parse([document])))), weapons)

    return run


def triples(mentions: tuple[ActorMention, ...], text: str) -> list[tuple[str, str, str | None]]:
    return [(each.span.of(text), each.kind, each.country_code) for each in mentions if each.is_named]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Moldova accused Serbia of breaking the deal.", [("Moldova", "state", "MDA"), ("Serbia", "state", "SRB")]),
        ("Nairobi rejected the plan.", [("Nairobi", "state", "KEN")]),
        ("Peru's Defence Ministry confirmed the loss.", [("Peru's Defence Ministry", "government", "PER")]),
        ("The Ministry of Health of Chad counted nine dead.", [("The Ministry of Health of Chad", "government", "TCD")]),
        ("Thai troops crossed the river at dawn.", [("Thai troops", "military", "THA")]),
        ("Cambodia's air force flew no sorties.", [("Cambodia's air force", "military", "KHM")]),
        ("A source in the SBU told reporters about it.", [("SBU", "government", "UKR")]),
        ("Hezbollah fired at the outpost.", [("Hezbollah", "armed_group", "LBN")]),
        ("EU leaders approved the loan.", [("EU leaders", "igo", None)]),
        ("Gunmen opened fire on the market.", [("Gunmen", "armed_group", None)]),
        ("Suspected jihadists ambushed a patrol.", [("Suspected jihadists", "armed_group", None)]),
        ("Hundreds of villagers fled Serbia at night.", [("Hundreds of villagers", "civilians", "SRB"), ("Serbia", "state", "SRB")]),
        ("The Free Highland Front fired at a bus in Chad.", [("Free Highland Front", "armed_group", "TCD")]),
        ("The Valley Rights Observatory in Peru counted six dead.", [("Valley Rights Observatory", "ngo", "PER")]),
        ("The Greek company Blue Heron Lines lost a crane.", [("company Blue Heron Lines", "company", "GRC")]),
        ("Peru's Canal Authority closed the lock.", [("Peru's Canal Authority", "government", "PER")]),
        ("Government forces fled from the town in Chad.", [("Government forces", "military", "TCD")]),
        ("Ana Quispe, who keeps bees in Chad, heard it.", [("Ana Quispe", "person", "TCD")]),
        (
            "Peru closed the pass. Lima is angry, its foreign minister said.",
            [("Peru", "state", "PER"), ("Lima", "state", "PER"), ("its foreign minister", "person", "PER")],
        ),
        ("UN peacekeepers returned fire.", [("UN peacekeepers", "igo", None)]),
        ("Tuareg rebels shot at a patrol in Mali.", [("Tuareg rebels", "armed_group", "MLI")]),
        ("Rohingya fighters attacked the post.", [("Rohingya fighters", "armed_group", "MMR")]),
        ("Lima's city council closed the bridge.", [("Lima's city council", "government", "PER")]),
        ("Peru's 9th Armoured Brigade lost its camp.", [("Peru's 9th Armoured Brigade", "military", "PER")]),
        ("Uruguay's State Border Service said a guard was hurt.", [("Uruguay's State Border Service", "government", "URY")]),
        ("Fighters of the Free Highland Front fled across Chad.", [("Fighters of the Free Highland Front", "armed_group", "TCD")]),
        ("Highwatch, a Lima-based think tank, counted forty raids.", [("Highwatch", "ngo", "PER")]),
        ("One of the Peruvian firms, Condor Metales, denied it.", [("Condor Metales", "company", "PER")]),
        (
            "The interior minister told reporters that Peru had closed the border.",
            [("The interior minister", "person", "PER"), ("Peru", "state", "PER")],
        ),
        ("A Peruvian army spokesman denied the loss.", [("A Peruvian army spokesman", "military", "PER")]),
        ("Chad's envoy, Moussa Abdelkerim, said nothing.", [("Chad's envoy, Moussa Abdelkerim", "person", "TCD")]),
        ("Ada Quisling, a retired Thai colonel, estimates the loss at six.", [("Ada Quisling", "person", "THA")]),
        ("The Kyiv regime lied, the envoy complained.", [("The Kyiv regime", "state", "UKR")]),
    ],
)
def test_kind_and_country(find: Find, text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert triples(find(text), text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "A bridge collapsed in Peru.",
        "Aid lorries drove into Chad.",
        "Two Thai missiles fell short.",
        "The Iran-Iraq war lasted eight years.",
        "Hundreds fled to Serbia.",
        "The school stands in Xanthi, Greece.",
        "Four gunmen died in Chad.",
        "Officials gave no details.",
    ],
)
def test_a_place_or_an_adjective_is_no_actor(find: Find, text: str) -> None:
    assert triples(find(text), text) == []


def test_title_and_name_are_one_mention_and_the_family_name_the_same_actor(find: Find) -> None:
    text = "Peruvian Defence Minister Tomas Quillabamba resigned. Quillabamba gave no reason. He left at noon."
    mentions = find(text)
    assert triples(mentions, text)[:2] == [
        ("Peruvian Defence Minister Tomas Quillabamba", "person", "PER"),
        ("Quillabamba", "person", "PER"),
    ]
    assert len({each.actor_id for each in mentions}) == 1
    assert [each.span.of(text) for each in mentions if not each.is_named] == ["He"]


def test_another_person_of_a_leaders_family_name_is_another_actor(find: Find) -> None:
    text = "Colonel Tomas Zelensky surrendered. Zelensky gave no reason."
    assert {each.actor_id for each in find(text) if each.is_named} == {"tomas-zelensky"}


def test_an_organ_is_the_listed_body_of_its_country(find: Find) -> None:
    text = "Ukrainian pilots trained at home. The air force lost a jet in Ukraine."
    assert [each.actor_id for each in find(text) if each.kind == "military"][-1] == "ukrainian-air-force"


def test_a_mention_has_the_values_of_its_actor() -> None:
    identity = Identity("a", "A", "person", "PER", "peru", "Mayor", "Q1")
    mention = identity.mention(Span(3, 4), is_named=False)
    shared = ("actor_id", "name", "kind", "country_code", "parent_id", "role_title", "wikidata_id")
    assert [getattr(mention, name) for name in shared] == [getattr(identity, name) for name in shared]
    assert (mention.span, mention.is_named) == (Span(3, 4), False)


def test_spelling_variants_are_one_actor(find: Find) -> None:
    assert (
        len({each.actor_id for each in find("Zelensky spoke. Zelenskyy left. President Volodymyr Zelenskiy returned.") if each.is_named})
        == 1
    )


def test_a_description_is_its_antecedent(find: Find) -> None:
    text = "Boko Haram claimed the raid. The group promised more."
    assert [each.actor_id for each in find(text)] == ["boko-haram", "boko-haram"]


def test_the_last_word_of_a_name_stands_for_the_body(find: Find) -> None:
    text = "The Valley Peace Observatory counted six dead in Peru. Nobody disputed it. The Observatory named two of them."
    assert [each.span.of(text) for each in find(text) if each.actor_id == "valley-peace-observatory"][-1] == "The Observatory"


def test_a_weapon_is_no_actor(find: Find) -> None:
    text = "Hamas was seen there."
    weapon = WeaponMention(Span(0, 5), "x", "x", "drone", "class")
    assert find(text, (weapon,)) == ()


def test_named_mentions_never_overlap_and_come_in_order(find: Find) -> None:
    text = "Kremlin spokesman Dmitry Peskov said Russia's Defence Ministry and the Russian army agreed with Iran."
    spans = [each.span for each in find(text) if each.is_named]
    assert spans == sorted(spans)
    assert all(one.end <= two.start for one, two in pairwise(spans))
    assert spans[0].of(text) == "Kremlin spokesman Dmitry Peskov"


def test_world_answers_for_other_extractors() -> None:
    world = World(Codelists())
    assert [world.adjective_country(word) for word in ("Israeli", "U.S.", "Kenya", "purple")] == ["ISR", "USA", "KEN", None]
    assert (world.state_of("UKR").actor_id, world.state_of("UKR").kind) == ("ukraine", "state")
    assert (world.forces_of("UKR").actor_id, world.forces_of("KEN").kind) == ("armed-forces-of-ukraine", "military")


@pytest.mark.parametrize("pattern", [OFFICE, OFFICE_BEFORE, NUMBERED, BY_NAME, GROUPING])
def test_patterns_stay_fast_on_hostile_lines(pattern: object) -> None:
    assert pattern.search("local senior " * 20_000) is None  # type: ignore[attr-defined]


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet="Chad Mali'’.-\n", max_size=80))
def test_hits_are_the_names_they_say(text: str) -> None:
    index = NameIndex({"Chad": "TCD", "Mali": "MLI"})
    ends = [(hit.start, hit.end) for hit in index.find(text)]
    assert all(text[start:end] in ("Chad", "Mali") for start, end in ends)
    assert ends == sorted(ends)
