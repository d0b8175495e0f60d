"""One row from what several articles report: the date from the one, the place from the other, rival counts from low to high."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from datetime import date
from typing import Any, TypeVar

from newspkg.model import EventMention, EventRecord, EventReportRecord

FINENESS: tuple[str | None, ...] = ("site", "settlement", "district", "admin1", "water", "country", None)
PLACE = ("place_name", "country_code", "admin1", "latitude", "longitude", "place_precision")
DATE = ("date_start", "date_end", "date_precision")
Value = TypeVar("Value", bound=Hashable)
Toll = tuple[int | None, int | None, int | None]  # low, best, high
DATES: tuple[str | None, ...] = ("day", "week", "month", "season", "year", None)


def combined(event_id: str, events: Sequence[EventMention], reports: Sequence[EventReportRecord]) -> EventRecord:
    """The event's row, without its counts and summary; `reports` in the order in which they were published."""
    kinds = [event.event_subtype for event in events if event.event_subtype != "other_attack"] or ["other_attack"]
    if events[0].event_type != "attack":
        kinds = [event.event_subtype for event in events]
    dead, hurt = _toll(reports, "fatalities"), _toll(reports, "injured")
    return EventRecord(
        event_id=event_id,
        event_type=events[0].event_type,
        event_subtype=_usual(kinds) or kinds[0],
        factuality=next((each for each in ("actual", "planned", "denied") if any(r.factuality == each for r in reports)), "actual"),
        **_finest(reports, DATE, DATES),
        **_finest(reports, PLACE, FINENESS),
        initiator_id=_usual(report.initiator_id for report in reports),
        target_id=_usual(report.target_id for report in reports),
        target_kind=_usual(report.target_kind for report in reports),
        fatalities_low=dead[0],
        fatalities_best=dead[1],
        fatalities_high=dead[2],
        injured_low=hurt[0],
        injured_best=hurt[1],
        injured_high=hurt[2],
    )


def _usual(values: Iterable[Value | None]) -> Value | None:
    """What most say, the first among equals."""
    told = Counter(value for value in values if value is not None)
    return told.most_common(1)[0][0] if told else None


def _finest(reports: Sequence[EventReportRecord], columns: Sequence[str], fineness: Sequence[str | None]) -> dict[str, Any]:
    """The columns that belong together, from the reports that are most precise; of these what most say. The last is the precision."""
    told = [tuple(getattr(report, column) for column in columns) for report in reports]
    best = min(fineness.index(each[-1]) for each in told)
    usual = _usual(each for each in told if fineness.index(each[-1]) == best)
    return dict(zip(columns, usual or told[0], strict=True))


def _toll(reports: Sequence[EventReportRecord], name: str) -> Toll:
    """Low is the lowest reported, high the highest, best the one most reports give (the latest among equals: tolls rise).

    A bound that no report gives stays open.
    """
    told = [_counts(report, name) for report in reports]
    told = [each for each in told if any(value is not None for value in each)]
    if len(set(told)) <= 1:
        return told[0] if told else (None, None, None)
    values = [value for each in told for value in each if value is not None]
    best = _usual(each[1] for each in reversed(told))
    low = min(values) if any(each[0] is not None for each in told) else None
    return low, best, max(values) if any(each[2] is not None for each in told) else None


def _counts(report: EventReportRecord, name: str) -> Toll:
    return getattr(report, f"{name}_low"), getattr(report, f"{name}_best"), getattr(report, f"{name}_high")


def is_contested(reports: Sequence[EventReportRecord]) -> bool:
    """Two articles give values that cannot both hold: a toll, days without one in common, a deed and its denial.

    A state and its army, or a town and its plant, can both hold; rivals for the doer are not one event at all.
    """
    for name in ("fatalities", "injured"):
        low, high = (_known(reports, f"{name}_{end}") for end in ("low", "high"))
        if low and high and max(low) > min(high):
            return True
    if {"actual", "denied"} <= {report.factuality for report in reports}:
        return True
    days = [_days(report.date_start, report.date_end) for report in reports if report.date_start and report.date_precision == "day"]
    return bool(days) and max(first for first, _ in days) > min(last for _, last in days)


def _days(start: date, end: date | None) -> tuple[date, date]:
    return start, end or start


def _known(reports: Sequence[EventReportRecord], column: str) -> list[int]:
    return [value for report in reports if (value := getattr(report, column)) is not None]
