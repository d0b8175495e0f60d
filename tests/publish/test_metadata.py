"""What programs and catalogues are told of a version: complete, valid by their own tools, and the same in every file."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

import jsonschema
import pytest
from made import PACKAGE, article, event, published, rows, tables
from ruamel.yaml import YAML

from newspkg.publish.citation import citation
from newspkg.specs import Codelists

CFF = json.loads((Path(__file__).parent / "data" / "cff-1.2.0.schema.json").read_text(encoding="utf-8"))  # by the Citation File Format


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    odd = article("beta", title='He "said": <b>no</b> # -\x07', publisher="The Gazette", url="https://example.org/beta")
    told = tables(
        articles=rows("articles", article(), odd),
        events=rows("events", event(latitude=1.5, longitude=-2.5, country_code="ZZA"), event("ev_2", initiator_id=None)),
    )
    return published(tmp_path_factory.mktemp("out"), told).folder


def read(bundle: Path, name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((bundle / name).read_text(encoding="utf-8"))
    return found


def test_every_source_is_named(bundle: Path) -> None:
    sources = read(bundle, "datapackage.json")["sources"]
    titles = [each["title"] for each in sources]
    assert any("The Gazette" in title for title in titles)
    for name in Codelists(PACKAGE.root).names():
        (told,) = [title for title in titles if title.startswith(f"Codelist {name}: ")]
        assert "(from " in told, name


def test_coverage(bundle: Path) -> None:
    told = read(bundle, "datapackage.json")
    assert told["spatial"] == {"country_codes": ["ZZA"], "bounding_box": [-2.5, 1.5, -2.5, 1.5]}
    assert told["temporal"] == {"start": "2031-05-01", "end": "2031-05-01"}


@pytest.mark.parametrize("name", list(PACKAGE.tables))
def test_every_field_is_described(bundle: Path, name: str) -> None:
    resource = next(each for each in read(bundle, "datapackage.json")["resources"] if each["name"] == name)
    for field in resource["schema"]["fields"]:
        assert {"title", "description", "example"} <= set(field), field["name"]
        values = field.get("constraints", {}).get("enum")
        assert values == (values and [each["value"] for each in field["categories"]]), field["name"]
        assert all(each["label"] for each in field.get("categories", ())), field["name"]


def test_croissant_is_read_by_its_own_tool(bundle: Path) -> None:
    tool = pytest.importorskip("mlcroissant")
    data = tool.Dataset(jsonld=str(bundle / "croissant.json"))
    assert (list(data.metadata.ctx.issues.errors), list(data.metadata.ctx.issues.warnings)) == ([], [])
    events = list(data.records("events"))
    assert [each["events/event_id"] for each in events] == [b"ev_1", b"ev_2"]
    assert events[1]["events/initiator_id"] is None
    assert {each.id for each in data.metadata.record_sets} == set(PACKAGE.tables)


def test_files_are_described_alike(bundle: Path) -> None:
    told = {each["path"]: (each["hash"], each["bytes"]) for each in read(bundle, "datapackage.json")["resources"]}
    for name in ("croissant.json", "dataset.jsonld"):
        files = read(bundle, name)["distribution"]
        assert {each["contentUrl"]: (f"sha256:{each['sha256']}", int(each["contentSize"].split()[0])) for each in files} == told


def test_schema_org(bundle: Path) -> None:
    told = read(bundle, "dataset.jsonld")
    assert (told["@context"], told["@type"], told["version"]) == ("https://schema.org/", "Dataset", "1.0.0")
    assert told["temporalCoverage"] == "2031-05-01/2031-05-01"
    assert told["spatialCoverage"][1]["geo"]["box"] == "1.5 -2.5 1.5 -2.5"
    assert {"name": "The Gazette"} not in told["isBasedOn"]
    assert any(each.get("url") == "https://example.org/beta" for each in told["isBasedOn"])
    assert {each["name"] for each in told["variableMeasured"]} == {f"{t}.{c}" for t, s in PACKAGE.tables.items() for c in s.column_names}


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {
            "contributors": [{"givenName": "A", "familyName": "B: c", "organization": "D"}, {"title": "E"}],
            "homepage": "https://example.org",
        },
        {"contributors": [], "licenses": [{"name": "other", "path": "https://example.org/licence"}]},
        {"licenses": [{"name": "CC-BY-4.0"}, {"name": "ODbL-1.0"}], "description": 'yes\n- "no": #\x07\ud7ff'},
    ],
)
def test_citation_file_is_valid(changes: dict[str, Any]) -> None:
    package = replace(PACKAGE, descriptor=MappingProxyType({**PACKAGE.descriptor, **changes}))
    text = citation(package, {**package.descriptor, "version": "1.2.0", "created": "2031-05-02T00:00:00Z"})
    told = YAML(typ="safe", pure=True).load(text)
    jsonschema.validate(told, CFF)
    assert (told["version"], told["type"], told["date-released"]) == ("1.2.0", "dataset", "2031-05-02")
    assert told["abstract"] == package.descriptor["description"]


def test_citation_is_in_the_bundle(bundle: Path) -> None:
    jsonschema.validate(YAML(typ="safe", pure=True).load((bundle / "CITATION.cff").read_text(encoding="utf-8")), CFF)


def test_the_index_leads_to_the_newest_version(bundle: Path) -> None:
    index = json.loads((bundle.parent / "index.json").read_text())
    (entry,) = index["versions"]
    assert (index["latest"], bundle.parent / entry["path"]) == ("1.0.0", bundle / "datapackage.json")
    files = {path.relative_to(bundle).as_posix(): path.stat().st_size for path in bundle.rglob("*") if path.is_file()}
    assert {each["path"]: each["bytes"] for each in entry["files"]} == files
    assert entry["bytes"] == sum(files.values())
