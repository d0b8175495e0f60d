"""A data package against its own descriptor: the compiled checks on all rows, frictionless beside them, bytes and hashes of every file."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from newspkg.check.csvfile import CsvFile, check_csv
from newspkg.check.frames import shown
from newspkg.check.sample import Table
from newspkg.check.standard import ask_frictionless
from newspkg.model import Checked, Issue
from newspkg.specs import TableSpec
from newspkg.specs.descriptor import Reader, open_descriptor
from newspkg.specs.parse import parse_table
from newspkg.specs.pattern import UnsafePattern, ambiguity, linear

FRICTIONLESS_ROWS = 50_000  # longer tables are too long for frictionless, which reads some 10,000 rows a second
DIALECT = {"delimiter", "lineTerminator", "quoteChar", "doubleQuote", "header", "csvddfVersion", "$schema"}
BLOCK = 1 << 20


@dataclass
class Described:
    """Every issue of a package, and what was checked by what."""

    issues: list[Issue] = field(default_factory=list)
    checked: list[Checked] = field(default_factory=list)


def check_bundle(folder: Path) -> list[Issue]:
    """Every issue of the bundle in `folder`. Raises EnvironmentFault where its descriptor can't be read."""
    return check_described(folder / "datapackage.json").issues


def check_described(path: Path, *, frictionless_rows: int = FRICTIONLESS_ROWS) -> Described:
    """Every issue of the package that the file describes; of tables with more rows than said frictionless reads a sample.

    No file outside of the descriptor's folder is read, nor anything from a network. Raises EnvironmentFault.
    """
    reader, found = open_descriptor(path), Described()
    resources = reader.value.get("resources")
    if not reader.issues and not isinstance(resources, list):
        reader.fault("no array of resources", "a data package")
    if reader.issues or not isinstance(resources, list):
        found.issues += reader.issues
        return found
    tables: dict[str, Table] = {}
    for resource in resources:
        found.issues += _file(resource, path, reader)
        table = _table(resource, path, reader, found)
        if table is not None:
            tables[table.name] = table
    _compiled(tables, found)
    ask_frictionless(reader.value, tables, path, found.issues, found.checked, frictionless_rows)
    return found


def _compiled(tables: dict[str, Table], found: Described) -> None:
    files = {name: CsvFile(each.path, each.spec, each.delimiter) for name, each in tables.items() if each.spec is not None}
    issues, rows = check_csv(files)
    found.issues += issues
    for name, count in rows.items():
        tables[name].rows = count
        found.checked.append(Checked(str(tables[name].path), "the compiled checks", "types, constraints and keys of all rows", count))


def _file(resource: Any, descriptor: Path, reader: Reader) -> Iterator[Issue]:
    """Whether a resource's file is there, inside the folder, with its bytes and hash."""
    place = resource.get("path") if isinstance(resource, Mapping) else None
    target = inside(place, descriptor.parent)
    if target is None:
        line = reader.line_of(str(place)) if isinstance(place, str) else 1
        message = f"the path {shown(place)} leaves the bundle; expected a file inside it"
        yield Issue("file", "error", message, "put the file beside the descriptor", str(descriptor), line)
        return
    if not target.is_file():
        yield Issue("file", "error", "the file is missing; expected it, as datapackage.json lists it", file=str(target))
        return
    if resource.get("bytes") is None and resource.get("hash") is None:
        return
    size, digest = _measured(target)
    if resource.get("bytes") not in (None, size):
        yield Issue("bytes", "error", f"{size} bytes; expected {shown(resource['bytes'])}", file=str(target))
    if resource.get("hash") not in (None, digest):
        yield Issue("hash", "error", f"the hash is {digest}; expected {shown(resource['hash'])}", file=str(target))


def inside(place: object, folder: Path) -> Path | None:
    """The path of a file in the folder; None for a web address, or for what leads out of it, by links too."""
    if not isinstance(place, str) or not place or "\0" in place or "://" in place or len(place) > 1000:
        return None
    target = folder / place
    try:
        return target if target.resolve().is_relative_to(folder.resolve()) else None
    except (OSError, RuntimeError):  # a loop of links
        return None


def _measured(path: Path) -> tuple[int, str]:
    size, digest = 0, hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(BLOCK):
            size += len(block)
            digest.update(block)
    return size, f"sha256:{digest.hexdigest()}"


def _table(resource: Any, descriptor: Path, reader: Reader, found: Described) -> Table | None:
    """The CSV table of a resource, with its spec where the compiled checks know all that its schema asks for."""
    if not isinstance(resource, Mapping) or not str(resource.get("path", "")).lower().endswith(".csv"):
        return None
    path, name, schema = inside(resource.get("path"), descriptor.parent), resource.get("name"), resource.get("schema")
    if path is None or not path.is_file() or not isinstance(name, str):
        return None
    if not isinstance(schema, dict):
        message = f"the schema of {shown(name)} is {shown(schema)}; expected the Table Schema itself"
        found.issues.append(Issue("schema", "error", message, "write it into the descriptor", str(descriptor), reader.line_of(name)))
        return None
    inner = Reader(schema, descriptor, reader.source)
    spec: TableSpec | None = parse_table(inner, name, ours=False)
    unsafe = _unsafe(schema)
    if unsafe:
        found.issues += inner.issues
        return None
    dialect = resource.get("dialect", {})
    delimiter = dialect.get("delimiter", ",") if isinstance(dialect, dict) and set(dialect) <= DIALECT else None
    if inner.issues or not isinstance(delimiter, str) or len(delimiter) != 1 or resource.get("encoding", "utf-8").lower() != "utf-8":
        reason = inner.issues[0].message if inner.issues else "its dialect or encoding"
        message = f"{shown(name)} asks for what the compiled checks do not know ({reason})"
        found.issues.append(Issue("unknown", "note", message, "frictionless alone checks it", str(descriptor), reader.line_of(name)))
        spec = None
    return Table(name, path, dict(resource), spec, delimiter if isinstance(delimiter, str) else ",")


def _unsafe(schema: Mapping[str, Any]) -> bool:
    """Whether a pattern of a schema could hang an engine that backtracks, as frictionless's does."""
    fields = schema.get("fields")
    for each in fields if isinstance(fields, list) else ():
        constraints = each.get("constraints") if isinstance(each, Mapping) else None
        pattern = constraints.get("pattern") if isinstance(constraints, Mapping) else None
        try:
            if isinstance(pattern, str):
                linear(pattern)
                ambiguity(pattern)
        except UnsafePattern:
            return True
    return False
