"""Cells as they stand in a CSV file to values of their column's type; a cell that is none becomes null."""

from __future__ import annotations

import polars as pl

from newspkg.specs import ColumnSpec, TableSpec

DAY = r"\A[0-9]{4}-[0-9]{2}-[0-9]{2}\z"
MOMENT = r"\A[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-5][0-9](?:\.[0-9]{1,9})?(?:Z|[+-][0-9]{2}:[0-9]{2})?\z"
FORMS = {
    "integer": "a whole number of at most 64 bits",
    "number": "a number",
    "date": "a day of the calendar, as 2024-11-19",
    "datetime": "a moment, as 2024-11-19T08:30:00Z",
}


def expected_form(column: ColumnSpec) -> str:
    """What a cell of that column looks like, in words."""
    if column.type == "boolean":
        return f"one of {', '.join((*column.true_values, *column.false_values))}"
    return FORMS.get(column.type, column.type)


def without_missing(table: TableSpec) -> list[pl.Expr]:
    """Each column with null for the cells that mean it; of tables whose columns differ in them, as `read_nulls` says."""
    return [_present(column) for column in table.columns]


def read_nulls(table: TableSpec) -> tuple[str, ...]:
    """The cells that the reader of the file may make null at once: none where columns differ in them."""
    return table.missing_values if all(column.missing_values is None for column in table.columns) else ()


def _present(column: ColumnSpec) -> pl.Expr:
    missing = column.missing_values
    cell = pl.col(column.name)
    if not missing:  # what means null in the whole table is null already
        return cell
    is_missing = cell == missing[0] if len(missing) == 1 else cell.is_in(list(missing))
    return pl.when(~is_missing).then(cell).alias(column.name)


def typed(column: ColumnSpec) -> pl.Expr:
    """The values of a column of cells, null where a cell is none of its type."""
    cell = pl.col(column.name)
    if column.type == "integer":
        return cell.cast(pl.Int64, strict=False)
    if column.type == "number":
        return cell.cast(pl.Float64, strict=False)
    if column.type == "boolean":
        is_true, is_false = cell.is_in(list(column.true_values)), cell.is_in(list(column.false_values))
        return pl.when(is_true).then(True).when(is_false).then(False).alias(column.name)
    if column.type == "date":
        return pl.when(_looks_like(cell, DAY)).then(cell).str.to_date("%Y-%m-%d", strict=False).alias(column.name)
    if column.type == "datetime":
        return _moment(pl.when(_looks_like(cell, MOMENT)).then(cell)).alias(column.name)
    return cell


def _looks_like(cell: pl.Expr, form: str) -> pl.Expr:
    """The parser of dates takes white space, signs and single figures, which the standard does not; the year 0 is in no calendar of it."""
    return cell.str.contains(form) & (cell >= "0001")


def _moment(cell: pl.Expr) -> pl.Expr:
    """A moment in UTC; one without an offset is in UTC. Parsing whole seconds is four times as fast as fractions, offsets take forty."""
    is_plain = cell.str.len_bytes() == len("2024-11-19T08:30:00Z")
    plain = pl.when(is_plain).then(cell).str.to_datetime("%Y-%m-%dT%H:%M:%SZ", time_unit="us", strict=False)
    other = pl.when(~is_plain).then(cell).str.replace(r"Z\z", "+00:00")
    other = pl.when(other.str.contains(r"[+-][0-9]{2}:[0-9]{2}\z")).then(other).otherwise(other + "+00:00")
    other = other.str.to_datetime("%Y-%m-%dT%H:%M:%S%.f%:z", time_unit="us", time_zone="UTC", strict=False)
    return plain.dt.replace_time_zone("UTC").fill_null(other)
