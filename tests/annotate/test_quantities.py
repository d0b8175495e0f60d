"""Quantities: values, units, qualifiers, totals, and the numbers that count nothing."""

from __future__ import annotations

import pytest

from newspkg.annotate.parse import Parser
from newspkg.annotate.quantities import QuantityAnnotator
from newspkg.model import Document, QuantityMention, RawArticle
from newspkg.specs import Codelists


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser()


def quantities(parser: Parser, text: str) -> tuple[QuantityMention, ...]:
    document = Document(RawArticle("a", "a.txt", text, "0"), text)
    return QuantityAnnotator(Codelists())(document, next(iter(parser.parse([document]))))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The unit lost 1,200 shells.", (1200, "shell", "exact", None)),
        ("At least 31 of the 36 drones fell.", (31, "drone", "at_least", 36)),
        ("Two dozen rockets landed.", (24, "rocket", "exact", None)),
        ("Half a dozen mortars fired.", (6, "mortar", "exact", None)),
        ("All six missiles were stopped.", (6, "missile", "exact", None)),
        ("All but two of the 14 boats returned.", (12, "boat", "exact", 14)),
        ("Up to 3.5 million people left.", (3_500_000, "people", "at_most", None)),
        ("No fewer than twenty-one soldiers died.", (21, "soldier", "at_least", None)),
        ("Close to 10 guns were seized.", (10, "gun", "about", None)),
        ("They drove nearly 190 miles.", (190, "mile", "about", None)),
        ("Scores of villagers fled.", (None, "villager", "about", None)),
    ],
)
def test_a_quantity(parser: Parser, text: str, expected: tuple[float | None, str, str, float | None]) -> None:
    (found,) = quantities(parser, text)
    assert (found.value, found.unit, found.qualifier, found.of_total) == expected


@pytest.mark.parametrize(
    "text",
    [
        "It began on 19 November 2024.",
        "Sirens wailed at 3:05 a.m. in the port.",
        "The boy is a 14-year-old pupil.",
        "The T-72 stood beside a MiG-29.",
    ],
)
def test_numbers_that_count_nothing(parser: Parser, text: str) -> None:
    assert quantities(parser, text) == ()


def test_spans_hold_the_words_of_the_quantity(parser: Parser) -> None:
    text = "They counted more than 40 tanks."
    (found,) = quantities(parser, text)
    assert found.span.of(text) == "more than 40"
