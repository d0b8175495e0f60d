"""Date expressions: what is found, and the value it gets."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newspkg import dates as calendar
from newspkg.annotate.dates import DateAnnotator
from newspkg.model import Document, RawArticle
from newspkg.specs import Codelists

ANNOTATOR = DateAnnotator(Codelists())
THURSDAY = date(2024, 7, 18)  # the day on which the texts below are published


def read(text: str, published_on: date | None = THURSDAY) -> list[tuple[str, str | None]]:
    return [(mention.span.of(text), mention.value) for mention in ANNOTATOR.dates(text, published_on)]


@pytest.mark.parametrize(
    ("text", "expression", "value"),
    [
        # days in full
        ("It fell on 7 March 2022.", "7 March 2022", "2022-03-07"),
        ("It fell on March 7, 2022, at noon.", "March 7, 2022", "2022-03-07"),
        ("It fell on Sept. 4th 2022.", "Sept. 4th 2022", "2022-09-04"),
        ("It fell on Monday, 7 March 2022.", "Monday, 7 March 2022", "2022-03-07"),
        ("It fell on the 7th of March, 2022.", "the 7th of March, 2022", "2022-03-07"),
        ("Dated 2022-03-07.", "2022-03-07", "2022-03-07"),
        ("Dated 07.03.2022.", "07.03.2022", "2022-03-07"),
        ("Dated 24/03/2022.", "24/03/2022", "2022-03-24"),
        # days without a year: the nearest, the past preferred
        ("It fell on July 3.", "July 3", "2024-07-03"),
        ("It fell on 20 December.", "20 December", "2023-12-20"),
        ("A summit is planned for 20 December.", "20 December", "2024-12-20"),
        ("The deal runs until Sept. 15.", "Sept. 15", "2024-09-15"),
        # weekdays
        ("A depot burned on Tuesday.", "Tuesday", "2024-07-16"),
        ("A depot burned on Thursday.", "Thursday", "2024-07-18"),
        ("Last Thursday a depot burned.", "Last Thursday", "2024-07-11"),
        ("Envoys will meet on Saturday.", "Saturday", "2024-07-20"),
        ("Envoys meet next Monday.", "next Monday", "2024-07-22"),
        ("Tuesday's attack was the third.", "Tuesday", "2024-07-16"),
        ("A minister said on Friday that troops would stay.", "Friday", "2024-07-12"),
        ("It burned on Wednesday last week.", "Wednesday last week", "2024-07-10"),
        # around the day of publication
        ("A port was hit yesterday.", "yesterday", "2024-07-17"),
        ("A port was hit last night.", "last night", "2024-07-17TNI"),
        ("A port was hit this morning.", "this morning", "2024-07-18TMO"),
        ("Talks resume tomorrow.", "tomorrow", "2024-07-19"),
        ("It began three days ago.", "three days ago", "2024-07-15"),
        ("It began two years ago.", "two years ago", "2022"),
        ("It began last week.", "last week", "2024-W28"),
        ("It began last month.", "last month", "2024-06"),
        ("It began earlier this year.", "earlier this year", "2024"),
        ("It began last August.", "last August", "2023-08"),
        ("It began on June 8 last year.", "June 8 last year", "2023-06-08"),
        # times of day with a day
        ("Drones came before dawn on Tuesday.", "before dawn on Tuesday", "2024-07-16TMO"),
        ("He spoke late on Sunday.", "late on Sunday", "2024-07-14TEV"),
        ("It burned on Monday night.", "Monday night", "2024-07-15TNI"),
        ("Drones came in the early hours of June 3.", "the early hours of June 3", "2024-06-03TMO"),
        ("Drones came overnight.", "overnight", "2024-07-18TNI"),
        # months, seasons, years
        ("It rose in early March 2022.", "early March 2022", "2022-03"),
        ("It rose in November.", "November", "2023-11"),
        ("It rose by mid-May.", "mid-May", "2024-05"),
        ("It rose at the end of 2023.", "the end of 2023", "2023"),
        ("It rose in the summer of 1940.", "the summer of 1940", "1940-SU"),
        ("It rose in winter 1941.", "winter 1941", "1941-WI"),
        ("It rose in the 1930s.", "the 1930s", "193"),
        ("It has lasted since 2014.", "2014", "2014"),
        ("A treaty of the 19th century.", "the 19th century", "18"),
        ("Carthage fell in 146 BC.", "146 BC", "BC0146"),
        # no calendar date
        ("The siege took three weeks.", "three weeks", "P3W"),
        ("A ten-day truce held.", "ten-day", "P10D"),
        ("The town is now empty.", "now", "PRESENT_REF"),
        ("Losses have recently grown.", "recently", "PAST_REF"),
        # the n-th day of a war
        ("It is day 3 of Russia's full-scale invasion.", "day 3 of Russia's full-scale invasion", "2022-02-26"),
    ],
)
def test_an_expression_has_its_value(text: str, expression: str, value: str) -> None:
    assert (expression, value) in read(text)


@pytest.mark.parametrize(
    "text",
    [
        "Troops may march on.",
        "A Su-24 and two Mi-8s fell.",
        "Theresa May spoke.",
        "The long March of the column ended.",
        "It killed 1500 soldiers.",
        "Resolution 1701 holds.",
        "A man of 52 died.",
        "The sun rose; a second sat down.",
        "It cost $2022.",
        "AIM-120s and F-16s were sent.",
    ],
)
def test_what_is_no_date_is_left(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Overnight 20/21 May 2024 drones came.", date(2024, 5, 20), date(2024, 5, 21)),
        ("On the night of 2-3 May 2024 drones came.", date(2024, 5, 2), date(2024, 5, 3)),
        ("Overnight into Monday drones came.", date(2024, 7, 15), date(2024, 7, 15)),
        ("Drones came overnight from Sunday to Monday.", date(2024, 7, 14), date(2024, 7, 15)),
        ("On Tuesday the port was hit overnight.", date(2024, 7, 16), date(2024, 7, 16)),
    ],
)
def test_nights_keep_the_days_that_are_named(text: str, start: date, end: date) -> None:
    night = next(mention for mention in ANNOTATOR.dates(text, THURSDAY) if mention.is_night)
    assert (night.start, night.end, night.precision) == (start, end, "day")


@pytest.mark.parametrize(
    ("text", "values", "end"),
    [
        ("It lasted from March 3-13, 2024.", ["2024-03-03", "2024-03-13"], date(2024, 3, 13)),
        ("It fell between 1 and 5 May 2024.", ["2024-05-01", "2024-05-05"], date(2024, 5, 5)),
        ("The war of 1914-18 ended.", ["1914", "1918"], date(1918, 12, 31)),
        ("From 17 August to 2 September 1914 it lasted.", ["1914-08-17", "1914-09-02"], date(1914, 9, 2)),
    ],
)
def test_the_first_end_of_a_range_covers_it(text: str, values: list[str], end: date) -> None:
    found = ANNOTATOR.dates(text, THURSDAY)
    assert [mention.value for mention in found] == values
    assert found[0].end == end


def test_an_undated_text_resolves_no_relative_date() -> None:
    assert read("On Tuesday, and last week, and on July 3, it burned.", None) == [("Tuesday", None), ("last week", None), ("July 3", None)]


def test_a_history_carries_its_year_on() -> None:
    text = (
        "War broke out on 5 May 1931. By September the north had fallen. On 3 October the capital fell, and two days later the king fled."
    )
    assert [value for _, value in read(text, None)] == ["1931-05-05", "1931-09", "1931-10-03", "1931-10-05"]


def test_a_labelled_line_has_its_own_day() -> None:
    text = "Tuesday\nShells fell yesterday.\n\nWednesday\nShells fell yesterday.\n"
    assert [value for _, value in read(text)] == ["2024-07-16", "2024-07-15", "2024-07-17", "2024-07-16"]


def test_a_document_is_read_from_its_day_of_publication() -> None:
    text = "It burned on Tuesday."
    document = Document(RawArticle("a", "a.md", text, "0", published_on=THURSDAY), text)
    assert [mention.start for mention in ANNOTATOR(document)] == [date(2024, 7, 16)]


PIECES = "on the night of 2-3 May 2024 Monday overnight into before dawn 31 April last next year three days later 1914-18 May 99 BC ("
WORDS = st.sampled_from([*PIECES.split(), "\n", "\u00a0", "29", "February"])
TEXTS = st.one_of(st.text(max_size=120), st.lists(WORDS, max_size=25).map(" ".join))


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.sampled_from([None, THURSDAY, date(1, 1, 1), date(9999, 12, 31)]))
def test_spans_lie_in_the_text_and_apart(text: str, published_on: date | None) -> None:
    found = ANNOTATOR.dates(text, published_on)
    assert all(mention.span.end <= len(text) for mention in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    assert all(m.end is None or m.start is None or m.start <= m.end for m in found)


@given(st.dates(date(1600, 1, 1), date(2100, 1, 1)), st.sampled_from(["day", "week", "month", "year"]), st.integers(-400, 400))
def test_a_period_holds_the_day_it_is_around(on: date, unit: str, count: int) -> None:
    period = calendar.around(on, unit)  # type: ignore[arg-type]
    assert period.start <= on <= period.end
    moved = calendar.shift(on, unit, count)  # type: ignore[arg-type]
    assert moved is None or (moved >= on) == (count >= 0) or moved == on


@given(st.dates(date(1600, 1, 1), date(2100, 1, 1)), st.integers(0, 6))
def test_weekdays_are_found_within_a_week(on: date, weekday: int) -> None:
    assert timedelta(0) <= on - calendar.weekday_before(on, weekday) < timedelta(7)
    assert timedelta(0) < calendar.weekday_after(on, weekday) - on <= timedelta(7)


def test_a_year_named_beside_a_history_does_not_move_it() -> None:
    text = (
        "On 3 May 1931 the garrison rose. Pay was promised for 1934. The rising spread on 9 May. It was the worst since 1902. "
        "By June the coast was lost. On 2 August 1931 the fort fell."
    )
    told = dict(read(text, None))
    assert (told["9 May"], told["June"]) == ("1931-05-09", "1931-06")


def test_a_paragraph_that_tells_of_another_year_goes_on_in_it() -> None:
    text = "The siege began in March 2021. In May the bridge was blown up.\nIn May the port was shelled again."
    assert [value for said, value in read(text, date(2024, 7, 18)) if said == "May"] == ["2021-05", "2024-05"]


def test_a_weekday_ends_the_tale_of_another_year() -> None:
    text = "The siege began in March 2021. On Monday envoys met, and a deal is due since 2 July."
    assert dict(read(text, date(2024, 7, 18)))["2 July"] == "2024-07-02"
