"""What fills the slots of an event in one article: its day, place, sides, weapons, harm. No span, no filler."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from newspkg.model.annotation import DatePrecision, PlacePrecision, Qualifier
from newspkg.model.span import Span

ActorRoleName = Literal["initiator", "target", "supplier", "recipient", "authorizer", "participant", "mediator"]
WeaponRoleName = Literal["used", "transferred", "authorized", "deployed", "tested", "destroyed"]


@dataclass(frozen=True, slots=True)
class EventDate:
    start: date | None
    end: date | None
    precision: DatePrecision
    span: Span


@dataclass(frozen=True, slots=True)
class EventPlace:
    name: str
    precision: PlacePrecision
    span: Span
    country_code: str | None = None
    admin1: str | None = None
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class ActorRole:
    actor_id: str
    role: ActorRoleName
    span: Span


@dataclass(frozen=True, slots=True)
class EventWeapon:
    weapon_id: str
    role: WeaponRoleName
    span: Span
    quantity: int | None = None
    quantity_intercepted: int | None = None
    quantity_hit: int | None = None
    quantity_qualifier: Qualifier | None = None
    quantity_span: Span | None = None
    intercepted_span: Span | None = None
    hit_span: Span | None = None


@dataclass(frozen=True, slots=True)
class Casualties:
    low: int | None
    best: int | None
    high: int | None
    span: Span


@dataclass(frozen=True, slots=True)
class TargetKind:
    value: str
    span: Span
