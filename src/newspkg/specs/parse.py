"""From a Table Schema, as JSON, to a TableSpec."""

from __future__ import annotations

import re
from pathlib import Path
from types import MappingProxyType
from typing import cast

from newspkg.model import Issue
from newspkg.specs.constraints import categories_of, constraints_of
from newspkg.specs.descriptor import Reader, open_descriptor
from newspkg.specs.table import COLUMN_TYPES, FALSE, TRUE, ColumnSpec, ColumnType, ForeignKey, TableSpec
from newspkg.text import close_to

NAME = "[a-z][a-z0-9_]*"
FIELDS_MATCH = ("exact", "equal", "subset", "superset", "partial")
# What changes how a cell is read and is not supported, with what it may be: to pass over it in silence would be to check something else.
UNREAD = {"bareNumber": True, "decimalChar": ".", "groupChar": None, "delimiter": ",", "itemType": None}


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


def parse_table(reader: Reader, name: str, *, ours: bool = True) -> TableSpec:
    """The table that a Table Schema describes; faults are kept in `reader.issues`.

    `ours`: titles, descriptions, plain column names and a primary key are asked for, which the standard leaves open.
    """
    columns = tuple(parse_column(each, ours=ours) for each in reader.objects("fields"))
    names = tuple(column.name for column in columns)
    for twice in sorted({each for each in names if names.count(each) > 1}):
        second = [at for at, each in enumerate(names) if each == twice][1]
        reader.fault(f"two fields are named {twice!r}", "each name once", at=("fields", second, "name"))
    return TableSpec(
        name=name,
        title=reader.text("title") if ours else name,
        description=reader.text("description") if ours else name,
        columns=columns,
        primary_key=reader.names("primaryKey", names) if ours or reader.value.get("primaryKey") else (),
        foreign_keys=tuple(_foreign_key(each, name, names) for each in reader.objects("foreignKeys", required=False)),
        unique_keys=_unique_keys(reader, names),
        missing_values=_missing_values(reader) or (),
        fields_match=_fields_match(reader),
        descriptor=MappingProxyType(reader.value),
    )


def parse_column(reader: Reader, *, ours: bool = True) -> ColumnSpec:
    """One field of a Table Schema."""
    kind = reader.text("type") if ours or "type" in reader.value else "string"
    if kind and kind not in COLUMN_TYPES:
        reader.fault(f"type is {kind!r}", f"one of {', '.join(COLUMN_TYPES)}", at="type", hint=close_to(kind, COLUMN_TYPES))
    for unread in sorted(key for key in set(UNREAD) & set(reader.value) if reader.value[key] != UNREAD[key]):
        reader.fault(f"the property {unread!r}", "cells in their default form", at=unread, key=True)
    categories = categories_of(reader)
    return ColumnSpec(
        name=reader.text("name", NAME if ours else None),
        type=cast(ColumnType, kind if kind in COLUMN_TYPES else "string"),
        title=reader.text("title") if ours else "",
        description=reader.text("description") if ours else "",
        unit=reader.optional("unit", str, "a text"),
        example=reader.value.get("example"),
        categories=categories,
        source=reader.optional("newspkg:source", str, "a text"),
        format=_format(reader),
        missing_values=_missing_values(reader) if "missingValues" in reader.value else None,
        true_values=_texts(reader, "trueValues", TRUE),
        false_values=_texts(reader, "falseValues", FALSE),
        **constraints_of(reader, kind, categories),
    )


def _format(reader: Reader) -> str:
    found = reader.optional("format", str, "a text") or "default"
    if found != "default":
        reader.fault(f"format is {found!r}", "default (ISO 8601 for dates)", at="format")
    return found


def _texts(reader: Reader, key: str, default: tuple[str, ...]) -> tuple[str, ...]:
    value = reader.optional(key, list, "an array of texts")
    if value is not None and not (value and all(isinstance(each, str) for each in value)):
        reader.fault(f"{key} holds something else than texts", "an array of texts", at=key)
        return default
    return default if value is None else tuple(value)


def _missing_values(reader: Reader) -> tuple[str, ...]:
    """The texts that mean null; each may come with a label."""
    entries = reader.optional("missingValues", list, "an array of texts")
    entries = [""] if entries is None else entries
    values = [each.get("value") if isinstance(each, dict) else each for each in entries]
    texts = tuple(each for each in values if isinstance(each, str))
    if len(texts) < len(values):
        reader.fault("missingValues holds something else than texts", "texts, or objects of a value and a label", at="missingValues")
        return ("",)
    return texts


def _fields_match(reader: Reader) -> str:
    value = reader.value.get("fieldsMatch", "exact")
    found = value[0] if isinstance(value, list) and len(value) == 1 else value
    if found not in FIELDS_MATCH:
        hint = close_to(found, FIELDS_MATCH)
        reader.fault("fieldsMatch is of no known kind", f"one of {', '.join(FIELDS_MATCH)}", at="fieldsMatch", hint=hint)
        return "exact"
    return str(found)


def _foreign_key(reader: Reader, table: str, names: tuple[str, ...]) -> ForeignKey:
    value = reader.optional("reference", dict, "an object") or {}
    reference = reader.inside(value, "reference")
    columns, others = reader.names("fields", names), reference.names("fields", ())
    if len(columns) != len(others):
        reader.fault(f"a foreign key has {len(columns)} fields for {len(others)}", "as many on both sides", at="fields")
    # An empty or missing resource is the table itself, as the standard has it.
    return ForeignKey(columns, reference.optional("resource", str, "a text") or table, others)


def _unique_keys(reader: Reader, names: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    keys = reader.optional("uniqueKeys", list, "an array of arrays of column names") or []
    return tuple(reader.names("uniqueKeys", names, at) for at in range(len(keys)))
