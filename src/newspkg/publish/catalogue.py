"""What a version is, in the words of schema.org: for catalogues and search engines, and the frame of `croissant.json`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from newspkg.specs import ColumnSpec, PackageSpec

KINDS = {
    "string": "Text",
    "integer": "Integer",
    "number": "Float",
    "boolean": "Boolean",
    "date": "Date",
    "datetime": "DateTime",
}
Told = dict[str, Any]


def dataset(package: PackageSpec, head: Mapping[str, Any], resources: Sequence[Mapping[str, Any]]) -> Told:
    """`dataset.jsonld`: a schema.org Dataset with its files, its variables, and where and when it is about."""
    return {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        **frame(package, head),
        **_coverage(head),
        "isBasedOn": [_source(each) for each in head.get("sources", ())],
        "variableMeasured": [_variable(name, column) for name, table in package.tables.items() for column in table.columns],
        "distribution": [_download(each) for each in resources],
    }


def frame(package: PackageSpec, head: Mapping[str, Any]) -> Told:
    """What both descriptions say of a version: name, texts, licence, creators, dates, how to cite it."""
    made = head.get("created")
    told = {
        "name": package.title,
        "alternateName": package.name,
        "description": head.get("description"),
        "version": head["version"],
        "url": head.get("homepage"),
        "license": [each.get("path") or each.get("name") for each in head.get("licenses", ())] or None,
        "creator": creators(head),
        "keywords": list(head.get("keywords", ())) or None,
        "inLanguage": "en",
        "isAccessibleForFree": True,
        "datePublished": made[:10] if made else None,
    }
    return {key: value for key, value in told.items() if value is not None}


def creators(head: Mapping[str, Any]) -> list[Told] | None:
    """The contributors as persons, where a family name tells that they are, else as organisations."""
    return [_creator(each) for each in head.get("contributors", ())] or None


def _creator(each: Mapping[str, Any]) -> Told:
    given, family = each.get("givenName"), each.get("familyName")
    name = each.get("title") or " ".join(part for part in (given, family) if part)
    told = {"@type": "Person" if family else "Organization", "name": name, "givenName": given, "familyName": family}
    return {key: value for key, value in {**told, "url": each.get("path"), "email": each.get("email")}.items() if value}


def _coverage(head: Mapping[str, Any]) -> Told:
    found: Told = {}
    if when := head.get("temporal"):
        found["temporalCoverage"] = f"{when['start']}/{when['end']}"
    if where := head.get("spatial"):
        places: list[Told] = [{"@type": "Country", "identifier": code} for code in where["country_codes"]]
        if box := where.get("bounding_box"):
            west, south, east, north = box
            places.append({"@type": "Place", "geo": {"@type": "GeoShape", "box": f"{south} {west} {north} {east}"}})
        found["spatialCoverage"] = places
    return found


def _source(source: Mapping[str, Any]) -> Told:
    path = str(source.get("path", ""))
    return {"@type": "CreativeWork", "name": source["title"], **({"url": path} if "://" in path else {})}


def _variable(table: str, column: ColumnSpec) -> Told:
    told = {"@type": "PropertyValue", "name": f"{table}.{column.name}", "alternateName": column.title, "description": column.description}
    return {**told, **({"unitText": column.unit} if column.unit else {})}


def _download(resource: Mapping[str, Any]) -> Told:
    told = {"@type": "DataDownload", "name": resource["name"], "contentUrl": resource["path"], "encodingFormat": resource["mediatype"]}
    return {**told, "contentSize": f"{resource['bytes']} B", "sha256": resource["hash"].removeprefix("sha256:")}
