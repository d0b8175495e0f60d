"""`croissant.json`: the version for machine-learning tools, after MLCommons Croissant 1.0."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from newspkg.publish.catalogue import KINDS, Told, frame
from newspkg.specs import ColumnSpec, PackageSpec, TableSpec

CONTEXT: Told = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "cr": "http://mlcommons.org/croissant/",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileObject": "cr:fileObject",
    "fileProperty": "cr:fileProperty",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "parentField": "cr:parentField",
    "path": "cr:path",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "samplingRate": "cr:samplingRate",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}
PARQUET = "application/vnd.apache.parquet"
FORMATS = {PARQUET: "application/x-parquet"}  # as Croissant calls it


def croissant(package: PackageSpec, head: Mapping[str, Any], resources: Sequence[Mapping[str, Any]], cite_as: str) -> Told:
    """Every file as a FileObject; every table as a RecordSet read from its Parquet file, with its key."""
    return {
        "@context": CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        **frame(package, head),
        "citeAs": cite_as,
        "distribution": [_file(each) for each in resources],
        "recordSet": [_records(table, resources) for table in package.tables.values()],
    }


def _file(resource: Mapping[str, Any]) -> Told:
    kind = resource["mediatype"]
    return {
        "@type": "cr:FileObject",
        "@id": resource["path"],
        "name": resource["path"],
        "description": resource["description"],
        "contentUrl": resource["path"],
        "contentSize": f"{resource['bytes']} B",
        "encodingFormat": FORMATS.get(kind, kind),
        "sha256": resource["hash"].removeprefix("sha256:"),
    }


def _records(table: TableSpec, resources: Sequence[Mapping[str, Any]]) -> Told:
    path = next(each["path"] for each in resources if each["mediatype"] == PARQUET and each["path"].endswith(f"/{table.name}.parquet"))
    links = {key.columns[0]: f"{key.table}.{key.reference_columns[0]}" for key in table.foreign_keys if len(key.columns) == 1}
    return {
        "@type": "cr:RecordSet",
        "@id": table.name,
        "name": table.name,
        "description": table.description,
        "key": [{"@id": f"{table.name}/{column}"} for column in table.primary_key],
        "field": [_field(table.name, column, path, links.get(column.name)) for column in table.columns],
    }


def _field(table: str, column: ColumnSpec, path: str, link: str | None) -> Told:
    return {
        "@type": "cr:Field",
        "@id": f"{table}/{column.name}",
        "name": column.name,
        "description": _described(column, link),
        "dataType": f"sc:{KINDS[column.type]}",
        "source": {"fileObject": {"@id": path}, "extract": {"column": column.name}},
    }


def _described(column: ColumnSpec, link: str | None) -> str:
    """The meaning, the unit, the values with their labels, and the column referred to.

    Croissant has no place for units and labels. It has one for references, but its reader (mlcroissant 1.1) takes each for a join, and
    then reads neither a table with two of them nor one that refers to itself.
    """
    unit = f" Unit: {column.unit}." if column.unit else ""
    values = "; ".join(f"{each.value} ({each.label})" for each in column.categories)
    return f"{column.description}{unit}" + (f" Values: {values}." if values else "") + (f" Refers to {link}." if link else "")
