"""From a TableSpec to an Arrow schema."""

from __future__ import annotations

import pyarrow as pa

from newspkg.specs.table import ColumnSpec, TableSpec

ARROW_TYPES: dict[str, pa.DataType] = {
    "string": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
    "date": pa.date32(),
    "datetime": pa.timestamp("us", tz="UTC"),
}


def arrow_field(column: ColumnSpec) -> pa.Field[pa.DataType]:
    texts = {"title": column.title, "description": column.description, "unit": column.unit}
    # Required columns stay nullable in Arrow: that a value is there is for the checks to say, with its row.
    return pa.field(column.name, ARROW_TYPES[column.type], metadata={key: text for key, text in texts.items() if text})


def arrow_schema(table: TableSpec) -> pa.Schema:
    return pa.schema([arrow_field(column) for column in table.columns])
