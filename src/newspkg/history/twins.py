"""CSV against Parquet, value by value."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import polars as pl
import pyarrow as pa
from pyarrow import csv

from newspkg.model import Issue

MOST = 50  # faults named one by one in each table


def read_csv(path: Path, schema: pa.Schema) -> pa.Table:
    """A published CSV with the types of `schema`: null is an empty field, a text of no length is `""`."""
    types = {field.name: field.type for field in schema}
    options = csv.ConvertOptions(column_types=types, null_values=[""], strings_can_be_null=True, quoted_strings_can_be_null=False)
    return csv.read_csv(path, parse_options=csv.ParseOptions(newlines_in_values=True), convert_options=options)


def check_twins(table: str, path: Path, parquet: pa.Table, key: tuple[str, ...]) -> Iterator[Issue]:
    """Every cell in which the CSV at `path` differs from the Parquet's table."""
    try:
        found = read_csv(path, parquet.schema)
        names = found.column_names  # decoded only here: a header may be no UTF-8
    except (OSError, ValueError, pa.ArrowException) as fault:
        yield Issue("twins", "error", f"the CSV can't be read as its schema says: {fault}", file=str(path), table=table)
        return
    if names != parquet.column_names or found.num_rows != parquet.num_rows:
        shapes = f"{found.num_rows} rows of {names}; the Parquet has {parquet.num_rows} rows of {parquet.column_names}"
        yield Issue("twins", "error", f"the CSV has {shapes}", file=str(path), table=table)
        return
    left, right = (cast(pl.DataFrame, pl.from_arrow(each)) for each in (found, parquet))
    for column in parquet.column_names:
        yield from _column(table, path, column, left, right, key)


def _column(table: str, path: Path, column: str, left: pl.DataFrame, right: pl.DataFrame, key: tuple[str, ...]) -> Iterator[Issue]:
    rows = left[column].ne_missing(right[column]).arg_true()
    for row in rows.head(MOST):
        row_key = "|".join(str(right[part][row]) for part in key)
        message = f"the CSV says {left[column][row]!r}, the Parquet {right[column][row]!r}"
        yield Issue("twins", "error", message, file=str(path), table=table, row_key=row_key, column=column)
    if len(rows) > MOST:
        yield Issue("twins", "error", f"and {len(rows) - MOST} more cells differ", file=str(path), table=table, column=column)
