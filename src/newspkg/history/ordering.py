"""Whether a table stands in the order of its key, and how it is brought there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import reduce
from pathlib import Path
from tempfile import TemporaryDirectory

import polars as pl
import pyarrow.parquet as pq

from newspkg.history.source import Source

Key = Sequence[str]


@contextmanager
def in_order(source: Source, key: Key, columns: Sequence[str]) -> Iterator[Source]:
    """The source where it is sorted by `key` (by code point, no part null), as every published table is; else a sorted copy on disk."""
    with ExitStack() as held:
        if is_sorted(source, key):
            yield source
        else:
            folder = Path(held.enter_context(TemporaryDirectory(prefix="newspkg-")))
            yield Source(path=_sorted(source, key, columns, folder))


def is_sorted(source: Source, key: Key) -> bool:
    last: pl.DataFrame | None = None
    for batch in source.batches(key):
        rows = batch if last is None else pl.concat([last, batch])
        if any(rows[part].null_count() for part in key) or rows.select(_falls(key).any()).item():
            return False
        last = batch.tail(1) if batch.height else last
    return True


def _falls(key: Key) -> pl.Expr:
    """Whether a row's key is less than that of the row before."""
    return reduce(
        lambda later, part: (pl.col(part) < pl.col(part).shift()) | ((pl.col(part) == pl.col(part).shift()) & later),
        reversed(key),
        pl.lit(False),
    )


def _sorted(source: Source, key: Key, columns: Sequence[str], folder: Path) -> Path:
    """A Parquet file of the rows sorted by `key`, nulls last; rows of one key keep their order."""
    stored, done = folder / "stored.parquet", folder / "sorted.parquet"
    writer: pq.ParquetWriter | None = None
    for batch in source.batches(columns):
        rows = batch.to_arrow()
        writer = writer or pq.ParquetWriter(stored, rows.schema, compression="lz4")
        writer.write_table(rows)
    if writer is None:
        pq.write_table(source.schema.empty_table().select(list(columns)), done)
        return done
    writer.close()
    pl.scan_parquet(stored).sort(list(key), nulls_last=True, maintain_order=True).sink_parquet(done, row_group_size=65_536)
    stored.unlink()
    return done
