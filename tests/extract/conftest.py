"""The events of a short article, for the tests of their arguments."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from newspkg.annotate import Annotator
from newspkg.extract import Extractor
from newspkg.model import Document, EventMention, RawArticle
from newspkg.specs import Codelists

Told = Callable[[str], tuple[EventMention, ...]]


@pytest.fixture(scope="session")
def told() -> Told:
    """The events of a text published on Thursday, 2 May 2024."""
    codelists = Codelists()
    annotator, extractor = Annotator(codelists), Extractor(codelists)

    def run(text: str) -> tuple[EventMention, ...]:
        article = RawArticle("a", "a.txt", text, "0", published_on=date(2024, 5, 2), language="en")
        annotated = next(iter(annotator([Document(article, text)])))
        weapons = extractor.weapons(annotated)
        return extractor.events(annotated, weapons, extractor.actors(annotated, weapons))

    return run
