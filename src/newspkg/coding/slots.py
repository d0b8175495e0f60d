"""The slots of a coded event, each with the span that says it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from newspkg.coding.coding import CodedRow
from newspkg.coding.grounds import Grounds
from newspkg.model import Casualties, EventDate, EventPlace, Span, TargetKind

UNKNOWN = (None, "", "unknown")


def date_of(row: CodedRow, grounds: Grounds) -> EventDate | None:
    if row["date_start"] in UNKNOWN or row["date_precision"] in UNKNOWN:
        return None
    start = date.fromisoformat(row["date_start"])
    end = None if row["date_end"] in UNKNOWN else date.fromisoformat(row["date_end"])
    return EventDate(start, end, row["date_precision"], grounds.date(start))


def place_of(row: CodedRow, grounds: Grounds) -> EventPlace | None:
    if row["place"] in UNKNOWN:
        return None
    span, known = grounds.place(str(row["place"]))
    precision = row["place_precision"] if row["place_precision"] not in UNKNOWN else known.precision if known else "country"
    made = EventPlace(str(row["place"]), precision, span, row["country"], row["admin1"])
    return replace(made, latitude=known.latitude, longitude=known.longitude) if known else made


def kind_of(row: CodedRow, grounds: Grounds) -> TargetKind | None:
    return None if row["target_kind"] in UNKNOWN else TargetKind(row["target_kind"], _kind_span(row, grounds))


def _kind_span(row: CodedRow, grounds: Grounds) -> Span:
    known = grounds.known
    return known.target_kind.span if known and known.target_kind and known.target_kind.value == row["target_kind"] else grounds.trigger


def toll_of(value: Any, grounds: Grounds, known: Casualties | None) -> Casualties | None:
    if not value or all(each is None for each in value):
        return None
    low, best, high = value
    return Casualties(low, best, high, grounds.count(value, known))
