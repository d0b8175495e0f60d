"""A data package against its own descriptor: the compiled checks on all rows, frictionless beside them, bytes and hashes of every file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from newspkg.check.beside import begin
from newspkg.check.files import check_file, inside
from newspkg.check.hints import shown
from newspkg.check.sample import Table
from newspkg.check.standard import Answer, Question
from newspkg.check.template import check_words
from newspkg.model import Checked, Issue
from newspkg.specs import TableSpec
from newspkg.specs.descriptor import Reader, open_descriptor
from newspkg.specs.parse import parse_table
from newspkg.specs.pattern import UnsafePattern, ambiguity, linear

FRICTIONLESS_ROWS = 50_000  # longer tables are too long for frictionless, which reads some 10,000 rows a second
BUILT_ROWS = 5_000  # the same where a build has checked all rows itself, and writes them as it always does
DIALECT = {"delimiter", "lineTerminator", "quoteChar", "doubleQuote", "header", "csvddfVersion", "$schema"}


@dataclass
class Described:
    """Every issue of a package, and what was checked by what."""

    issues: list[Issue] = field(default_factory=list)
    checked: list[Checked] = field(default_factory=list)


def check_bundle(folder: Path, frictionless_rows: int = FRICTIONLESS_ROWS) -> list[Issue]:
    """Every issue of the bundle in `folder`. Raises EnvironmentFault where its descriptor can't be read."""
    return check_described(folder / "datapackage.json", frictionless_rows=frictionless_rows).issues


def check_built(folder: Path) -> list[Issue]:
    """The same of a bundle that was just written, of tables that were checked."""
    return check_bundle(folder, BUILT_ROWS)


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
    found.issues += check_words(reader)
    described = [each for at in range(len(resources)) if (each := _table(at, path, reader, found)) is not None]
    tables = {table.name: (table, spec) for table, spec in described}
    answer = begin(Question(reader.value, tuple(table for table, _ in tables.values()), path, frictionless_rows))
    for at, resource in enumerate(resources):
        found.issues += check_file(resource, path, reader.spot_of("resources", at, "path"))
    rows = _compiled(tables, found)
    _beside(answer(), rows, found)
    return found


def _compiled(tables: Mapping[str, tuple[Table, TableSpec | None]], found: Described) -> dict[str, int]:
    """The rows of each file that the compiled checks checked."""
    from newspkg.check.csvfile import CsvFile, check_csv

    files = {name: CsvFile(table.path, spec, table.delimiter) for name, (table, spec) in tables.items() if spec is not None}
    issues, counts = check_csv(files)
    found.issues += issues
    rows = {str(files[name].path): count for name, count in counts.items()}
    found.checked += [
        Checked(file, "the compiled checks", "types, constraints and keys of all rows", count) for file, count in rows.items()
    ]
    return rows


def _beside(answer: Answer, rows: Mapping[str, int], found: Described) -> None:
    """Add what frictionless says that is not told already of the same line."""
    known = {(issue.file, issue.line) for issue in found.issues}
    found.issues += [issue for issue in answer.issues if (issue.file, issue.line) not in known or issue.line in (None, 1)]
    found.checked += [each if each.rows is not None else replace(each, rows=rows.get(each.file)) for each in answer.checked]


def _table(at: int, descriptor: Path, reader: Reader, found: Described) -> tuple[Table, TableSpec | None] | None:
    """The CSV table of the resource of that number, with its spec where the compiled checks know all that its schema asks for."""
    resource = reader.value["resources"][at]
    if not isinstance(resource, Mapping) or not str(resource.get("path", "")).lower().endswith(".csv"):
        return None
    path, name, schema = inside(resource.get("path"), descriptor.parent), resource.get("name"), resource.get("schema")
    if path is None or not path.is_file() or not isinstance(name, str):
        return None
    if not isinstance(schema, dict):
        spot = reader.spot_of("resources", at, "schema")
        message = f"the schema of {shown(name)} is {shown(schema)}; expected the Table Schema itself"
        found.issues.append(Issue("schema", "error", message, "write it into the descriptor", str(descriptor), spot))
        return None
    inner = Reader(schema, descriptor, reader.source, trail=("resources", at, "schema"))
    spec: TableSpec | None = parse_table(inner, name, ours=False)
    unsafe = _unsafe(schema)
    if unsafe:
        found.issues += inner.issues
        return None
    dialect = resource.get("dialect", {})
    delimiter = dialect.get("delimiter", ",") if isinstance(dialect, dict) and set(dialect) <= DIALECT else None
    if inner.issues or not isinstance(delimiter, str) or len(delimiter) != 1 or str(resource.get("encoding", "utf-8")).lower() != "utf-8":
        first = inner.issues[0] if inner.issues else None
        reason, spot = first.message if first else "its dialect or encoding", reader.spot_of("resources", at)
        message = f"{shown(name)} asks for what the compiled checks do not know ({reason})"
        note = Issue("unknown", "note", message, "frictionless alone checks it", str(descriptor), spot)
        found.issues.append(replace(note, line=first.line, position=first.position) if first else note)
        spec = None
    fields = schema.get("fields")
    width, known = len(fields) if isinstance(fields, list) else 0, spec is not None
    return Table(name, path, dict(resource), width, known, delimiter if isinstance(delimiter, str) else ","), spec


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
