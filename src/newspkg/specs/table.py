"""A table and its columns as a Table Schema describes them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    import pyarrow as pa

ColumnType = Literal["string", "integer", "number", "boolean", "date", "datetime"]
COLUMN_TYPES: tuple[str, ...] = ("string", "integer", "number", "boolean", "date", "datetime")
Limit = str | int | float | None
TRUE, FALSE = ("true", "True", "TRUE", "1"), ("false", "False", "FALSE", "0")


@dataclass(frozen=True, slots=True)
class Category:
    """One value of an enum and what it is called."""

    value: Any
    label: str


@dataclass(frozen=True, slots=True)
class ForeignKey:
    """Columns whose values, where none is null, are found in `reference_columns` of `table`."""

    columns: tuple[str, ...]
    table: str
    reference_columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ColumnSpec:
    """One column. Limits are inclusive unless named exclusive; lengths are in code points; `pattern` must match the whole value.

    `categories` without an `enum` are one; `missing_values`, None where the table's hold, are the cells that mean null. `source` says where
    values come from: `article`, `codelist`, `article or codelist`, or `computed`.
    """

    name: str
    type: ColumnType
    title: str
    description: str
    unit: str | None = None
    example: Any = None
    required: bool = False
    unique: bool = False
    enum: tuple[Any, ...] = ()
    categories: tuple[Category, ...] = ()
    pattern: str | None = None
    minimum: Limit = None
    maximum: Limit = None
    exclusive_minimum: Limit = None
    exclusive_maximum: Limit = None
    min_length: int | None = None
    max_length: int | None = None
    source: str | None = None
    format: str = "default"
    missing_values: tuple[str, ...] | None = None
    true_values: tuple[str, ...] = TRUE
    false_values: tuple[str, ...] = FALSE

    @property
    def nullable(self) -> bool:
        return not self.required

    @property
    def allowed(self) -> tuple[str, tuple[Any, ...]]:
        """The constraint that lists the values and the values; none where any value goes."""
        return ("enum", self.enum) if self.enum else ("categories", tuple(each.value for each in self.categories))


@dataclass(frozen=True)
class TableSpec:
    """One published table; `descriptor` is its Table Schema as written. All else about a table is derived from this."""

    name: str
    title: str
    description: str
    columns: tuple[ColumnSpec, ...]
    primary_key: tuple[str, ...]
    foreign_keys: tuple[ForeignKey, ...] = ()
    unique_keys: tuple[tuple[str, ...], ...] = ()
    missing_values: tuple[str, ...] = ("",)
    fields_match: str = "exact"
    descriptor: Mapping[str, Any] = field(default_factory=dict, repr=False)

    @property
    def column_names(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)

    def column(self, name: str) -> ColumnSpec:
        """The column of that name. Raises KeyError, with the names there are."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(f"{self.name} has no column {name!r}; it has {', '.join(self.column_names)}")

    @cached_property
    def arrow_schema(self) -> pa.Schema:
        """The Arrow schema: `date32`, UTC timestamps, `int64`, `double`, `string`; title, description and unit in each field's metadata."""
        from newspkg.specs.arrow import arrow_schema

        return arrow_schema(self)
