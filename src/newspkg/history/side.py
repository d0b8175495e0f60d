"""One side of a comparison: a published version, freshly built tables, or any folder of tables."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from newspkg.errors import DataError
from newspkg.history.bundle import Bundle, primary_key
from newspkg.history.source import Source

KINDS: dict[str, pa.DataType] = {
    "string": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
    "date": pa.date32(),
    "datetime": pa.timestamp("us", tz="UTC"),
}
Schema = Mapping[str, Any]


@dataclass(frozen=True)
class Side:
    """Tables to compare, in the order in which they are told. `schemas` are the Table Schemas that are known of them."""

    version: str
    sources: Mapping[str, Source]
    schemas: Mapping[str, Schema] = field(default_factory=dict)
    descriptor: Schema = field(default_factory=dict)

    @staticmethod
    def of(bundle: Bundle) -> Side:
        sources = {name: Source(bundle.tables[name]) for name in bundle.schemas}
        return Side(bundle.version, sources, bundle.schemas, bundle.descriptor)

    def key(self, table: str) -> tuple[str, ...]:
        """The columns of the primary key; none where nobody told."""
        return primary_key(self.schemas.get(table, {}))


def open_side(folder: Path, known: Mapping[str, Schema] | None = None) -> Side:
    """A folder to compare: a version by its descriptor, else every Parquet and CSV file in it (or in its `data/`).

    A Parquet file is preferred to a CSV file of its name. `known` are Table Schemas for tables that say nothing of themselves.
    Raises DataError where there is no table.
    """
    descriptor = _descriptor(folder)
    files = _files(folder / "data" if (folder / "data").is_dir() else folder)
    told = {each["name"]: each["schema"] for each in descriptor.get("resources", ()) if isinstance(each.get("schema"), dict)}
    if not files:
        raise DataError(f"{folder}: no table here; expected a version, or a folder of Parquet or CSV files")
    if lost := [name for name in told if name not in files]:
        raise DataError(f"{folder}: not a whole bundle (no file for {', '.join(lost)}); restore it from where it was published")
    schemas = {name: told.get(name) or _embedded(path, name) or (known or {}).get(name) for name, path in files.items()}
    order = [*told, *sorted(set(files) - set(told))]
    sources = {name: Source(path=files[name], types=_types(schemas[name])) for name in order}
    version = str(descriptor.get("version", "" if not told else folder.name))
    return Side(version, sources, {name: schema for name in order if (schema := schemas[name])}, descriptor)


def _descriptor(folder: Path) -> dict[str, Any]:
    path = folder / "datapackage.json"
    try:
        found = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    except (OSError, ValueError) as fault:
        raise DataError(f"{path}: can't be read ({fault}); restore it from where it was published") from fault
    return found if isinstance(found, dict) else {}


def _files(folder: Path) -> dict[str, Path]:
    return {path.stem: path for suffix in ("csv", "parquet") for path in sorted(folder.glob(f"*.{suffix}"))}


def _embedded(path: Path, name: str) -> Schema | None:
    """The Table Schema that a Parquet file of ours carries."""
    try:
        stored = (pq.read_schema(path).metadata or {}).get(b"datapackage") if path.suffix == ".parquet" else None
        resources = json.loads(stored)["resources"] if stored else ()
        return next((each["schema"] for each in resources if each["name"] == name), None)
    except (OSError, ValueError, KeyError, TypeError, pa.ArrowException):
        return None


def _types(schema: Schema | None) -> pa.Schema | None:
    return None if schema is None else arrow_types(schema)


def arrow_types(schema: Schema) -> pa.Schema:
    """The columns of a Table Schema with the Arrow types in which they are published."""
    return pa.schema([pa.field(str(each["name"]), KINDS.get(str(each.get("type")), pa.string())) for each in schema.get("fields", ())])
