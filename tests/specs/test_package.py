"""The schemas: they agree with the records and the codelists, and a fault in one is told with its place."""

from __future__ import annotations

import dataclasses
import json
import shutil
import typing
from pathlib import Path

import pyarrow as pa
import pytest

from newspkg.errors import DataError, EnvironmentFault
from newspkg.model import Records
from newspkg.specs import Codelists, PackageSpec, default_schemas, listed, load_package
from newspkg.specs.package import read_package

CODELISTS = {  # codelist and its column -> enum of a table's column
    ("event_types", "event_subtype"): ("events", "event_subtype"),
    ("event_types", "event_type"): ("events", "event_type"),
    ("date_precisions", "date_precision"): ("events", "date_precision"),
    ("place_precisions", "place_precision"): ("events", "place_precision"),
    ("weapon_classes", "code"): ("weapons", "weapon_class"),
}
PYTHON = {"str": "string", "int": "integer", "float": "number", "bool": "boolean", "date": "date"}


@pytest.fixture(scope="module")
def package() -> PackageSpec:
    return load_package(default_schemas())


def _record_fields(table: str) -> dict[str, tuple[str, bool]]:
    """Column -> type and whether it may be null, as the dataclass of the table's rows has it."""
    row = typing.get_args(typing.get_type_hints(Records)[table])[0]
    fields = {}
    for each in dataclasses.fields(row):
        kind, _, null = str(each.type).partition(" | ")
        fields[each.name] = (PYTHON[kind], null == "None")
    return fields


def test_records_and_schemas_name_the_same_tables(package: PackageSpec) -> None:
    assert {each.name for each in dataclasses.fields(Records)} ^ set(package.tables) == set()


def test_every_schema_file_is_listed_in_the_template(package: PackageSpec) -> None:
    assert {path.stem for path in default_schemas().glob("*.json")} - {"datapackage"} == set(package.tables)


def test_records_and_schemas_agree_column_by_column(package: PackageSpec) -> None:
    missing = []
    for name, table in package.tables.items():
        record = _record_fields(name)
        missing += [f"{name}.{each} is not in both" for each in record.keys() ^ set(table.column_names)]
        if list(record) != list(table.column_names):
            missing.append(f"{name}: the columns stand in another order")
        for column in table.columns:
            if record.get(column.name) != (column.type, column.nullable):
                missing.append(
                    f"{name}.{column.name} is {record.get(column.name)} in the record, {(column.type, column.nullable)} in the schema"
                )
    assert missing == []


@pytest.mark.parametrize(("source", "target"), CODELISTS.items())
def test_enums_and_codelists_agree(package: PackageSpec, source: tuple[str, str], target: tuple[str, str]) -> None:
    listed = {row[source[1]] for row in Codelists().rows(source[0])}
    assert listed ^ set(package.table(target[0]).column(target[1]).enum) == set()


@pytest.mark.parametrize(
    ("codelist", "column", "target"),
    [
        ("claim_cues", "claim_type", ("claims", "claim_type")),
        ("claim_cues", "polarity", ("claims", "polarity")),
        ("target_kinds", "target_kind", ("events", "target_kind")),
        ("weapon_systems", "weapon_class", ("weapons", "weapon_class")),
        ("bodies", "actor_kind", ("actors", "actor_kind")),
        ("event_triggers", "event_subtype", ("events", "event_subtype")),
    ],
)
def test_codelists_use_the_values_of_the_enums(package: PackageSpec, codelist: str, column: str, target: tuple[str, str]) -> None:
    used = {value for row in Codelists().rows(codelist) for value in listed(row[column])}
    assert used - set(package.table(target[0]).column(target[1]).enum) == set()


def test_reports_have_the_columns_of_events(package: PackageSpec) -> None:
    def columns(table: str) -> list[object]:
        fields = package.table(table).descriptor["fields"]
        names = [each["name"] for each in fields]
        return list(fields[names.index("factuality") : names.index("injured_high") + 1])

    assert columns("events") == columns("event_reports")


def test_every_column_is_described(package: PackageSpec) -> None:
    bare = [
        f"{table.name}.{column.name}: {what}"
        for table in package.tables.values()
        for column in table.columns
        for what in ("title", "description", "example", "source")
        if getattr(column, what) in (None, "")
    ]
    assert bare == []


def test_arrow(package: PackageSpec) -> None:
    schema = package.table("events").arrow_schema
    assert schema.field("date_start").type == pa.date32()
    assert schema.field("latitude").type == pa.float64()
    assert schema.field("fatalities_low").type == pa.int64()
    assert schema.field("latitude").metadata[b"unit"] == b"degrees north"


FAULTS = [
    ("actors.json", '"primaryKey": [', '"primaryKey": "x", "y": [', "primaryKey names 'x'"),
    ("actors.json", '"type": "string"', '"type": "text"', "type is 'text'"),
    ("actors.json", '"minLength": 1', '"minLenght": 1', "minLenght"),
    ("actors.json", '"title": "Name"', '"title": 7', "title is 7"),
    ("actors.json", '"resource": ""', '"resource": "people"', "refers to 'people'"),
    ("weapons.json", '{"value": "tank", "label": "Tank"},', "", "differ by tank"),
    ("weapons.json", '"pattern": "Q', '"pattern": "(Q', "pattern is"),
    ("weapons.json", '"name": "weapons",', '"name": "weapons", "name": "arms",', "given twice"),
    ("weapons.json", "{", "[", "not JSON"),
    ("datapackage.json", '"schema": "events.json"', '"schema": "../events.json"', "schema is"),
]


@pytest.mark.parametrize(("file", "old", "new", "expected"), FAULTS)
def test_a_fault_in_a_schema_is_told_with_its_place(tmp_path: Path, file: str, old: str, new: str, expected: str) -> None:
    root = tmp_path / "schemas"
    shutil.copytree(default_schemas(), root, ignore=shutil.ignore_patterns("codelists"))
    text = (root / file).read_text(encoding="utf-8")
    assert old in text
    (root / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(DataError) as caught:
        load_package(root)
    issue = next(each for each in caught.value.issues if expected in each.message)
    assert issue.file == str(root / file)
    assert issue.line
    assert "expected" in issue.message


def test_a_missing_folder_is_the_environments_fault(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFault, match="--schemas"):
        load_package(tmp_path)


def test_the_template_is_json_with_attribution() -> None:
    template = json.loads((default_schemas() / "datapackage.json").read_text(encoding="utf-8"))
    assert any("GeoNames" in each["title"] and "CC BY 4.0" in each["title"] for each in template["sources"])


def test_a_schema_that_is_a_link_is_refused_unread(tmp_path: Path) -> None:
    home, elsewhere = tmp_path / "schemas", tmp_path / "secret.json"
    shutil.copytree(default_schemas(), home, ignore=shutil.ignore_patterns("codelists"))
    elsewhere.write_text('["a secret of the machine"]', encoding="utf-8")
    (home / "events.json").unlink()
    (home / "events.json").symlink_to(elsewhere)
    _, issues = read_package(home)
    told = [issue for issue in issues if issue.file == str(home / "events.json")]
    assert [issue.message for issue in told] == ["a symbolic link; expected the file itself"]
    assert not any("secret of" in issue.message for issue in issues)
