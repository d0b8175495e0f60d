"""CSV: UTF-8 without BOM, `\\n`, quoting after RFC 4180, null is empty.

A field is the data, even where a spreadsheet would take it for a formula: CSV and Parquet say the same.
"""

from __future__ import annotations

from typing import IO, cast

import polars as pl
import pyarrow as pa

from newspkg.publish.writers.base import TableWriter


class CsvWriter(TableWriter):
    name = "csv"
    suffix = ".csv"
    media_type = "text/csv"

    def setup(self, schema: pa.Schema) -> None:
        self._file: IO[bytes] = self.path.open("wb")
        self._write(cast(pl.DataFrame, pl.from_arrow(schema.empty_table())), header=True)

    def feed(self, batch: pa.Table) -> None:
        self._write(cast(pl.DataFrame, pl.from_arrow(batch)), header=False)

    def finish(self) -> None:
        self._file.close()

    def _write(self, frame: pl.DataFrame, *, header: bool) -> None:
        text = frame.write_csv(
            include_header=header, line_terminator="\n", quote_style="necessary", null_value="", datetime_format="%Y-%m-%dT%H:%M:%SZ"
        )
        self._file.write(text.encode())
