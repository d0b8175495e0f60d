"""Text in capitals is read in its usual case, with as many characters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newspkg.annotate.casing import Truecaser
from newspkg.annotate.parse import load_model
from newspkg.ingest import clean
from newspkg.model import Document, RawArticle
from newspkg.specs import Codelists


@pytest.fixture(scope="module")
def truecaser() -> Truecaser:
    return Truecaser(Codelists(), load_model(None))


def document(text: str) -> Document:
    return clean(RawArticle("a", "a.txt", text, "0" * 64))


@pytest.mark.parametrize(
    "usual",
    [
        "Rebels shelled a market in Goma on Tuesday, the army said.",
        "Two policemen were killed in Medellin by gunmen who fired AK-47 rifles.",
        "Goma (AP) - The URNG [a rebel group] denied it, a source in the ELN said.",
        "Colonel Jorge Quintana met President Petro on 12 May and may meet him again in March 2024.",
        "Police in El Salvador's capital said they wouldn't leave before the 6th day.",
        "She didn't see O'Brien, the U.S. spokesman, in La Paz.",
    ],
)
def test_the_usual_case_is_found_again(truecaser: Truecaser, usual: str) -> None:
    assert truecaser.cased(usual.upper()) == usual


def test_only_lines_in_capitals_are_changed(truecaser: Truecaser) -> None:
    text = "REBELS TAKE BUNDORI AS ARMY FLEES\n\nFighters seized the town of Bundori on Friday. NATO and the EU said nothing.\n\nUPDATE"
    read = truecaser(document(text)).text
    assert read.splitlines()[0] == "Rebels take Bundori as army flees"  # the article shows how the name is written
    assert read.splitlines()[1:] == text.splitlines()[1:]


def test_a_usual_article_is_given_back_as_it_is(truecaser: Truecaser) -> None:
    plain = document("KYIV - The US and NATO met on Monday.\n\nNothing else was said by anyone there.")
    assert truecaser(plain) is plain


@given(st.text(alphabet="ABCDEÉİßŒ '’-.\n\"5", min_size=1, max_size=80))
def test_no_character_is_added_or_lost(truecaser: Truecaser, text: str) -> None:
    assert len(truecaser.cased(text)) == len(text)
    assert truecaser.cased(text).casefold() == text.casefold()
