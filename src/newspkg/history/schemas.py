"""What differs between the schemas and descriptors of two versions, and what each difference means to those who read the tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pyarrow as pa

from newspkg.history.difference import SchemaChange, Weight
from newspkg.history.side import Side

Schema = Mapping[str, Any]
KEYS = ("primaryKey", "foreignKeys", "uniqueKeys")
LOWER = ("minimum", "exclusiveMinimum", "minLength")
UPPER = ("maximum", "exclusiveMaximum", "maxLength")
TEXTS = ("title", "description", "homepage", "licenses", "contributors", "keywords")


def schema_changes(old: Side, new: Side) -> tuple[SchemaChange, ...]:
    """Every change; MAJOR where a program that reads the old version may fail on the new one, after the Data Package recipe."""
    told = _descriptor(old.descriptor, new.descriptor) if old.descriptor and new.descriptor else ()  # a plain folder has none
    return (*_tables(old, new), *told)


def _tables(old: Side, new: Side) -> Iterator[SchemaChange]:
    for name in old.sources:
        if name not in new.sources:
            yield SchemaChange(name, f"table {name} removed", "major")
    for name in new.sources:
        if name not in old.sources:
            yield SchemaChange(name, f"table {name} added", "minor")
        elif name in old.schemas and name in new.schemas:
            yield from _table(name, old.schemas[name], new.schemas[name])
        else:  # of one side nothing is known but what its file says
            yield from _table(name, _stored(old.sources[name].schema), _stored(new.sources[name].schema))


def _stored(schema: pa.Schema) -> Schema:
    return {"fields": [{"name": field.name, "type": str(field.type)} for field in schema]}


def _table(name: str, old: Schema, new: Schema) -> Iterator[SchemaChange]:
    before, after = _fields(old), _fields(new)
    yield from (SchemaChange(name, f"column {name}.{each} removed", "major") for each in before if each not in after)
    yield from (SchemaChange(name, f"column {name}.{each} added", "major") for each in after if each not in before)
    if [each for each in before if each in after] != [each for each in after if each in before]:
        yield SchemaChange(name, f"columns of {name} in another order", "major")
    yield from (SchemaChange(name, f"{key} of {name} changed", "major") for key in KEYS if old.get(key) != new.get(key))
    if old.get("missingValues", [""]) != new.get("missingValues", [""]):
        yield SchemaChange(name, f"missing values of {name} changed", "major")
    if any(old.get(key) != new.get(key) for key in ("title", "description")):
        yield SchemaChange(name, f"description of {name} changed", "patch")
    for each in before:
        if each in after:
            yield from _column(f"{name}.{each}", name, before[each], after[each])


def _fields(schema: Schema) -> dict[str, Schema]:
    return {field["name"]: field for field in schema.get("fields", ())}


def _column(path: str, table: str, old: Schema, new: Schema) -> Iterator[SchemaChange]:
    for key in ("type", "format"):
        if old.get(key, "default") != new.get(key, "default"):
            yield SchemaChange(table, f"{key} of {path} changed from {old.get(key)} to {new.get(key)}", "major")
    if old.get("unit") != new.get("unit"):
        yield SchemaChange(table, f"unit of {path} changed from {old.get('unit')} to {new.get('unit')}", "major")
    before, after = old.get("constraints", {}), new.get("constraints", {})
    for key in sorted({*before, *after}):
        if before.get(key) != after.get(key):
            yield SchemaChange(table, f"constraint {key} of {path} changed", _weight(key, before.get(key), after.get(key)))
    if any(old.get(key) != new.get(key) for key in ("title", "description", "example", "categories")):
        yield SchemaChange(table, f"description of {path} changed", "patch")


def _weight(key: str, old: Any, new: Any) -> Weight:
    """MAJOR where the constraint allows less than before or something else, MINOR where it allows more."""
    if new is None or new is False:
        return "minor"
    if old is None:
        return "major"
    if key == "enum":
        return "minor" if set(old) <= set(new) else "major"
    wider = (key in LOWER and new < old) or (key in UPPER and new > old)
    return "minor" if wider else "major"


def _descriptor(old: Schema, new: Schema) -> Iterator[SchemaChange]:
    if old.get("name") != new.get("name"):
        yield SchemaChange(None, f"name of the package changed from {old.get('name')} to {new.get('name')}", "major")
    yield from (SchemaChange(None, f"{key} of the package changed", "patch") for key in TEXTS if old.get(key) != new.get(key))
