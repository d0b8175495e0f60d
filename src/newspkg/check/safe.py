"""A descriptor as frictionless may be given it: nothing in it leads elsewhere, none of its patterns is slow."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from newspkg.check.sample import Drawn, Table
from newspkg.specs.pattern import UnsafePattern, ambiguity

PROFILE = re.compile(r"https://datapackage\.org/profiles/[0-9.]+/[a-z]+\.json")
# Members that make it fetch something else, or read another file than was checked.
TAKEN = ("path", "name", "schema", "title", "description", "encoding", "format", "mediatype", "type", "licenses", "sources")


def clean(table: Table, absent: set[str], drawn: Drawn | None) -> dict[str, Any]:
    """The resource without what leads elsewhere, without foreign keys to tables that are `absent` but for a sample, and slow patterns."""
    resource = {key: value for key, value in table.resource.items() if key in TAKEN}
    schema = at_home(resource["schema"])
    keys = schema.get("foreignKeys")
    if isinstance(keys, list):
        schema["foreignKeys"] = [key for key in keys if not (isinstance(key, dict) and (_target(key) or table.name) in absent)]
    if isinstance(schema.get("fields"), list):
        schema["fields"] = [_without_slow(each) for each in schema["fields"]]
    if drawn is not None:
        return {"name": table.name, "schema": schema, "data": drawn.cells(table)}
    dialect = {"dialect": {"delimiter": table.delimiter}} if table.delimiter != "," else {}
    return {**resource, "format": "csv", "schema": schema, **dialect}


def at_home(descriptor: Mapping[str, Any]) -> dict[str, Any]:
    """A descriptor that names no profile but those of the standard, which frictionless has at hand; it would fetch others."""
    profile = descriptor.get("$schema")
    is_known = isinstance(profile, str) and PROFILE.fullmatch(profile)
    return {key: value for key, value in descriptor.items() if key != "$schema" or is_known}


def _target(key: Mapping[str, Any]) -> str | None:
    reference = key.get("reference")
    name = reference.get("resource") if isinstance(reference, dict) else None
    return name if isinstance(name, str) else None


def _without_slow(field: Any) -> Any:
    constraints = field.get("constraints") if isinstance(field, dict) else None
    pattern = constraints.get("pattern") if isinstance(constraints, dict) else None
    if not isinstance(constraints, dict) or not isinstance(pattern, str) or not _is_slow(pattern):
        return field
    return {**field, "constraints": {key: value for key, value in constraints.items() if key != "pattern"}}


def _is_slow(pattern: str) -> bool:
    """Whether an engine that backtracks may take more than linear time; the compiled checks run it all the same."""
    try:
        return ambiguity(pattern) > 0
    except UnsafePattern:
        return True
