"""The rows of a table that is compared, handed out in batches in the order of its key: a million rows are never in memory at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import cast

import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
from pyarrow import csv

from newspkg.errors import DataError
from newspkg.mapped import slices

ROWS = 65_536  # of a batch
BLOCK = 1 << 22  # bytes of CSV that are parsed at a time


@dataclass(frozen=True)
class Source:
    """One table: in memory (`table`), in a file (`path`: Parquet or CSV).

    `types` are those of a CSV's columns, which are texts where nobody tells; the columns `texts` are handed out as texts.
    """

    table: pa.Table | None = None
    path: Path | None = None
    types: pa.Schema | None = None
    texts: frozenset[str] = frozenset()

    @cached_property
    def schema(self) -> pa.Schema:
        """Columns and their types. Raises DataError where the file can't be read."""
        if self.table is not None:
            return self.table.schema
        try:
            return pq.read_schema(self.file) if self.is_parquet else self._csv().schema
        except (OSError, pa.ArrowException) as fault:
            raise DataError(f"{self.path}: can't be read as a table ({fault})") from fault

    @property
    def is_parquet(self) -> bool:
        return self.path is not None and self.path.suffix == ".parquet"

    @property
    def file(self) -> Path:
        if self.path is None:
            raise ValueError("a source has a table or a path")
        return self.path

    @property
    def columns(self) -> list[str]:
        return list(self.schema.names)

    def typed(self, types: pa.Schema) -> Source:
        """The same CSV with types from elsewhere; other sources know their own."""
        return self if self.path is None or self.is_parquet or self.types is not None else replace(self, types=types)

    def batches(self, columns: Sequence[str]) -> Iterator[pl.DataFrame]:
        """The rows with these columns, as they stand. Raises DataError where the file can't be read."""
        try:
            for batch in self._arrow(list(columns)):
                yield self.shaped(cast(pl.DataFrame, pl.from_arrow(batch)))
        except (OSError, pa.ArrowException) as fault:
            raise DataError(f"{self.path}: can't be read as a table ({fault})") from fault

    def shaped(self, frame: pl.DataFrame) -> pl.DataFrame:
        """The rows with columns that can be compared."""
        return plain_types(frame).with_columns(pl.col(name).cast(pl.String) for name in frame.columns if name in self.texts)

    def _arrow(self, columns: list[str]) -> Iterator[pa.Table | pa.RecordBatch]:
        if self.table is not None:
            yield from slices(self.table.select(columns), ROWS)
        elif self.is_parquet:
            with pq.ParquetFile(self.file, pre_buffer=False) as file:
                yield from file.iter_batches(ROWS, columns=columns)
        else:
            yield from (pa.table(batch).select(columns) for batch in self._csv())

    def _csv(self) -> csv.CSVStreamingReader:
        """Null is an empty field, a text of no length is `""`."""
        with csv.open_csv(self.file, read_options=csv.ReadOptions(block_size=BLOCK)) as head:
            names = head.schema.names
        known = {field.name: field.type for field in self.types or ()}
        types = {name: known.get(name, pa.string()) for name in names}
        told = csv.ConvertOptions(column_types=types, null_values=[""], strings_can_be_null=True, quoted_strings_can_be_null=False)
        parse = csv.ParseOptions(newlines_in_values=True)
        return csv.open_csv(self.file, csv.ReadOptions(block_size=BLOCK), parse, told)


def plain_types(frame: pl.DataFrame) -> pl.DataFrame:
    """Columns whose values can be compared and told as texts: categories, bytes and nested values become texts."""
    told = []
    for name, kind in frame.schema.items():
        if kind in (pl.Categorical, pl.Enum):
            told.append(pl.col(name).cast(pl.String))
        elif kind == pl.Binary:
            told.append(pl.col(name).bin.encode("hex"))
        elif kind.is_nested():
            told.append(pl.col(name).map_elements(str, return_dtype=pl.String))
    return frame.with_columns(told) if told else frame
