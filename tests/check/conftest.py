"""A small data set that breaks no rule, to break one rule at a time."""

from __future__ import annotations

from datetime import date

import pytest

from newspkg.model import (
    ActorRecord,
    ArticleRecord,
    ChangeRecord,
    ClaimRecord,
    EventActorRecord,
    EventRecord,
    EventReportRecord,
    EventWeaponRecord,
    EvidenceRecord,
    Records,
    WeaponRecord,
)
from newspkg.specs import PackageSpec, default_schemas, load_package

BODY = "Northland fired six Heron missiles at a depot in Southland on Monday, its ministry said. Four were shot down."
SIDES = {"initiator_id": "state_northland", "target_id": "state_southland"}
TOLD = {
    "factuality": "actual", "date_start": date(2024, 3, 4), "date_end": date(2024, 3, 4), "date_precision": "day",
    "place_name": "Southland",
    "country_code": "SLD", "latitude": 10.0, "longitude": 20.0, "place_precision": "country", "target_kind": "military",
    "fatalities_low": 1, "fatalities_best": 2, "fatalities_high": 3, **SIDES,
}  # fmt: skip


def _evidence(number: int, table: str, key: str, text: str, column: str | None = None) -> EvidenceRecord:
    start = BODY.index(text)
    return EvidenceRecord(f"ed_{number}", table, key, column, "0001", start, start + len(text), text)


@pytest.fixture(scope="session")
def package() -> PackageSpec:
    return load_package(default_schemas())


@pytest.fixture(scope="session")
def bodies() -> dict[str, str]:
    return {"0001": BODY}


@pytest.fixture(scope="session")
def records() -> Records:
    spans = [
        ("actors", "state_northland", "Northland"), ("actors", "state_southland", "Southland"), ("weapons", "heron", "Heron missiles"),
        ("events", "ev_1", "fired"), ("event_actors", "ev_1|state_northland|initiator", "Northland"),
        ("event_actors", "ev_1|state_southland|target", "Southland"), ("event_weapons", "ev_1|heron|used", "Heron"),
        ("event_reports", "ev_1|0001", "fired"), ("claims", "cl_1", "fired six Heron missiles"),
    ]  # fmt: skip
    return Records(
        articles=(
            ArticleRecord(
                "0001",
                "A depot is hit",
                "Paper",
                "https://paper.example/1",
                date(2024, 3, 5),
                "en",
                None,
                "raw/0001.txt",
                "a" * 64,
                19,
                True,
            ),
        ),
        actors=(
            ActorRecord("state_northland", "Northland", "state", "NLD", None, None, "Q1", 2, 1),
            ActorRecord("state_southland", "Southland", "state", "SLD", None, None, None, 2, 1),
        ),
        weapons=(WeaponRecord("heron", "Heron", "cruise_missile", "system", "NLD;SLD", None, 250.0, 1, 1),),
        events=(
            EventRecord(event_id="ev_1", event_type="attack", event_subtype="missile_strike", claim_count=1, summary="A strike", **TOLD),
        ),
        event_actors=(
            EventActorRecord("ev_1", "state_northland", "initiator"),
            EventActorRecord("ev_1", "state_southland", "target"),
        ),
        event_weapons=(EventWeaponRecord("ev_1", "heron", "used", 6, 4, 2, "exact"),),
        event_reports=(EventReportRecord(event_id="ev_1", article_id="0001", **TOLD),),
        claims=(
            ClaimRecord(
                "cl_1",
                "0001",
                "state_northland",
                "its ministry",
                "said",
                "assertion",
                "indirect",
                "fired six",
                "affirmed",
                "ev_1",
                None,
                10,
                19,
            ),
        ),
        evidence=tuple(_evidence(number, *each) for number, each in enumerate(spans)),
        changes=(ChangeRecord("merged", "events", "ev_0", "ev_1", "one strike told twice", "1.1.0"),),
    )
