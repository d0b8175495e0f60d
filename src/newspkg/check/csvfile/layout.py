"""What is asked of each batch of a file, as expressions of polars. Columns go by number inside, so that no name can be taken for more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

import polars as pl

from newspkg.check.cast import expected_form, read_nulls, typed, without_missing
from newspkg.check.compile import POLARS_TYPES, cell_rules
from newspkg.check.csvfile.shape import Shape
from newspkg.specs import ForeignKey, TableSpec

Columns = tuple[str, ...]


@dataclass(frozen=True)
class Question:
    """`broken` is true for each row in which the column of that number breaks the check."""

    column: int
    check: str
    expected: str
    broken: pl.Expr


class Layout:
    """A table whose columns stand in the order of the file."""

    def __init__(self, table: TableSpec) -> None:
        self.table = table
        self.number = {name: at for at, name in enumerate(table.column_names)}
        self.cells = [f"c{at}" for at in range(len(table.columns))]
        self.nulls = read_nulls(table)
        missing = (
            (lambda column: None)
            if self.nulls
            else (lambda column: table.missing_values if column.missing_values is None else column.missing_values)
        )
        inner = (replace(each, name=f"c{at}", missing_values=missing(each)) for at, each in enumerate(table.columns))
        self._inner = replace(table, columns=tuple(inner))

    def raw(self, batch: pl.DataFrame) -> pl.DataFrame:
        """A batch with numbered columns and null for what is missing."""
        batch.columns = self.cells
        return batch.select(without_missing(self._inner))

    def values(self, raw: pl.DataFrame) -> pl.DataFrame:
        """The values `cN` beside the texts `rN` that they were read from."""
        return raw.select(self.texts_and_values)

    @cached_property
    def texts_and_values(self) -> list[pl.Expr]:
        return [*(pl.col(name).alias(f"r{at}") for at, name in enumerate(self.cells)), *map(typed, self._inner.columns)]

    def shape(self, path: Path, delimiter: str) -> Shape:
        return Shape(path, len(self.cells), delimiter, self.nulls)

    @cached_property
    def questions(self) -> list[Question]:
        return list(self._questions())

    def _questions(self) -> Iterator[Question]:
        for at, column in enumerate(self._inner.columns):
            text, value = pl.col(f"r{at}"), pl.col(column.name)
            if column.type != "string":
                yield Question(at, "type", expected_form(column), text.is_not_null() & value.is_null())
            if column.required:
                yield Question(at, "required", "a value", text.is_null())
            for rule in cell_rules(column):
                yield Question(at, rule.check, rule.expected, ~rule.passes)

    @cached_property
    def keys(self) -> list[tuple[str, Columns]]:
        """Check and columns of every key whose values are told once; keys of columns that the file lacks are left out."""
        single = [("unique", (column.name,)) for column in self.table.columns if column.unique]
        several = [("uniqueKeys", columns) for columns in self.table.unique_keys]
        primary = [("primaryKey", self.table.primary_key)] if self.table.primary_key else []
        return [each for each in (*primary, *single, *several) if self.has(each[1])]

    @cached_property
    def foreign_keys(self) -> list[ForeignKey]:
        return [key for key in self.table.foreign_keys if self.has(key.columns)]

    def has(self, columns: Columns) -> bool:
        return set(columns) <= set(self.number)

    def named(self, columns: Sequence[str]) -> list[str]:
        """The numbered names of columns."""
        return [f"c{self.number[name]}" for name in columns]

    def type_of(self, name: str) -> pl.DataType | type[pl.DataType]:
        found: pl.DataType | type[pl.DataType] = POLARS_TYPES[self.table.column(name).type]
        return found

    def digest(self, columns: Columns) -> pl.Expr:
        """A number of 64 bits for the values of a key; null where one is null. Two keys that share one are compared in full afterwards."""
        found = pl.lit(0, dtype=pl.UInt64)
        for at, name in enumerate(self.named(columns)):
            found = found ^ pl.col(name).hash(seed=at + 1)
        return pl.when(pl.all_horizontal(pl.col(self.named(columns)).is_not_null())).then(found)
