"""Rows of all tables, in any order, to the tables of a package."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pyarrow as pa

from newspkg.errors import DataError
from newspkg.model import Issue
from newspkg.specs import PackageSpec
from newspkg.tables.runs import Runs


class TableSink:
    """Takes rows one by one and keeps them on disk. Its tables are there until it is closed."""

    def __init__(self, package: PackageSpec) -> None:
        self._folder = TemporaryDirectory(prefix="newspkg-")
        self._issues: list[Issue] = []
        home = Path(self._folder.name)
        self._runs = {name: Runs(table, home, self._issues) for name, table in package.tables.items()}

    def add(self, table: str, row: Any) -> None:
        """One row; what the package has no table for is left out."""
        if table in self._runs:
            self._runs[table].add(row)

    def has(self, table: str) -> bool:
        return table in self._runs

    def build(self, table: str, rows: Sequence[Any]) -> pa.Table | None:
        """A table of some rows, to be added; None where a value does not fit its column."""
        return self._runs[table].build(rows)

    def fits(self, table: str, rows: pa.Table) -> bool:
        """Whether it can be added."""
        return table in self._runs and self._runs[table].schema.equals(rows.schema)

    def add_table(self, table: str, rows: pa.Table) -> None:
        """Rows that are a table already."""
        self._runs[table].add_table(rows)

    def tables(self) -> dict[str, pa.Table]:
        """The tables of the package in its order, rows sorted by primary key.

        Raises DataError, with an issue for each cell, where a value does not fit its column's type.
        """
        tables = {name: runs.table() for name, runs in self._runs.items()}
        if self._issues:
            raise DataError(f"{len(self._issues)} values do not fit their columns; the first: {self._issues[0].message}", self._issues)
        return tables

    def close(self) -> None:
        self._folder.cleanup()
