"""Stretches of days that a sentence names."""

from datetime import date

import pytest

from newspkg.annotate.dates import DateAnnotator
from newspkg.extract.events.setting.spells import spelled
from newspkg.model import AnnotatedDocument, Document, RawArticle
from newspkg.specs import Codelists

THURSDAY = date(2024, 5, 2)
ANNOTATOR = DateAnnotator(Codelists())


def days(text: str, on: date | None = THURSDAY) -> list[tuple[str, int, int]]:
    document = Document(RawArticle("a", "a.txt", text, "0", published_on=on, language="en"), text)
    annotated = AnnotatedDocument(document, None, ANNOTATOR(document), (), ())  # type: ignore[arg-type]
    return [(each.span.of(text), each.start.day, each.end.day) for each in spelled(annotated) if each.start and each.end]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Between 9 p.m. on Tuesday and 5 a.m. today the port was shelled.", ("Tuesday and 5 a.m. today", 30, 2)),
        ("Between 11 p.m. on Wednesday and dawn 40 rockets fell.", ("Wednesday and dawn", 1, 2)),
        (
            "They fought from Tuesday night until shortly before dawn on Wednesday.",
            ("Tuesday night until shortly before dawn on Wednesday", 30, 1),
        ),
        ("Over the past 24 hours two hamlets were taken.", ("Over the past 24 hours", 1, 2)),
        ("Over the past day two hamlets were taken.", ("Over the past day", 1, 1)),
        ("The garrison pulled out at the weekend.", ("at the weekend", 27, 28)),
        ("Shops were looted on Monday and Tuesday.", ("Monday and Tuesday", 29, 30)),
    ],
)
def test_a_stretch_has_both_its_ends(text: str, expected: tuple[str, int, int]) -> None:
    assert days(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Talks took place on Monday; on Wednesday the shelling went on.",
        "Between 9 and 11 a.m. on Monday a shell fell.",
        "A raid on Monday and the strike on Thursday.",
    ],
)
def test_days_apart_are_no_stretch(text: str) -> None:
    assert all(start == end for _, start, end in days(text))


def test_without_a_day_of_writing_nothing_is_reckoned_from_it() -> None:
    assert days("Over the past 24 hours two hamlets were taken.", None) == []
