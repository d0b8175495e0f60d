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
    """Rows of one table that differ. `added`, `removed` and `changed` (as they are now) hold whole rows; `key` names the primary key.

    `cells` holds one row a changed cell: `row_key` (the parts of the key joined by `|`), `column`, `old`, `new` (texts; null is null).
    The frames hold the first rows alone where there are very many; the counts (of rows; `cell_count` of cells) are always whole.
    """

    table: str
    added: pl.DataFrame
    removed: pl.DataFrame
    changed: pl.DataFrame
    cells: pl.DataFrame
    key: tuple[str, ...] = ()
    added_count: int = 0
    removed_count: int = 0
    changed_count: int = 0
    cell_count: int = 0

    @property
    def is_empty(self) -> bool:
        return not (self.added_count or self.removed_count or self.cell_count)

    @property
    def is_cut(self) -> bool:
        """Whether not every difference is held."""
        kept = (self.added.height, self.removed.height, self.cells.height)
        return kept != (self.added_count, self.removed_count, self.cell_count)


@dataclass(frozen=True)
class Diff:
    """All that differs; `tables` holds only tables with differences, in the order of publication.

    `schemas` are the Table Schemas of the newer version, for those who tell a difference in words.
    """

    schema: tuple[SchemaChange, ...]
    tables: Mapping[str, TableDiff]
    schemas: Mapping[str, Mapping[str, object]] | None = None

    @property
    def is_empty(self) -> bool:
        return not self.schema and not self.tables
