"""A version read back: its tables, their schemas, its descriptor."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from newspkg.errors import DataError
from newspkg.mapped import spilled
from newspkg.specs import PackageSpec

VERSION = re.compile(r"(\d+)\.(\d+)\.(\d+)")


@dataclass(frozen=True)
class Bundle:
    """One version: tables and Table Schemas by table name. `version` is '' and `folder` None for tables not yet published."""

    version: str
    tables: Mapping[str, pa.Table]
    schemas: Mapping[str, Mapping[str, Any]]
    descriptor: Mapping[str, Any]
    folder: Path | None = None

    @staticmethod
    def of(tables: Mapping[str, pa.Table], package: PackageSpec) -> Bundle:
        """Freshly built tables, to be compared with a version."""
        specs = package.tables
        found = {name: tables.get(name, spec.arrow_schema.empty_table()) for name, spec in specs.items()}
        return Bundle("", found, {name: spec.descriptor for name, spec in specs.items()}, package.descriptor)

    def primary_key(self, table: str) -> tuple[str, ...]:
        return primary_key(self.schemas[table])


def primary_key(schema: Mapping[str, Any]) -> tuple[str, ...]:
    """The columns of the primary key of a Table Schema; none where it tells none."""
    key = schema.get("primaryKey", ())
    return (key,) if isinstance(key, str) else tuple(key)


def as_version(text: str) -> tuple[int, int, int]:
    """The numbers of `MAJOR.MINOR.PATCH`. Raises ValueError where it is none."""
    found = VERSION.fullmatch(text)
    if found is None:
        raise ValueError(f"{text!r} is no version: expected three numbers, as in 1.2.0")
    return int(found[1]), int(found[2]), int(found[3])


def read_bundle(folder: Path) -> Bundle:
    """Read a published version. Raises DataError where it is not whole."""
    try:
        descriptor = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
        described = {each["name"]: each["schema"] for each in descriptor["resources"] if "schema" in each}
        tables = {name: _table(folder / "data" / f"{name}.parquet") for name in described}
    except (OSError, ValueError, KeyError, TypeError, pa.ArrowException) as fault:
        raise DataError(f"{folder}: not a whole bundle ({fault}); restore it from where it was published") from fault
    return Bundle(descriptor.get("version", folder.name), tables, described, descriptor, folder)


def _table(path: Path) -> pa.Table:
    """A table; a long one is not held in memory, but in a file of its own."""
    with pq.ParquetFile(path) as file:
        if file.num_row_groups > 1:
            groups = (_sound(file.read_row_group(number)) for number in range(file.num_row_groups))
            return spilled(_sound(file.schema_arrow.empty_table()).schema, groups)
    return _sound(pq.read_table(path))


def _sound(table: pa.Table) -> pa.Table:
    """The very table, whose strings are UTF-8 and whose offsets are in range: a flipped bit can pass the reader and break what follows."""
    table.validate(full=True)
    for told in (table.schema.metadata, *(field.metadata for field in table.schema)):
        for key, value in (told or {}).items():
            (key + value).decode("utf-8")
    return table


def versions(home: Path) -> list[str]:
    """The versions published below `home` (`out/NAME`), oldest first."""
    folders = home.iterdir() if home.is_dir() else ()
    found = [path.name for path in folders if VERSION.fullmatch(path.name) and (path / "datapackage.json").is_file()]
    return sorted(found, key=as_version)


def latest(home: Path) -> Bundle | None:
    """The newest version below `home` (`out/NAME`); None where there is none."""
    found = versions(home)
    return read_bundle(home / found[-1]) if found else None
