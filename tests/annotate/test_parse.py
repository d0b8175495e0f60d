"""The parser's tokens are the document's, and say what the model's own pipeline says."""

from __future__ import annotations

import pytest

from newspkg.annotate.parse import Parser, load_model
from newspkg.model import Document, RawArticle

TEXTS = [
    "The minister didn't say who'd fired; there were no dead, but it's gonna be told.",
    "Let's go, he said. She has had 3 of them  since May.\nIs it what they ain't got?",
    "Forces that hit the port had been moving north while aid was being blocked.",
]


def read(parser: Parser, text: str):
    (doc,) = parser.parse([Document(RawArticle("a", "a.txt", text, "0" * 64), text)])
    return doc


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser(stand_ins={"zorkon": "missile", "zorkons": "missiles"})


@pytest.mark.parametrize("text", TEXTS)
def test_what_the_model_says(parser: Parser, text: str):
    for line in text.split("\n"):
        for _ in range(2):  # the second time from memory
            doc, plain = read(parser, line), load_model()(line)
            told = [[(t.text, t.tag_, t.pos_, str(t.morph), t.lemma_, t.dep_, t.head.i) for t in each] for each in (doc, plain)]
            assert told[0] == told[1]


def test_a_stand_in_lends_its_grammar_and_leaves_the_word(parser: Parser):
    doc = read(parser, "They fired two Zorkons at the port.")
    assert [(token.text, token.tag_, token.lemma_) for token in doc if token.text == "Zorkons"] == [("Zorkons", "NNS", "zorkons")]
    assert doc.text == "They fired two Zorkons at the port."


def test_no_sentence_crosses_a_line_end(parser: Parser):
    assert [sentence.text.strip() for sentence in read(parser, "Rebels near the port\nThe army left").sents] == [
        "Rebels near the port",
        "The army left",
    ]


def test_an_empty_text_has_no_tokens(parser: Parser):
    assert len(read(parser, "")) == 0
