"""Attributions by their construction: passives, cues between commas, several sources in one sentence, verbs of no list."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newspkg.annotate.parse import Parser
from newspkg.extract.claims import ClaimExtractor
from newspkg.model import ActorMention, AnnotatedDocument, Document, RawArticle, Span
from newspkg.specs import Codelists

KINDS = {"Norland": "state", "Sudria": "state", "The ministry": "government", "the ministry": "government", "Anna Berg": "person"}
Said = Callable[[str], list[tuple[str, str]]]


@pytest.fixture(scope="module")
def said() -> Said:
    """Speaker and content of every claim of a text."""
    parser, extract = Parser(), ClaimExtractor(Codelists())

    def run(text: str) -> list[tuple[str, str]]:
        document = Document(RawArticle("made", "made.txt", text, "0"), text)
        actors = tuple(
            ActorMention(Span(at, at + len(name)), name.casefold(), name, kind)
            for name, kind in KINDS.items()
            if (at := text.find(name)) >= 0
        )
        claims = extract(AnnotatedDocument(document, next(iter(parser.parse([document])))), actors, ())
        return [(claim.speaker.of(text), " / ".join(span.of(text) for span in claim.content)) for claim in claims]

    return run


PASSIVES = [
    ("Sudria was told by Norland that the shells would come late.", [("Norland", "the shells would come late")]),
    ("Families were told by the ministry to leave before dusk.", [("the ministry", "Families / to leave before dusk")]),
    ("The blast, blamed by Norland on saboteurs, killed six people.", [("Norland", "saboteurs")]),
    ("The shelling was blamed by survivors on government soldiers.", [("survivors", "The shelling / government soldiers")]),
    ("The claim was dismissed as propaganda by Norland.", [("Norland", "The claim / as propaganda")]),
    ("The toll was put by the ministry at 31.", [("the ministry", "The toll / at 31")]),
    ("Soldiers were accused by Anna Berg of burning villages.", [("Anna Berg", "Soldiers / of burning villages")]),
    ("The colonel was said by locals to have fled abroad.", [("locals", "The colonel / to have fled abroad")]),
    ("Rebels backed by Norland took the town.", []),
    ("The raid cannot be confirmed by the ministry.", []),
]


@pytest.mark.parametrize(("text", "expected"), PASSIVES, ids=[text[:40] for text, _ in PASSIVES])
def test_passives_with_their_agent(said: Said, text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text) == expected


PLACED = [
    (
        "Gunmen stormed a jail in the north and freed 90 inmates, officials said on Sunday, in the third such raid.",
        [("officials", "Gunmen stormed a jail in the north and freed 90 inmates")],
    ),
    (
        "Since the start of May at least 900 villagers have fled, on foot and by boat, towards the coast, says the ministry.",
        [("the ministry", "Since the start of May at least 900 villagers have fled, on foot and by boat, towards the coast")],
    ),
    ("It would not last, Anna Berg said, but the guns fell silent on Monday.", [("Anna Berg", "It would not last")]),
    ("Reuters reported, citing two officials, that the talks had collapsed.", [("Reuters", "the talks had collapsed")]),
    ("Anna Berg spoke. Its wings, she went on, show that it can turn.", [("she", "Its wings / show that it can turn")]),
    (
        "Norland said its post was shelled, while Sudria said its troops had not fired.",
        [("Norland", "its post was shelled"), ("Sudria", "its troops had not fired")],
    ),
    (
        "While Norland says its jets shot down 60 drones, local officials report fires at three sites.",
        [("Norland", "its jets shot down 60 drones"), ("local officials", "fires at three sites")],
    ),
    ("Norland said its troops had fired in self-defence, and summoned the envoy.", [("Norland", "its troops had fired in self-defence")]),
]


@pytest.mark.parametrize(("text", "expected"), PLACED, ids=[text[:40] for text, _ in PLACED])
def test_where_the_statement_stands(said: Said, text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text) == expected


QUOTED = [
    ("“Talk to us first,” Anna Berg offers.", [("Anna Berg", "Talk to us first")]),
    ("“A miracle,” is how the doctor describes it.", [("the doctor", "A miracle")]),
    ("“Is it over?” Anna Berg asked.", []),
    ("“Why us?” asked Anna Berg. “We had done nothing at all.”", [("Anna Berg", "We had done nothing at all")]),
    ("They called it the “meat grinder”, and men went in.", [("They", "it the “meat grinder”")]),
]


@pytest.mark.parametrize(("text", "expected"), QUOTED, ids=[text[:40] for text, _ in QUOTED])
def test_quotations_behind_any_verb(said: Said, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(speaker, content.rstrip(",")) for speaker, content in said(text)] == expected


EDGES = [
    ("The radars that Norland had promised to lend are still in crates.", []),
    ("The rebels deny nothing and admit nothing.", []),
    ("The Skua, a missile said to fly far, was tested.", []),
    ("Anna Berg, who briefed reporters by phone, said 20 jets had flown.", [("Anna Berg", "20 jets had flown")]),
    ("Norland asked for talks under the treaty after two drones crashed near the coast.", [("Norland", "talks under the treaty")]),
    ("Norland urged allies to shoot drones down before they cross.", [("Norland", "allies to shoot drones down before they cross")]),
    ("Norland denied it the same evening, and went on shelling.", [("Norland", "it")]),
    (
        "The two men deny the charges, their lawyer said.",
        [("their lawyer", "The two men deny the charges"), ("The two men", "the charges")],
    ),
    (
        "Norland condemned the raid, and Sudria, which hosts the talks, called on all sides to stop.",
        [("Norland", "the raid"), ("Sudria", "all sides to stop")],
    ),
    ("Norland told a meeting there was no shortage, yet depots have begun to close.", [("Norland", "there was no shortage")]),
    ("“A farce,” was the verdict of Anna Berg.", [("Anna Berg", "A farce")]),
    ("“Never,” came the reply from Anna Berg.", [("Anna Berg", "Never")]),
    ("Warnings from aid agencies that famine is near went unheard.", [("aid agencies", "famine is near")]),
    ("If Norland is to be believed, the rebels lost 200 men.", [("Norland", "the rebels lost 200 men")]),
    ("“They say that every day,” Anna Berg said.", [("Anna Berg", "They say that every day")]),
]


@pytest.mark.parametrize(("text", "expected"), EDGES, ids=[text[:40] for text, _ in EDGES])
def test_where_a_statement_ends_and_what_is_none(said: Said, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(speaker, content.rstrip(",")) for speaker, content in said(text)] == expected
