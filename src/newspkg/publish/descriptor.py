"""`datapackage.json`: a Data Package v2 descriptor that `frictionless validate` passes with no option, on any machine."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa

from newspkg.files import sha256_of
from newspkg.publish.moment import coverage
from newspkg.publish.sources import sources
from newspkg.specs import PackageSpec, TableSpec


def head(tables: Mapping[str, pa.Table], package: PackageSpec, version: str, created: str | None) -> dict[str, Any]:
    """The descriptor without its resources."""
    template = {key: value for key, value in package.descriptor.items() if key not in ("resources", "sources")}
    told = {**template, "version": version, **({"created": created} if created else {})}
    return {**told, **coverage(tables), "sources": sources(tables, package)}


def resources(folder: Path, package: PackageSpec, tables: Mapping[str, pa.Table]) -> list[dict[str, Any]]:
    """One resource a file: the CSV with the whole Table Schema, then the Parquet of each table."""
    specs = list(package.tables.values())
    return [_csv(folder, spec, tables[spec.name].num_rows) for spec in specs] + [_parquet(folder, spec) for spec in specs]


def schema(spec: TableSpec) -> dict[str, Any]:
    """The Table Schema to publish. A default `fieldsMatch` is left out: the standard has it as an array, frictionless wants a text."""
    told = dict(spec.descriptor)
    if told.get("fieldsMatch") in (["exact"], "exact"):
        del told["fieldsMatch"]
    return told


DIALECT = {"delimiter": ",", "lineTerminator": "\n", "quoteChar": '"'}


def _csv(folder: Path, spec: TableSpec, rows: int) -> dict[str, Any]:
    about = {"name": spec.name, "type": "table", "title": spec.title, "description": spec.description}
    form = {"format": "csv", "mediatype": "text/csv", "encoding": "utf-8", "dialect": DIALECT}
    return {**about, **form, **_file(folder, f"data/{spec.name}.csv"), "rows": rows, "schema": schema(spec)}


def _parquet(folder: Path, spec: TableSpec) -> dict[str, Any]:
    # Without `type`, and with a format that is no file extension, frictionless checks bytes and hash of the file and does not read it as
    # a table: through pandas it would take a null integer for a fault, and where pandas is not installed it would fail altogether.
    about = {"name": f"{spec.name}-parquet", "title": f"{spec.title} (Parquet)"}
    told = {"description": f"The rows of data/{spec.name}.csv with their types."}
    form = {"format": "apache-parquet", "mediatype": "application/vnd.apache.parquet"}
    return {**about, **told, **form, **_file(folder, f"data/{spec.name}.parquet")}


def _file(folder: Path, path: str) -> dict[str, Any]:
    return {"path": path, "hash": f"sha256:{sha256_of(folder / path)}", "bytes": (folder / path).stat().st_size}


def as_text(descriptor: Mapping[str, Any]) -> str:
    return json.dumps(descriptor, ensure_ascii=False, indent=2) + "\n"
