"""Parties without a name: those to whom something is done, and those who tell it."""

from __future__ import annotations

import pytest

from newspkg.annotate import Annotator
from newspkg.extract.actors import ActorExtractor
from newspkg.model import Document, RawArticle
from newspkg.specs import Codelists


@pytest.fixture(scope="module")
def parties():
    codelists = Codelists()
    annotate, extract = Annotator(codelists), ActorExtractor(codelists)

    def found(text: str) -> dict[str, tuple[str, str | None]]:
        document = Document(RawArticle("a", "a.md", text, "0", language="en"), text)
        return {text[each.span.start : each.span.end]: (each.kind, each.country_code) for each in extract(next(iter(annotate([document]))))}

    return found


DONE_TO = [
    ("Canada imposed sanctions on nine companies after the raid.", "nine companies", ("company", None)),
    ("Some 2,000 Malians were moved to a camp.", "Some 2,000 Malians", ("civilians", "MLI")),
    ("Police in Bamako, Mali, arrested two men after the blast.", "two men", ("other", None)),
    ("Gunmen pulled five community leaders off a bus in Mali.", "five community leaders", ("civilians", "MLI")),
    ("Tribal elders in Marib, Yemen, said the drone hit a wedding.", "Tribal elders", ("civilians", "YEM")),
    ("At least 16 died in Beni, Congo, according to civil society leaders.", "civil society leaders", ("ngo", "COD")),
]


@pytest.mark.parametrize(("text", "words", "told"), DONE_TO)
def test_party(parties, text, words, told):
    assert parties(text).get(words) == told


@pytest.mark.parametrize(
    "text",
    [
        "Nine companies make tyres in Mali.",
        "Two men were killed in Mali.",
        "Talks on the release of prisoners went on.",
    ],
)
def test_who_is_only_counted_is_none(parties, text):
    assert not {kind for kind, _ in parties(text).values()} & {"company", "civilians", "other"}
