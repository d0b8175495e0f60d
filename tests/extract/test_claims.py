"""Claims: one sentence a construction, with the actors given."""

from __future__ import annotations

from datetime import date

import pytest

from newspkg.annotate.parse import Parser
from newspkg.extract.claims import CONSTRUCTIONS, ClaimExtractor
from newspkg.extract.claims.cues import Lexicon
from newspkg.extract.claims.quotes import find_quotes
from newspkg.model import ActorMention, AnnotatedDocument, ClaimMention, DateMention, Document, EventMention, RawArticle, Span
from newspkg.specs import Codelists

KINDS = {
    "Norland": "state",
    "Sudria": "state",
    "the ministry": "government",
    "The ministry": "government",
    "Anna Berg": "person",
    "the army": "military",
}


@pytest.fixture(scope="module")
def tools() -> tuple[Parser, ClaimExtractor]:
    return Parser(), ClaimExtractor(Codelists())


def span_of(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def claims_in(tools, text: str, events: dict[str, str] | None = None, dates: tuple[DateMention, ...] = ()) -> tuple[ClaimMention, ...]:
    parser, extract = tools
    document = Document(RawArticle("made", "made.txt", text, "0"), text)
    actors = tuple(ActorMention(span_of(text, name), name.casefold(), name, kind) for name, kind in KINDS.items() if name in text)
    found = tuple(EventMention(key, "attack", "other_attack", (span_of(text, words),)) for key, words in (events or {}).items())
    return extract(AnnotatedDocument(document, next(iter(parser.parse([document]))), dates), actors, found)


def told(tools, text: str) -> list[tuple[str | None, str, str]]:
    return [(claim.speaker_id, claim.claim_type, " / ".join(span.of(text) for span in claim.content)) for claim in claims_in(tools, text)]


CASES = [
    ("Norland said that its border posts were shelled.", [("norland", "assertion", "its border posts were shelled")]),
    ("Two bridges collapsed, the ministry said.", [("the ministry", "assertion", "Two bridges collapsed")]),
    ("Two bridges collapsed, said Anna Berg.", [("anna berg", "assertion", "Two bridges collapsed")]),
    ("According to the ministry, two bridges collapsed.", [("the ministry", "assertion", "two bridges collapsed")]),
    ("Two bridges collapsed, according to the ministry.", [("the ministry", "assertion", "Two bridges collapsed")]),
    ('"We hold the bridge," Anna Berg said. "Nobody will pass."', [("anna berg", "assertion", "We hold the bridge / Nobody will pass")]),
    ("The raid, Anna Berg said, was a mistake.", [("anna berg", "assertion", "The raid / was a mistake")]),
    ("Norland accused Sudria of shelling its villages.", [("norland", "accusation", "Sudria of shelling its villages")]),
    ("Norland vowed to rebuild the dam.", [("norland", "commitment", "to rebuild the dam")]),
    ("Norland called on Sudria to stop the shelling.", [("norland", "demand", "Sudria to stop the shelling")]),
    ("By the army's count, 45 fighters were killed.", [("the army", "assertion", "45 fighters were killed")]),
    ("The ministry put the toll at 12.", [("the ministry", "assessment", "the toll at 12")]),
    ("Norland denied on Wednesday having sold guns to Sudria.", [("norland", "denial", "having sold guns to Sudria")]),
    ("The ministry says the No. 7 bus was hit.", [("the ministry", "assertion", "the No. 7 bus was hit")]),
    ('Norland blasted the raid as "reckless" and shut the border.', [("norland", "condemnation", 'the raid as "reckless"')]),
    ('Norland urged Sudria to stop the raids "at once".', [("norland", "demand", 'Sudria to stop the raids "at once"')]),
    ("One witness said the convoy was burning.", [(None, "assertion", "the convoy was burning")]),
    ("Anna Berg: no, we are not leaving.", [("anna berg", "assertion", "no, we are not leaving")]),
    (
        "Norland condemned the raid and demanded an inquiry.",
        [("norland", "condemnation", "the raid"), ("norland", "demand", "an inquiry")],
    ),
    (
        "Norland said that its posts were shelled, adding that nobody was hurt.",
        [("norland", "assertion", "its posts were shelled"), ("norland", "assertion", "nobody was hurt")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:40] for text, _ in CASES])
def test_constructions(tools, text, expected):
    assert told(tools, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The ministry declined to comment.",
        "Norland has not confirmed the losses.",
        "The losses could not be verified.",
        "Did the ministry say how many died?",
        "The ministry would not say where the shells fell.",
        "The convoy left Norland on Monday.",
    ],
)
def test_what_is_no_claim(tools, text):
    assert claims_in(tools, text) == ()


def test_a_denial_negates_and_a_quotation_is_told_by_its_marks(tools):
    (denial,) = claims_in(tools, "Sudria denied that its jets had crossed the river.")
    (direct,) = claims_in(tools, '"We are ready," Anna Berg said.')
    (mixed,) = claims_in(tools, 'Anna Berg said the shelling was "a provocation" by rebels.')
    assert (denial.polarity, denial.quotation) == ("negated", "indirect")
    assert (direct.quotation, mixed.quotation, mixed.polarity) == ("direct", "mixed", "affirmed")


def test_the_event_is_the_first_named_or_the_one_taken_up(tools):
    text = "Shells fell on the market at noon.\nNorland condemned the attack."
    (claim,) = claims_in(tools, text, {"market": "Shells fell"})
    assert claim.event_key == "market"


def test_the_day_of_the_saying(tools):
    text = "The dam had burst, the ministry said on Monday."
    monday = DateMention(span_of(text, "Monday"), "2031-03-03", "day", date(2031, 3, 3), date(2031, 3, 3))
    (claim,) = claims_in(tools, text, dates=(monday,))
    assert claim.said_on == date(2031, 3, 3)


@pytest.mark.parametrize("marks", ["“{}”", '"{}"', "«{}»", "‘{}’", "'{}'"])
def test_quotation_marks_of_every_kind(marks):
    text = f"He said {marks.format('stay where you are')} and left."
    (quote,) = find_quotes(text)
    assert text[quote.inner : quote.inner_end] == "stay where you are"


def test_an_open_quotation_ends_with_its_paragraph():
    first, second = find_quotes("“We waited.\n“Then we left.”")
    assert (first.is_closed, second.is_closed) == (False, True)


def test_a_giant_line_is_read_in_time(tools):
    assert len(find_quotes("' \"" * 50_000)) < 50_000


def test_the_longest_phrase_wins(tools):
    parser, _ = tools
    text = "They claimed responsibility for it."
    doc = next(iter(parser.parse([Document(RawArticle("made", "made.txt", text, "0"), text)])))
    hit = Lexicon(Codelists()).verb_at(doc, 1)
    assert hit is not None and hit.cue.words == ("claim", "responsibility", "for")


def test_the_registry_names_every_construction():
    names = {find.__module__.rsplit(".", 1)[-1] for find in CONSTRUCTIONS}
    assert names == {"relative", "verbs", "according", "nominal", "labels", "turns", "passive", "inquit"}


TURNS = """HOST: What happened at the dam?

MR. VOSS: The gates were blown up before dawn.

Nobody warned the villages below.

HOST: Who did it?

MR. VOSS: We have no proof so far."""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The raid was condemned by Norland.", [("norland", "condemnation", "The raid")]),
        ("Anna Berg said on Monday in a speech the army had left.", [("anna berg", "assertion", "the army had left")]),
        ("Anna Berg said that on Monday troops had left the town.", [("anna berg", "assertion", "on Monday troops had left the town")]),
        ("Norland informed lawmakers the shells had arrived.", [("norland", "assertion", "the shells had arrived")]),
        ("Anna Berg, citing a report, called for a truce.", [("anna berg", "demand", "a truce")]),
        ("Blast kills two in the port: the ministry", [("the ministry", "assertion", "Blast kills two in the port")]),
        ("The baker said that the bridge was gone.", [(None, "assertion", "the bridge was gone")]),
        ("The ministry said the dam broke. It blamed the rebels for the raid.", ["the ministry", "the ministry"]),
        ("A doctor said the ward was full. He blamed the rebels for the raid.", [None, None]),
        ("Bo Lind (@bolind) · 4 May\nThe rebels shelled our town again.", [(None, "assertion", "The rebels shelled our town again")]),
    ],
)
def test_other_genres(tools, text: str, expected: list[object]) -> None:
    found = told(tools, text)
    assert [each if isinstance(want, tuple) else each[0] for each, want in zip(found, expected, strict=True)] == expected


PASSED_ON = [
    ("Anna Berg was quoted by a local paper as saying the dam had burst.", [("anna berg", "assertion", "the dam had burst")]),
    ('"The dam has burst," Norland was cited as saying.', [("norland", "assertion", "The dam has burst")]),
    ("Calling the raid a crime, Norland urged Sudria to pull back.", [("norland", "assertion"), ("norland", "demand")]),
    ("The raid, which Norland condemned, lasted an hour.", [("norland", "condemnation", "The raid")]),
    (
        "Norland accused Sudria of arming the rebels, a charge the ministry rejects.",
        [("norland", "accusation", "Sudria of arming the rebels"), ("the ministry", "rejection", "a charge")],
    ),
    ("Norland threatened on Tuesday to close the strait.", [("norland", "warning", "to close the strait")]),
    ("Norland issued a warning that the strait would close.", [("norland", "warning", "the strait would close")]),
    ("Anna Berg was quick to blame the army for the raid.", [("anna berg", "accusation", "the army for the raid")]),
    ('As Anna Berg put it, "the war has no exit".', [("anna berg", "assertion", "the war has no exit")]),
    ('Anna Berg agreed. "Nobody told us anything."', [("anna berg", "assertion", "Nobody told us anything.")]),
    ("One of them, a nurse, said the bridge was gone.", [(None, "assertion", "the bridge was gone")]),
    ("Anna Berg told Reuters the army had left.", [("anna berg", "assertion", "the army had left")]),
    ('The raid is over. Anna Berg: "We have won."', [("anna berg", "assertion", "We have won")]),
    (
        'The ministry admits that a convoy was lost, describes the ambush as "bad luck" and promises a probe.',
        [
            ("the ministry", "confirmation", "a convoy was lost"),
            ("the ministry", "assertion"),
            ("the ministry", "commitment", "a probe"),
        ],
    ),
    ("The ministry called the shell unique and built a thousand of it.", [("the ministry", "assertion", "the shell unique")]),
    (
        "A fight lasted until dawn; all five raiders were shot, the army said.",
        [("the army", "assertion", "A fight lasted until dawn; all five raiders were shot")],
    ),
    (
        "The night was calm, the ministry said: no shelling, nobody hurt.",
        [("the ministry", "assertion", "The night was calm / no shelling, nobody hurt")],
    ),
    (
        "The rebels had tried to advance, according to the army, and left 30 dead.",
        [("the army", "assertion", "The rebels had tried to advance / and left 30 dead")],
    ),
    ("Norland, which, according to the ministry, used gas, was shelled.", [("the ministry", "assertion", "used gas")]),
    ("The bridge is gone, the ministry said in a statement issued at noon.", [("the ministry", "assertion", "The bridge is gone")]),
    ("Norland holds Sudria responsible.", [("norland", "accusation", "Sudria responsible")]),
    ("The ministry has documented 71 raids.", [("the ministry", "assertion", "71 raids")]),
    (
        "14:20 | Norland: we hit a base. Sudria: you did not",
        [("norland", "assertion", "we hit a base"), ("sudria", "assertion", "you did not")],
    ),
    ("The ministry gave a toll of 40 dead.", [("the ministry", "assertion", "a toll of 40 dead")]),
]


@pytest.mark.parametrize(("text", "expected"), PASSED_ON, ids=[text[:40] for text, _ in PASSED_ON])
def test_speech_passed_on(tools, text: str, expected: list[tuple[str | None, ...]]) -> None:
    found = told(tools, text)
    assert [each[: len(want)] for each, want in zip(found, expected, strict=True)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "The ministry neither confirmed nor denied the raid.",
        "It is false to say that the dam has burst.",
        "No group has claimed the raid. Neither side has confirmed it.",
        "Norland denies that it spoke, refusing to give details.",
        "A nurse spoke of the raid, requesting anonymity.",
    ],
)
def test_what_only_looks_like_a_claim(tools, text: str) -> None:
    assert all(claim.cue.of(text) in {"denies", "spoke of"} for claim in claims_in(tools, text))


def test_transcript_paragraphs_go_to_the_last_label_and_questions_to_nobody(tools) -> None:
    claims = claims_in(tools, TURNS)
    assert [claim.speaker.of(TURNS) for claim in claims] == ["MR. VOSS"] * 3
    assert claims[1].content[0].of(TURNS) == "Nobody warned the villages below"


def test_before_another_attack_is_named_a_claim_is_about_the_one_that_the_article_opens_with(tools) -> None:
    text = (
        "Shells fell on the market at noon.\nAnna Berg said the stairs were gone.\nBombs hit the port.\nThe ministry said nobody was left."
    )
    first, second = claims_in(tools, text, {"market": "Shells fell", "port": "Bombs hit"})
    assert (first.event_key, second.event_key) == ("market", None)


def test_a_toll_and_a_denial_of_blame_are_about_the_fight_told_last(tools) -> None:
    text = (
        "Shells fell on the market at noon.\nBombs hit the port at dusk.\nThe ministry put the dead at nine.\n"
        "Sudria denied any part in it.\nNorland accused Sudria of hiding its generals."
    )
    claims = claims_in(tools, text, {"market": "Shells fell", "port": "Bombs hit"})
    assert [claim.event_key for claim in claims] == ["port", "market", None]


def test_what_a_witness_saw_is_of_the_paragraph_before(tools) -> None:
    text = 'Shells fell on the market.\nBombs hit the port.\n"The stairs came down like rain," said Anna Berg.'
    (claim,) = claims_in(tools, text, {"market": "Shells fell", "port": "Bombs hit"})
    assert claim.event_key == "port"
