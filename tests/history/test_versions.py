"""The version recipe, the diff, and what a reader is told of it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from made import PACKAGE, article, event, published, rows, tables

from newspkg.errors import DataError, UsageError
from newspkg.history import Bundle, changelog_lines, diff, latest, next_version, prior_ids, read_bundle, to_json, to_markdown
from newspkg.history.version import chosen_version


def bundle(schemas: dict[str, Any] | None = None, **replaced: Any) -> Bundle:
    made = Bundle.of(tables(**replaced), PACKAGE)
    return replace(made, schemas={**made.schemas, **(schemas or {})})


def schema(table: str, column: str, **told: Any) -> dict[str, Any]:
    """The schema of a table with one column told otherwise."""
    old = PACKAGE.tables[table].descriptor
    return {table: {**old, "fields": [{**field, **told} if field["name"] == column else field for field in old["fields"]]}}


def without(table: str, column: str) -> dict[str, Any]:
    old = PACKAGE.tables[table].descriptor
    return {table: {**old, "fields": [field for field in old["fields"] if field["name"] != column]}}


RECIPE = [
    (bundle(), "1.2.3"),
    (bundle(articles=rows("articles", article(), article("beta"))), "1.3.0"),
    (bundle(events=rows("events")), "1.3.0"),
    (bundle(events=rows("events", event(fatalities_best=5))), "1.2.4"),
    (bundle(schema("events", "summary", type="integer")), "2.0.0"),
    (bundle(schema("events", "latitude", unit="radians")), "2.0.0"),
    (bundle(schema("events", "summary", constraints={"required": True, "maxLength": 5})), "2.0.0"),
    (bundle(schema("events", "latitude", constraints={"minimum": -180, "maximum": 90})), "1.3.0"),
    (bundle(schema("events", "date_precision", constraints={"enum": ["day"]})), "2.0.0"),
    (bundle(schema("events", "admin1", constraints={})), "1.3.0"),
    (bundle(schema("events", "admin1", description="Division.")), "1.2.4"),
    (bundle(without("events", "admin1")), "2.0.0"),
    (bundle({"events": {**PACKAGE.tables["events"].descriptor, "primaryKey": ["event_id", "factuality"]}}), "2.0.0"),
    (replace(bundle(), descriptor={**PACKAGE.descriptor, "title": "Another"}), "1.2.4"),
]


@pytest.mark.parametrize(("new", "version"), RECIPE)
def test_recipe(new: Bundle, version: str) -> None:
    found, reasons = next_version("1.2.3", diff(bundle(), new))
    assert found == version
    assert bool(reasons) == (version != "1.2.3")


def test_added_table_and_column() -> None:
    assert next_version("1.0.0", diff(bundle(without("events", "admin1")), bundle()))[0] == "2.0.0"
    lesser = bundle()
    lesser = replace(lesser, schemas={name: each for name, each in lesser.schemas.items() if name != "events"})
    assert next_version("1.0.0", diff(lesser, bundle()))[0] == "1.1.0"


def test_a_lower_version_by_hand_is_refused() -> None:
    assert chosen_version("1.4.0", "1.2.3", "1.3.0") == "1.4.0"
    assert chosen_version("1.10.0", "1.9.0", "1.9.1") == "1.10.0"
    with pytest.raises(UsageError, match=r"calls for 1\.3\.0"):
        chosen_version("1.2.4", "1.2.3", "1.3.0")


def test_cells_and_words() -> None:
    new = bundle(
        events=rows("events", event(fatalities_best=5, place_name="Port *Ansel*"), event("ev_2", summary="<b>x</b>")),
        articles=rows("articles", article("beta")),
    )
    found = diff(bundle(), new)
    assert found.tables["events"].cells.rows() == [("ev_1", "place_name", None, "Port *Ansel*"), ("ev_1", "fatalities_best", "2", "5")]
    assert found.tables["articles"].removed["article_id"].to_list() == ["alpha"]
    told = "\n".join(changelog_lines(found))
    assert r"missile strike (ev\_1): place from nothing to Port \*Ansel\*, fatalities, best from 2 to 5." in told
    assert "<b>" not in (told + to_markdown(found)).replace(r"\<b\>", "")
    assert r"| ~ | ev\_1 | fatalities\_best | 2 | 5 |" in to_markdown(found)
    assert json.loads(to_json(found))["tables"]["events"]["changed"][1]["new"] == "5"
    assert to_markdown(diff(new, new)) == "Nothing differs.\n"


def test_read_back(tmp_path: Path) -> None:
    assert latest(tmp_path / PACKAGE.name) is None
    folder = published(tmp_path).folder
    read = latest(tmp_path / PACKAGE.name)
    assert read is not None
    assert (read.version, read.folder) == ("1.0.0", folder)
    assert diff(read, bundle()).is_empty
    assert prior_ids(read).events == {("alpha", 10, 15): "ev_1"}
    assert prior_ids(None).events == {}
    (folder / "data" / "events.parquet").unlink()
    with pytest.raises(DataError, match="not a whole bundle"):
        read_bundle(folder)
