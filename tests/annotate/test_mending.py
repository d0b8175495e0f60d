"""What is mended before and behind the parser: datelines, verbs with a hyphen, a past tense hung on an infinitive."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newspkg.annotate.datelines import dateline_ends
from newspkg.annotate.hyphens import in_one
from newspkg.annotate.parse import Parser
from newspkg.model import Document, RawArticle


def read(text: str):
    (doc,) = Parser().parse([Document(RawArticle("a", "a.txt", text, "0" * 64), text)])
    return doc


DATELINES = [
    ("GOMA (Wire) - Rebels left.", "Rebels"),
    ("GOMA, Congo, Feb. 8 (Wire) -- Rebels left.", "Rebels"),
    ("PORT SUDAN/CAIRO — Rebels left.", "Rebels"),
    ("London, 5 March – Rebels left.", "Rebels"),
    ("Goma, DR Congo (Wire) - Rebels left.", "Rebels"),
]


@pytest.mark.parametrize(("text", "first"), DATELINES)
def test_the_news_begins_behind_the_dateline(text: str, first: str) -> None:
    assert {text[end:].split()[0] for end in dateline_ends(text)} == {first}
    assert [sentence.text.split()[0] for sentence in read(text).sents][-1] == first


@pytest.mark.parametrize("text", ["Tokyo — which has no army — said nothing.", "The army left - at last.", "It fell (again) - and rose."])
def test_a_dash_in_a_sentence_is_no_dateline(text: str) -> None:
    assert not list(dateline_ends(text))


@pytest.mark.parametrize("piece", ["A", "A ", "AB ", "AB, ", "AB\n", "AB (", "Ab, Cd "])
def test_hostile_lines_are_read_at_once(piece: str) -> None:
    assert list(dateline_ends(piece * 20_000)) == []


VERBS = [
    ("Peru test-fired two missiles on Monday.", "test-fired", "test-fire", "VBD"),
    ("The rebels re-took the town.", "re-took", "retake", "VBD"),
    ("The army counter-attacked at dawn.", "counter-attacked", "counterattack", "VBD"),
]


@pytest.mark.parametrize(("text", "word", "lemma", "tag"), VERBS)
def test_a_verb_with_a_hyphen_is_one_word(text: str, word: str, lemma: str, tag: str) -> None:
    assert [(token.lemma_, token.tag_) for token in read(text) if token.text == word] == [(lemma, tag)]


def test_a_past_tense_is_beside_the_finite_verb_above() -> None:
    doc = read("Peru's government ordered the French ambassador to leave within 48 hours and revoked five defence accords with Paris.")
    assert [token.head.text for token in doc if token.text == "revoked"] == ["ordered"]


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="retscofild- \n.", max_size=60))
def test_words_put_together_keep_the_text(text: str) -> None:
    doc = Parser().nlp.make_doc(text)
    assert in_one(doc).text == doc.text


GERUNDS = [
    ("Iran on Wednesday once more denied shipping missiles to Yemen.", "shipping", "ship", "missiles"),
    ("The envoy accused the Emirates of flying howitzers to the rebels.", "flying", "fly", "howitzers"),
]


@pytest.mark.parametrize(("text", "word", "base", "thing"), GERUNDS)
def test_what_is_denied_is_something_done(text: str, word: str, base: str, thing: str) -> None:
    (verb,) = [token for token in read(text) if token.text == word]
    assert (verb.pos_, verb.lemma_) == ("VERB", base)
    assert thing in {child.text for child in verb.children if child.dep_ == "dobj"}


def test_a_number_ends_no_sentence() -> None:
    assert len(list(read("The town hall says the No. 7 may run again in October.").sents)) == 1
