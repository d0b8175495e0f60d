"""The whole of `schemas/`: the template of the descriptor and every table, in the order of publication."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from newspkg.errors import DataError
from newspkg.model import Issue
from newspkg.specs.descriptor import Reader, open_descriptor
from newspkg.specs.parse import read_table
from newspkg.specs.table import TableSpec
from newspkg.text import close_to

NAME = re.compile(r"[a-z][a-z0-9_]{0,99}")


@dataclass(frozen=True)
class PackageSpec:
    """What a data set publishes. `descriptor` is the template of `datapackage.json`; `root` the folder that it was read from."""

    name: str
    title: str
    descriptor: Mapping[str, Any]
    tables: Mapping[str, TableSpec]
    root: Path

    def table(self, name: str) -> TableSpec:
        """The table of that name. Raises KeyError, with the names there are."""
        if name not in self.tables:
            raise KeyError(f"there is no table {name!r}; there are {', '.join(self.tables)}")
        return self.tables[name]

    @property
    def digest(self) -> str:
        """SHA-256 of the Table Schemas: what of them a checker can enforce hangs on nothing else."""
        told = json.dumps([dict(table.descriptor) for table in self.tables.values()], sort_keys=True)
        return hashlib.sha256(told.encode()).hexdigest()


def load_package(schemas: Path) -> PackageSpec:
    """Read `schemas/`. Raises DataError with every fault found, EnvironmentFault where a file can't be read."""
    package, issues = read_package(schemas)
    if package is None or issues:
        raise DataError(f"{schemas}: the schemas are at fault: {issues[0].message}", issues)
    return package


def read_package(schemas: Path) -> tuple[PackageSpec | None, list[Issue]]:
    """The package, as far as it can be read, and every fault of its schemas. Raises EnvironmentFault where a file can't be read."""
    template = open_descriptor(schemas / "datapackage.json")
    if template.issues:
        return None, template.issues
    name, title = template.text("name", pattern="[a-z0-9._-]+"), template.text("title")
    tables: dict[str, TableSpec] = {}
    issues: list[Issue] = []
    for resource in template.objects("resources"):
        table, faults = read_table(resource, schemas)
        issues += faults
        if table is not None:
            tables[table.name] = table
    at_fault = {Path(str(issue.file)).stem for issue in issues} | (_names(template) - set(tables))
    issues = [*template.issues, *issues, *_dangling(tables, schemas, at_fault)]
    if not tables:
        return None, issues
    return PackageSpec(name, title, MappingProxyType(template.value), MappingProxyType(tables), schemas), issues


def declared(schemas: Path) -> set[str]:
    """The names of the tables that the template names, whether or not they can be read."""
    return _names(open_descriptor(schemas / "datapackage.json"))


def _names(template: Reader) -> set[str]:
    resources = template.value.get("resources")
    names = (each.get("name") for each in resources if isinstance(each, dict)) if isinstance(resources, list) else ()
    return {name for name in names if isinstance(name, str) and NAME.fullmatch(name)}


def _dangling(tables: Mapping[str, TableSpec], schemas: Path, at_fault: Collection[str]) -> list[Issue]:
    """Foreign keys that refer to a table or a column that is not there; where that table is `at_fault` itself, its fault is the cause."""
    issues: list[Issue] = []
    for table in tables.values():
        reader = Reader(dict(table.descriptor), schemas / f"{table.name}.json")
        for at, key in enumerate(table.foreign_keys):
            place = ("foreignKeys", at, "reference")
            if key.table in at_fault:
                continue
            if key.table not in tables:
                told, hint = f"a foreign key refers to {key.table!r}", close_to(key.table, tables)
                reader.fault(told, f"one of {', '.join(tables)}", at=(*place, "resource"), hint=hint)
            elif missing := sorted(set(key.reference_columns) - set(tables[key.table].column_names)):
                told, hint = f"a foreign key refers to {', '.join(missing)}", close_to(missing[0], tables[key.table].column_names)
                reader.fault(told, f"columns of {key.table}", at=(*place, "fields"), hint=hint)
        issues += reader.issues
    return issues
