"""Rows to a table column by column, where every value is plainly of its column's type: as almost all are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from operator import attrgetter
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from newspkg.specs import TableSpec

PLAIN: Mapping[str, set[type]] = {
    "string": {str, type(None)},
    "integer": {int, type(None)},
    "number": {int, float, type(None)},
    "boolean": {bool, type(None)},
    "date": {date, type(None)},
}
SORTED = ("string", "integer", "date")  # types whose texts are the same here and in Arrow
compute: Any = pc  # its types know no options of a sort


def plain_table(rows: Sequence[Any], table: TableSpec) -> pa.Table | None:
    """The table, rows by primary key (as texts, by code point); None where a value must be looked at more closely."""
    if not all(table.column(name).type in SORTED for name in table.primary_key):
        return None
    try:
        arrays = [_array(list(map(attrgetter(column.name), rows)), column.type, table, column.name) for column in table.columns]
    except (AttributeError, TypeError, ValueError, OverflowError, pa.ArrowException):
        return None
    found = pa.Table.from_arrays(arrays, schema=table.arrow_schema)
    if any(found[name].null_count for name in table.primary_key):
        return None
    return found.take(_order(found, table.primary_key)) if table.primary_key else found


def _array(values: list[Any], kind: str, table: TableSpec, name: str) -> Any:
    """Raises TypeError, or what Arrow raises, for a value that is not plainly of the type."""
    if not set(map(type, values)) <= PLAIN.get(kind, set()):
        raise TypeError(name)
    return pa.array(values, table.arrow_schema.field(name).type)


def _order(table: pa.Table, key: Sequence[str]) -> Any:
    texts = table.select(list(key)).cast(pa.schema([(name, pa.string()) for name in key]))
    return compute.sort_indices(texts, [(name, "ascending") for name in key])
