"""Whose an organ is that stands without its country's name."""

from __future__ import annotations

import pytest

from newspkg.annotate import Annotator
from newspkg.extract.actors import ActorExtractor
from newspkg.model import Document, RawArticle
from newspkg.specs import Codelists


@pytest.fixture(scope="module")
def countries():
    codelists = Codelists()
    annotate, extract = Annotator(codelists), ActorExtractor(codelists)

    def found(text: str, words: str) -> str | None:
        document = Document(RawArticle("a", "a.md", text, "0", language="en"), text)
        mentions = extract(next(iter(annotate([document]))))
        return next(each.country_code for each in mentions if words in text[each.span.start : each.span.end])

    return found


CASES = [
    ("Chile will close two crossings on its border with Peru, its Interior Ministry said.", "Interior Ministry", "CHL"),
    ("Peru denied that it ships fuel to Bolivia, and its foreign ministry called the report false.", "foreign ministry", "PER"),
    ("Kenya sent troops to Somalia. The State Department welcomed the step.", "State Department", "USA"),
    ("Peru's Finance Ministry refused. In Santiago, the Finance Ministry agreed to pay.", "the Finance Ministry", "CHL"),
    ("Mali's army shelled Kidal. The Foreign Office told Britons to leave Mali.", "Foreign Office", "GBR"),
]


@pytest.mark.parametrize(("text", "words", "alpha3"), CASES)
def test_organ_is_of(countries, text, words, alpha3):
    assert countries(text, words) == alpha3
