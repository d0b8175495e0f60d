"""One row from what several articles report: the date from the one, the place from the other, rival counts from low to high."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from newspkg.model import EventMention, EventRecord, EventReportRecord

FINENESS = ("site", "settlement", "district", "admin1", "water", "country", None)
Toll = tuple[int | None, int | None, int | None]  # low, best, high
DATES = ("day", "week", "month", "season", "year", None)


def combined(event_id: str, events: Sequence[EventMention], reports: Sequence[EventReportRecord]) -> EventRecord:
    """The event's row, without its counts and summary."""
    dated = min(reports, key=lambda report: DATES.index(report.date_precision))
    placed = min(reports, key=lambda report: FINENESS.index(report.place_precision))
    kinds = Counter(event.event_subtype for event in events if event.event_subtype != "other_attack") or Counter([events[0].event_subtype])
    dead, hurt = _toll(reports, "fatalities"), _toll(reports, "injured")
    return EventRecord(
        event_id=event_id,
        event_type=events[0].event_type,
        event_subtype=kinds.most_common(1)[0][0],
        factuality=next((each for each in ("actual", "planned", "denied") if any(r.factuality == each for r in reports)), "actual"),
        date_start=dated.date_start,
        date_end=dated.date_end,
        date_precision=dated.date_precision,
        place_name=placed.place_name,
        country_code=placed.country_code,
        admin1=placed.admin1,
        latitude=placed.latitude,
        longitude=placed.longitude,
        place_precision=placed.place_precision,
        initiator_id=_first(reports, "initiator_id"),
        target_id=_first(reports, "target_id"),
        target_kind=_first(reports, "target_kind"),
        fatalities_low=dead[0],
        fatalities_best=dead[1],
        fatalities_high=dead[2],
        injured_low=hurt[0],
        injured_best=hurt[1],
        injured_high=hurt[2],
    )


def _first(reports: Sequence[EventReportRecord], column: str) -> str | None:
    return next((value for report in reports if (value := getattr(report, column)) is not None), None)


def _toll(reports: Sequence[EventReportRecord], name: str) -> Toll:
    """Low is the lowest reported, high the highest, best the one most reports give (the first among equals)."""
    told = [_counts(report, name) for report in reports]
    told = [each for each in told if any(value is not None for value in each)]
    if not told:
        return None, None, None
    if len(set(told)) == 1:
        return told[0]
    values = [value for each in told for value in each if value is not None]
    best = Counter(each[1] for each in told if each[1] is not None).most_common(1)
    return min(values), best[0][0] if best else None, max(values)


def _counts(report: EventReportRecord, name: str) -> Toll:
    return getattr(report, f"{name}_low"), getattr(report, f"{name}_best"), getattr(report, f"{name}_high")


def is_contested(reports: Sequence[EventReportRecord]) -> bool:
    """Two articles give values that cannot both hold."""
    for name in ("fatalities", "injured"):
        low, high = (_known(reports, f"{name}_{end}") for end in ("low", "high"))
        if low and high and max(low) > min(high):
            return True
    exact = [r.date_start for r in reports if r.date_precision == "day"]
    return len({r.initiator_id for r in reports if r.initiator_id}) > 1 or (len(set(exact)) > 1)


def _known(reports: Sequence[EventReportRecord], column: str) -> list[int]:
    return [value for report in reports if (value := getattr(report, column)) is not None]
