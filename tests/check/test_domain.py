"""Rules between columns and between tables, as compact triples: table, column, check."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from newspkg.check import FAMILIES, check_tables
from newspkg.model import Records
from newspkg.specs import PackageSpec
from newspkg.tables import build_tables

DAY = date(2024, 3, 4)
BROKEN: list[tuple[str, dict[str, Any], tuple[str, str, str | None]]] = [
    ("events", {"date_end": date(2024, 3, 3)}, ("events", "date_order", "date_end")),
    ("events", {"date_precision": None}, ("events", "date_precision", "date_precision")),
    ("events", {"date_start": None, "date_end": None}, ("events", "date_precision", "date_precision")),
    ("events", {"date_precision": "month"}, ("events", "date_precision", "date_start")),
    ("events", {"date_start": date(2024, 3, 1), "date_precision": "year"}, ("events", "date_precision", "date_start")),
    ("event_reports", {"fatalities_low": 3}, ("event_reports", "order", "fatalities_low")),
    ("events", {"fatalities_best": 4}, ("events", "order", "fatalities_best")),
    ("events", {"injured_low": 4, "injured_high": 2}, ("events", "order", "injured_low")),
    ("events", {"factuality": "planned"}, ("events", "factuality", "factuality")),
    ("events", {"country_code": "UKR", "latitude": -49.0, "longitude": -70.0}, ("events", "place", "latitude")),
    ("events", {"country_code": "RUS", "latitude": 37.6, "longitude": 55.7}, ("events", "place", "latitude")),
    ("events", {"country_code": "UKR", "admin1": "Bryansk Oblast"}, ("events", "place", "admin1")),
    ("events", {"longitude": None}, ("events", "coordinates", "latitude")),
    ("events", {"place_name": None}, ("events", "place", "place_name")),
    ("events", {"place_precision": None}, ("events", "place", "place_precision")),
    ("events", {"event_type": "battle", "event_subtype": "clash"}, ("events", "target_kind", "target_kind")),
    ("events", {"event_subtype": "clash"}, ("events", "event_type", "event_subtype")),
    ("events", {"article_count": 2}, ("events", "count", "article_count")),
    ("events", {"claim_count": 0}, ("events", "count", "claim_count")),
    ("events", {"target_id": "state_northland"}, ("events", "sides", "target_id")),
    ("events", {"initiator_id": "nobody"}, ("events", "foreignKeys", "initiator_id")),
    ("event_weapons", {"quantity_intercepted": 7}, ("event_weapons", "quantity", "quantity_intercepted")),
    ("event_weapons", {"quantity_hit": 7}, ("event_weapons", "quantity", "quantity_hit")),
    ("claims", {"end": 5}, ("claims", "order", "start")),
    ("actors", {"parent_id": "state_northland"}, ("actors", "self", "parent_id")),
    ("articles", {"duplicate_of": "0001"}, ("articles", "self", "duplicate_of")),
    ("articles", {"in_scope": False}, ("evidence", "scope", "article_id")),
    ("evidence", {"text": "Norland"}, ("evidence", "evidence", "text")),
    ("evidence", {"end": 8}, ("evidence", "evidence", "text")),
    ("evidence", {"article_id": "0002"}, ("evidence", "evidence", "article_id")),
    ("evidence", {"row_key": "state_eastland"}, ("evidence", "evidence", "row_key")),
    ("evidence", {"column": "colour"}, ("evidence", "evidence", "column")),
    ("evidence", {"row_key": "state_southland"}, ("actors", "evidence", None)),
]


def change(records: Records, table: str, **values: Any) -> Records:
    """The records with other values in the first row of a table."""
    first, *rest = getattr(records, table)
    return replace(records, **{table: (replace(first, **values), *rest)})


@pytest.mark.parametrize(("table", "values", "expected"), BROKEN)
def test_a_broken_rule_is_named(
    records: Records,
    package: PackageSpec,
    bodies: dict[str, str],
    table: str,
    values: dict[str, Any],
    expected: tuple[str, str, str | None],
) -> None:
    issues = check_tables(build_tables(change(records, table, **values), package), package, bodies)
    assert expected in [(issue.table, issue.check, issue.column) for issue in issues]
    assert all("expected" in issue.message for issue in issues)


def test_long_tables_have_the_same_faults_part_by_part(
    records: Records, package: PackageSpec, bodies: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    twice = replace(records, actors=(*records.actors, records.actors[0]), event_weapons=records.event_weapons * 2)
    again = replace(records, evidence=(*records.evidence, replace(records.evidence[0], evidence_id="ed_y")))
    changed = [twice, again, *(change(records, table, **values) for table, values, _ in BROKEN[::3])]
    whole = [check_tables(build_tables(each, package), package, bodies) for each in changed]
    monkeypatch.setattr("newspkg.check.frames.PART", 2)
    parts = [check_tables(build_tables(each, package), package, bodies) for each in changed]
    assert [sorted(map(repr, each)) for each in parts] == [sorted(map(repr, each)) for each in whole]
    assert check_tables(build_tables(records, package), package, bodies) == []


def test_a_qualified_quantity_may_be_exceeded(records: Records, package: PackageSpec, bodies: dict[str, str]) -> None:
    changed = change(records, "event_weapons", quantity_intercepted=7, quantity_qualifier="at_least")
    assert check_tables(build_tables(changed, package), package, bodies) == []


def test_composite_keys_are_unique_and_whole(records: Records, package: PackageSpec, bodies: dict[str, str]) -> None:
    twice = replace(records, event_weapons=records.event_weapons * 2)
    issues = check_tables(build_tables(twice, package), package, bodies)
    assert [(issue.table, issue.check, issue.row_key) for issue in issues] == [("event_weapons", "primaryKey", "ev_1|heron|used")]
    holed = change(records, "event_weapons", role=None)
    checks = {(issue.table, issue.check) for issue in check_tables(build_tables(holed, package), package, bodies)}
    assert {("event_weapons", "primaryKey"), ("event_weapons", "required")} <= checks


def test_unique_keys_are_unique(records: Records, package: PackageSpec, bodies: dict[str, str]) -> None:
    first = replace(records.evidence[0], column="name")
    again = replace(records, evidence=(*records.evidence, replace(first, evidence_id="ed_x"), replace(first, evidence_id="ed_y")))
    issues = check_tables(build_tables(again, package), package, bodies)
    assert [(issue.check, issue.row_key) for issue in issues] == [("uniqueKeys", "ed_y")]


def test_a_missing_table_and_a_missing_column_are_named(records: Records, package: PackageSpec, bodies: dict[str, str]) -> None:
    tables = build_tables(records, package)
    del tables["changes"]
    tables["actors"] = tables["actors"].drop_columns(["name"])
    found = {(issue.check, issue.table) for issue in check_tables(tables, package, bodies)}
    assert found == {("tables", "changes"), ("columns", "actors")}


def test_the_registry_holds_every_family() -> None:
    from pathlib import Path

    import newspkg.check

    families = {path.stem for path in Path(newspkg.check.__file__).parent.glob("*.py")}
    helpers = {
        "__init__",
        "registry",
        "frames",
        "twins",
        "compile",
        "cast",
        "hints",
        "strange",
        "standard",
        "mutants",
        "catchers",
        "sample",
        "beside",
        "narrow",
        "files",
        "safe",
        "coverage",
        "differences",
        "bundle",
        "codelists",
        "schemas",
        "template",
    }
    assert families - helpers == set(FAMILIES)


@pytest.mark.parametrize(
    ("country", "latitude", "longitude"),
    [("RUS", 70.0, 129.0), ("AUS", -25.0, 122.0), ("USA", 71.3, -156.8), ("CAN", 82.5, -62.3), ("UKR", 51.3, 37.5), ("CHL", -27.1, -109.4)],
)
def test_a_remote_or_border_point_is_no_fault(
    records: Records, package: PackageSpec, bodies: dict[str, str], country: str, latitude: float, longitude: float
) -> None:
    place = {"country_code": country, "latitude": latitude, "longitude": longitude, "admin1": None}
    issues = check_tables(build_tables(change(records, "events", **place), package), package, bodies)
    assert [issue.message for issue in issues if issue.check == "place"] == []
