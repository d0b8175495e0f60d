"""Rows of `events`, `event_reports`, `event_actors` and `event_weapons` for one event, with their evidence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from newspkg.model import (
    ActorRole,
    EventActorRecord,
    EventMention,
    EventReportRecord,
    Span,
)
from newspkg.resolve.combine import combined, is_contested
from newspkg.resolve.evidence import Emit, Ledger
from newspkg.resolve.member import Group, Member
from newspkg.resolve.summary import summary
from newspkg.resolve.used import weapon_rows

Named = list[tuple[tuple[str, ...], Span]]


def event_rows(event_id: str, group: Group, claim_count: int, names: Mapping[str, str], ledger: Ledger, emit: Emit) -> None:
    """Hand over all rows of one event; `names` are the names of the actors that have a row."""
    group = sorted(group, key=_published)
    reports = [_report(event_id, member, names) for member in group]
    for member in group:
        _note(event_id, member, names, ledger)
    record = combined(event_id, [member.event for member in group], reports)
    record = replace(record, article_count=len({m.article_id for m in group}), claim_count=claim_count, is_contested=is_contested(reports))
    emit("events", replace(record, summary=summary(record, names)))
    for table, rows in (
        ("event_actors", _actors(event_id, group, names, ledger)),
        ("event_weapons", weapon_rows(event_id, group, ledger)),
        ("event_reports", reports),
    ):
        for row in rows:
            emit(table, row)
    ledger.hand_over()


def _published(member: Member) -> tuple[str, str]:
    return (member.published.isoformat() if member.published else "", member.article_id)


def _report(event_id: str, member: Member, names: Mapping[str, str]) -> EventReportRecord:
    event = member.event
    date, place, dead, hurt = event.date, event.place, event.fatalities, event.injured
    initiator, target = (_principal(event, role, names) for role in ("initiator", "target"))
    return EventReportRecord(
        event_id=event_id,
        article_id=member.article_id,
        factuality=event.factuality,
        date_start=date.start if date else None,
        date_end=date.end if date else None,
        date_precision=date.precision if date else None,
        place_name=place.name if place else None,
        country_code=place.country_code if place else None,
        admin1=place.admin1 if place else None,
        latitude=place.latitude if place else None,
        longitude=place.longitude if place else None,
        place_precision=place.precision if place else None,
        initiator_id=initiator.actor_id if initiator else None,
        target_id=target.actor_id if target else None,
        target_kind=event.target_kind.value if event.target_kind else None,
        fatalities_low=dead.low if dead else None,
        fatalities_best=dead.best if dead else None,
        fatalities_high=dead.high if dead else None,
        injured_low=hurt.low if hurt else None,
        injured_best=hurt.best if hurt else None,
        injured_high=hurt.high if hurt else None,
    )


def _principal(event: EventMention, role: str, names: Mapping[str, str]) -> ActorRole | None:
    return next((each for each in event.roles if each.role == role and each.actor_id in names), None)


def _columns(event: EventMention, names: Mapping[str, str]) -> list[tuple[str, Span]]:
    """Each column of an event that is filled, with the span that says its value."""
    found: list[tuple[str, Span]] = []
    if event.date:
        found += [(column, event.date.span) for column in ("date_start", "date_end", "date_precision")]
    if event.place:
        found += [(column, event.place.span) for column in ("place_name", "country_code", "admin1", "place_precision")]
    for role, column in (("initiator", "initiator_id"), ("target", "target_id")):
        first = _principal(event, role, names)
        found += [(column, first.span)] if first else []
    if event.target_kind:
        found.append(("target_kind", event.target_kind.span))
    for name, toll in (("fatalities", event.fatalities), ("injured", event.injured)):
        if toll:
            found += [(f"{name}_{end}", toll.span) for end in ("low", "best", "high") if getattr(toll, end) is not None]
    return found


def _note(event_id: str, member: Member, names: Mapping[str, str], ledger: Ledger) -> None:
    report, by = f"{event_id}|{member.article_id}", member.event.coded_by
    for trigger in member.event.triggers:
        ledger.add("events", event_id, None, member.reading, trigger, by)
        ledger.add("event_reports", report, None, member.reading, trigger, by)
    for column, span in _columns(member.event, names):
        ledger.add("events", event_id, column, member.reading, span, by)
        ledger.add("event_reports", report, column, member.reading, span, by)


def _actors(event_id: str, group: Group, names: Mapping[str, str], ledger: Ledger) -> tuple[EventActorRecord, ...]:
    found: dict[tuple[str, str], EventActorRecord] = {}
    for member in group:
        for role in member.event.roles:
            if role.actor_id in names:
                found.setdefault((role.actor_id, role.role), EventActorRecord(event_id, role.actor_id, role.role))
                key = f"{event_id}|{role.actor_id}|{role.role}"
                ledger.add("event_actors", key, None, member.reading, role.span, member.event.coded_by)
    return tuple(found.values())
