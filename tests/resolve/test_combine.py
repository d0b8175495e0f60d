"""Rows from rival reports: what most say, tolls from low to high, and when they are contested."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from telling import told

from newspkg.model import EventRecord, EventReportRecord
from newspkg.resolve.combine import combined, is_contested

DAY, NEXT = date(2031, 5, 11), date(2031, 5, 12)


def _report(**values: Any) -> EventReportRecord:
    return EventReportRecord(event_id="e", article_id="a", **({"factuality": "actual"} | values))


def _dead(low: int | None, best: int | None, high: int | None) -> EventReportRecord:
    return _report(fatalities_low=low, fatalities_best=best, fatalities_high=high)


def _row(*reports: EventReportRecord) -> EventRecord:
    events = [told("a", "It struck.", "struck").events[0] for _ in reports]
    return combined("e", events, reports)


@pytest.mark.parametrize(
    ("tolls", "row"),
    [
        ([(9, 9, 9), (9, 9, 9)], (9, 9, 9)),
        ([(9, 9, 9), (11, 11, 11)], (9, 11, 11)),  # the later of two
        ([(9, 9, 9), (11, 11, 11), (9, 9, 9)], (9, 9, 11)),  # what most say
        ([(9, 9, None), (11, 11, None)], (9, 11, None)),  # at least
        ([(None, 50, 50), (None, 40, 40)], (None, 40, 50)),  # at most
        ([(0, 0, 0), (3, 3, None)], (0, 3, 3)),
        ([(None, None, None), (2, 2, 2)], (2, 2, 2)),
    ],
)
def test_tolls(tolls: list[tuple[int | None, int | None, int | None]], row: tuple[int | None, int | None, int | None]) -> None:
    event = _row(*(_dead(*toll) for toll in tolls))
    assert (event.fatalities_low, event.fatalities_best, event.fatalities_high) == row


def test_what_belongs_together_comes_from_one_report() -> None:
    coarse = _report(place_name="Zentia", country_code="ZZZ", place_precision="country", date_start=DAY, date_end=DAY, date_precision="day")
    fine = _report(place_name="Nor", country_code="ZZZ", latitude=1.0, longitude=2.0, place_precision="settlement")
    event = _row(coarse, fine)
    assert (event.place_name, event.latitude, event.place_precision, event.date_start) == ("Nor", 1.0, "settlement", DAY)


def test_most_reports_decide_who_did_it() -> None:
    assert _row(_report(initiator_id="kolm"), _report(initiator_id="avaria"), _report(initiator_id="avaria")).initiator_id == "avaria"


@pytest.mark.parametrize(
    ("one", "two", "contested"),
    [
        ({"fatalities_low": 9, "fatalities_high": 9}, {"fatalities_low": 11, "fatalities_high": 11}, True),
        ({"fatalities_low": 9}, {"fatalities_low": 11, "fatalities_high": 11}, False),  # at least nine
        ({"injured_low": 0, "injured_high": 0}, {"injured_low": 4, "injured_high": 4}, True),
        ({"initiator_id": "avaria"}, {"initiator_id": "avaria-army"}, False),
        ({"factuality": "denied"}, {}, True),
        ({"date_start": DAY, "date_precision": "day"}, {"date_start": NEXT, "date_precision": "day"}, True),
        ({"date_start": DAY, "date_end": NEXT, "date_precision": "day"}, {"date_start": NEXT, "date_precision": "day"}, False),
    ],
)
def test_contested(one: dict[str, Any], two: dict[str, Any], contested: bool) -> None:
    assert is_contested([_report(**one), _report(**two)]) is contested
    assert is_contested([_report(**two), _report(**one)]) is contested
