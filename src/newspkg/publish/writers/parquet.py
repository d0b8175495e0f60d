"""Parquet: fixed settings, so that the same rows give the same bytes; titles, descriptions and units in each column's metadata."""

from __future__ import annotations

import json
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from newspkg.publish.writers.base import TableWriter

SETTINGS: dict[str, Any] = {
    "version": "2.6",
    "data_page_version": "1.0",
    "compression": "zstd",
    "compression_level": 9,
    "use_dictionary": True,
    "write_statistics": True,
    "store_schema": True,
    "coerce_timestamps": "us",
}


class ParquetWriter(TableWriter):
    name = "parquet"
    suffix = ".parquet"
    media_type = "application/vnd.apache.parquet"

    def setup(self, schema: pa.Schema) -> None:
        self._schema = self._described(schema)
        self._file = pq.ParquetWriter(self.path, self._schema, **SETTINGS)

    def feed(self, batch: pa.Table) -> None:
        # The pages of the file must not depend on how the rows lie in memory.
        self._file.write_table(batch.cast(self._schema).combine_chunks())

    def finish(self) -> None:
        self._file.close()

    def _described(self, schema: pa.Schema) -> pa.Schema:
        # The descriptor inside a file can't hold the file's own hash: it carries this table's schema alone.
        about = {**self.descriptor, "resources": [{"name": self.spec.name, "type": "table", "schema": dict(self.spec.descriptor)}]}
        return pa.schema(list(schema), metadata={"datapackage": json.dumps(about, ensure_ascii=False, sort_keys=True)})
