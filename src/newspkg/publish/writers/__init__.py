"""The formats of a bundle. To add one: a file here and a line in `WRITERS`."""

from __future__ import annotations

from newspkg.publish.writers.base import TableWriter, write_table
from newspkg.publish.writers.csv import CsvWriter
from newspkg.publish.writers.parquet import ParquetWriter

WRITERS: dict[str, type[TableWriter]] = {writer.name: writer for writer in (CsvWriter, ParquetWriter)}

__all__ = ["WRITERS", "CsvWriter", "ParquetWriter", "TableWriter", "write_table"]
