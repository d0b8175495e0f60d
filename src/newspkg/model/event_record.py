"""Rows of `events` and of the tables that say of an event who told it, who took part and with what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class EventReportRecord:
    event_id: str
    article_id: str
    factuality: str
    date_start: date | None = None
    date_end: date | None = None
    date_precision: str | None = None
    place_name: str | None = None
    country_code: str | None = None
    admin1: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    place_precision: str | None = None
    initiator_id: str | None = None
    target_id: str | None = None
    target_kind: str | None = None
    fatalities_low: int | None = None
    fatalities_best: int | None = None
    fatalities_high: int | None = None
    injured_low: int | None = None
    injured_best: int | None = None
    injured_high: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRecord:
    event_id: str
    event_type: str
    event_subtype: str
    factuality: str
    date_start: date | None = None
    date_end: date | None = None
    date_precision: str | None = None
    place_name: str | None = None
    country_code: str | None = None
    admin1: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    place_precision: str | None = None
    initiator_id: str | None = None
    target_id: str | None = None
    target_kind: str | None = None
    fatalities_low: int | None = None
    fatalities_best: int | None = None
    fatalities_high: int | None = None
    injured_low: int | None = None
    injured_best: int | None = None
    injured_high: int | None = None
    article_count: int = 1
    claim_count: int = 0
    is_contested: bool = False
    summary: str = ""


@dataclass(frozen=True, slots=True)
class EventActorRecord:
    event_id: str
    actor_id: str
    role: str


@dataclass(frozen=True, slots=True)
class EventWeaponRecord:
    event_id: str
    weapon_id: str
    role: str
    quantity: int | None = None
    quantity_intercepted: int | None = None
    quantity_hit: int | None = None
    quantity_qualifier: str | None = None
