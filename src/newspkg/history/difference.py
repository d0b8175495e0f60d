"""What differs between two versions, as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import polars as pl

Weight = Literal["major", "minor", "patch"]


@dataclass(frozen=True, slots=True)
class SchemaChange:
    """One change of a schema or of the descriptor, and the least part of the version that it raises."""

    table: str | None
    text: str
    weight: Weight


@dataclass(frozen=True)
class TableDiff:
    """Rows of one table that differ. `added` and `removed` hold whole rows.

    `cells` holds one row a changed cell: `row_key` (the parts of the key joined by `|`), `column`, `old`, `new` (texts; null is null).
    """

    table: str
    added: pl.DataFrame
    removed: pl.DataFrame
    cells: pl.DataFrame

    @property
    def changed_count(self) -> int:
        return self.cells["row_key"].n_unique() if self.cells.height else 0

    @property
    def is_empty(self) -> bool:
        return not (self.added.height or self.removed.height or self.cells.height)


@dataclass(frozen=True)
class Diff:
    """All that differs; `tables` holds only tables with differences, in the order of publication."""

    schema: tuple[SchemaChange, ...]
    tables: Mapping[str, TableDiff]

    @property
    def is_empty(self) -> bool:
        return not self.schema and not self.tables
