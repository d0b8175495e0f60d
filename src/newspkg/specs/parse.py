"""From a Table Schema, as JSON, to a TableSpec."""

from __future__ import annotations

import re
from pathlib import Path
from types import MappingProxyType
from typing import Any, cast

from newspkg.model import Issue
from newspkg.specs.descriptor import Reader, open_descriptor
from newspkg.specs.table import COLUMN_TYPES, Category, ColumnSpec, ColumnType, ForeignKey, TableSpec

NAME = "[a-z][a-z0-9_]*"
CONSTRAINTS = (
    "required", "unique", "enum", "pattern", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "minLength", "maxLength",
)  # fmt: skip


def read_table(resource: Reader, schemas: Path) -> tuple[TableSpec | None, list[Issue]]:
    """The table that an entry of the template's `resources` names, and the faults of its schema."""
    name, file = resource.text("name", NAME), resource.text("schema", r"[a-z][a-z0-9_]*\.json")
    if not name or not re.fullmatch(r"[a-z][a-z0-9_]*\.json", file):
        return None, []
    reader = open_descriptor(schemas / file)
    if reader.issues:
        return None, reader.issues
    if reader.value.get("name") != name:
        reader.fault(f"name is {reader.value.get('name')!r}", f"{name!r}, as datapackage.json calls the table", at="name")
    return parse_table(reader, name), reader.issues


def parse_table(reader: Reader, name: str) -> TableSpec:
    """The table that a Table Schema describes; faults are kept in `reader.issues`."""
    columns = tuple(parse_column(each) for each in reader.objects("fields"))
    names = tuple(column.name for column in columns)
    for twice in sorted({each for each in names if names.count(each) > 1}):
        reader.fault(f"two fields are named {twice!r}", "each name once", at=twice)
    return TableSpec(
        name=name,
        title=reader.text("title"),
        description=reader.text("description"),
        columns=columns,
        primary_key=reader.names("primaryKey", names),
        foreign_keys=tuple(_foreign_key(each, name, names) for each in reader.objects("foreignKeys", required=False)),
        unique_keys=_unique_keys(reader, names),
        descriptor=MappingProxyType(reader.value),
    )


def parse_column(reader: Reader) -> ColumnSpec:
    """One field of a Table Schema."""
    kind = reader.text("type")
    if kind and kind not in COLUMN_TYPES:
        reader.fault(f"type is {kind!r}", f"one of {', '.join(COLUMN_TYPES)}", at="type")
    categories = tuple(Category(each.text("value"), each.text("label")) for each in reader.objects("categories", required=False))
    constraints = Reader(
        reader.optional("constraints", dict, "an object") or {},
        reader.path,
        reader.source,
        reader.issues,
        str(reader.value.get("name", "")),
    )
    return ColumnSpec(
        name=reader.text("name", NAME),
        type=cast(ColumnType, kind if kind in COLUMN_TYPES else "string"),
        title=reader.text("title"),
        description=reader.text("description"),
        unit=reader.optional("unit", str, "a text"),
        example=reader.value.get("example"),
        categories=categories,
        source=reader.optional("newspkg:source", str, "a text"),
        **_constraints(constraints, kind, categories),
    )


def _constraints(reader: Reader, kind: str, categories: tuple[Category, ...]) -> dict[str, Any]:
    for unknown in sorted(set(reader.value) - set(CONSTRAINTS)):
        reader.fault(f"the constraint {unknown!r}", f"one of {', '.join(CONSTRAINTS)}", at=unknown)
    limit = (int, float) if kind in ("integer", "number") else (str,)
    limits = {key: reader.optional(key, limit, f"a limit for the type {kind}") for key in CONSTRAINTS[4:8]}
    return {
        "required": bool(reader.optional("required", bool, "true or false")),
        "unique": bool(reader.optional("unique", bool, "true or false")),
        "enum": _enum(reader, categories),
        "pattern": _pattern(reader),
        "minimum": limits["minimum"],
        "maximum": limits["maximum"],
        "exclusive_minimum": limits["exclusiveMinimum"],
        "exclusive_maximum": limits["exclusiveMaximum"],
        "min_length": reader.optional("minLength", int, "a whole number"),
        "max_length": reader.optional("maxLength", int, "a whole number"),
    }


def _enum(reader: Reader, categories: tuple[Category, ...]) -> tuple[Any, ...]:
    values = tuple(reader.optional("enum", list, "an array") or ())
    labelled = tuple(category.value for category in categories)
    if labelled and values != labelled:
        reader.fault(
            f"enum and categories differ by {', '.join(sorted(set(values) ^ set(labelled))) or 'their order'}", "the same values", at="enum"
        )
    return values


def _pattern(reader: Reader) -> str | None:
    pattern: str | None = reader.optional("pattern", str, "a regular expression")
    try:
        re.compile(pattern or "")
    except re.error as fault:
        reader.fault(f"pattern is {pattern!r} ({fault})", "a regular expression", at="pattern")
        return None
    return pattern


def _foreign_key(reader: Reader, table: str, names: tuple[str, ...]) -> ForeignKey:
    value = reader.optional("reference", dict, "an object") or {}
    reference = Reader(value, reader.path, reader.source, reader.issues, reader.at)
    columns, others = reader.names("fields", names), reference.names("fields", ())
    if len(columns) != len(others):
        reader.fault(f"a foreign key has {len(columns)} fields for {len(others)}", "as many on both sides", at="foreignKeys")
    # An empty or missing resource is the table itself, as the standard has it.
    return ForeignKey(columns, reference.optional("resource", str, "a text") or table, others)


def _unique_keys(reader: Reader, names: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    keys = reader.optional("uniqueKeys", list, "an array of arrays of column names") or []
    return tuple(
        Reader({"uniqueKeys": key}, reader.path, reader.source, reader.issues, reader.at).names("uniqueKeys", names) for key in keys
    )
