"""Rows of the published tables, one class a table, fields named as in `schemas/`. Spans are offsets into the raw body."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from newspkg.model.event_record import EventActorRecord, EventRecord, EventReportRecord, EventWeaponRecord

KEY_SEPARATOR = "|"


def row_key(*parts: str) -> str:
    """A primary key as `evidence.row_key` and `changes.row_key` write it: the values of its columns in order, joined by `|`."""
    return KEY_SEPARATOR.join(parts)


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    article_id: str
    title: str | None
    publisher: str | None
    url: str | None
    published_on: date | None
    language: str | None
    license: str | None
    path: str
    sha256: str
    word_count: int
    in_scope: bool
    duplicate_of: str | None = None


@dataclass(frozen=True, slots=True)
class ActorRecord:
    actor_id: str
    name: str
    actor_kind: str
    country_code: str | None
    parent_id: str | None
    role_title: str | None
    wikidata_id: str | None
    mention_count: int
    article_count: int


@dataclass(frozen=True, slots=True)
class WeaponRecord:
    weapon_id: str
    name: str
    weapon_class: str
    level: str
    origin_country_codes: str | None
    wikidata_id: str | None
    reported_range_km: float | None
    mention_count: int
    article_count: int


@dataclass(frozen=True, slots=True)
class ClaimRecord:
    claim_id: str
    article_id: str
    speaker_id: str | None
    speaker_text: str
    cue_text: str
    claim_type: str
    quotation: str
    content_text: str
    polarity: str
    event_id: str | None
    said_on: date | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class EvidenceRecord:
    evidence_id: str
    table: str
    row_key: str
    column: str | None
    article_id: str
    start: int
    end: int
    text: str
    coded_by: str = "machine"


@dataclass(frozen=True, slots=True)
class ChangeRecord:
    """An identifier of an earlier version that no longer names a row of its own; `successor_key` holds several joined by `;`."""

    op: str
    table: str
    row_key: str
    successor_key: str | None
    reason: str
    version: str


@dataclass(frozen=True)
class Records:
    """All rows of a data set, by table; the field names are the table names."""

    articles: tuple[ArticleRecord, ...] = ()
    actors: tuple[ActorRecord, ...] = ()
    weapons: tuple[WeaponRecord, ...] = ()
    events: tuple[EventRecord, ...] = ()
    event_actors: tuple[EventActorRecord, ...] = ()
    event_weapons: tuple[EventWeaponRecord, ...] = ()
    event_reports: tuple[EventReportRecord, ...] = ()
    claims: tuple[ClaimRecord, ...] = ()
    evidence: tuple[EvidenceRecord, ...] = field(default=())
    changes: tuple[ChangeRecord, ...] = ()
