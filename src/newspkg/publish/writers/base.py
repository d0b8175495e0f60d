"""The shape of every writer: set up once, fed batches in order, finished once."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from pathlib import Path
from typing import Any, ClassVar

import pyarrow as pa

from newspkg.mapped import slices
from newspkg.specs import TableSpec


class TableWriter(ABC):
    """Writes one table into one file. `name` is the format's name, `suffix` the file's, `media_type` its MIME type."""

    name: ClassVar[str]
    suffix: ClassVar[str]
    media_type: ClassVar[str]

    def __init__(self, path: Path, spec: TableSpec, descriptor: Mapping[str, Any]) -> None:
        """`descriptor` is the package's, without resources: formats that can carry it do."""
        self.path = path
        self.spec = spec
        self.descriptor = descriptor

    @abstractmethod
    def setup(self, schema: pa.Schema) -> None:
        """Open the file and write what comes before the rows."""

    @abstractmethod
    def feed(self, batch: pa.Table) -> None:
        """Write the next rows."""

    @abstractmethod
    def finish(self) -> None:
        """Write what comes after the rows and close; also called after a fault."""


def write_table(writer: TableWriter, table: pa.Table, rows: int = 65_536) -> None:
    """Feed the whole table to a writer, `rows` at a time."""
    writer.setup(table.schema)
    try:
        for batch in slices(table, rows):
            writer.feed(batch)
    finally:
        writer.finish()
