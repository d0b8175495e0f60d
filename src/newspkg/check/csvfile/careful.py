"""The reader that goes cell by cell: of any CSV, with the records of another width counted. Arrow is imported only where it is needed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import polars as pl

from newspkg.check.csvfile.blocks import Block
from newspkg.check.csvfile.header import Unreadable, ensure_text, undecodable
from newspkg.check.csvfile.shape import Loaded, Shape
from newspkg.model import Issue

if TYPE_CHECKING:
    import pyarrow as pa
BOM = "\ufeff".encode()


def load_carefully(block: Block, shape: Shape, longest: int) -> Loaded:
    """Raises Unreadable."""
    import pyarrow as pa

    skipped = [0]
    # A mark of byte order at the start is dropped; here it is part of a cell.
    text = BOM + block.text if block.text.startswith(BOM) else block.text
    frames = [_frame(each) for each in _batches(pa.BufferReader(text), shape, longest + len(BOM), skipped)]
    return Loaded(pl.concat(frames) if frames else shape.empty(), block.start, block.lines, skipped[0])


def load_rest(start: int, shape: Shape, longest: int) -> Iterator[Callable[[], Loaded]]:
    """The file from a byte on, to which its first line is a header where that is 0. Raises Unreadable."""
    import pyarrow as pa

    ensure_text(shape.path, start)
    yield lambda: Loaded(shape.empty(), start)
    skipped = [0]
    with pa.OSFile(str(shape.path), "rb") as file:
        # From the line break before, so that no mark of byte order is dropped.
        file.seek(max(0, start - 1))
        for batch in _batches(file, shape, longest, skipped, header=int(not start), breaks=int(start > 0)):
            yield partial(_loaded, batch, start)
    yield lambda: Loaded(shape.empty(), start, ragged=skipped[0], goes_on=True)


def _loaded(batch: pa.RecordBatch, start: int) -> Loaded:
    return Loaded(_frame(batch), start, goes_on=True)


def _batches(source: Any, shape: Shape, longest: int, skipped: list[int], *, header: int = 0, breaks: int = 0) -> Iterator[pa.RecordBatch]:
    import pyarrow as pa
    from pyarrow import csv

    def skip(row: Any) -> Literal["skip"]:
        skipped[0] += 1
        return "skip"

    kinds, nulls = dict.fromkeys(shape.names, pa.large_string()), list(shape.nulls)
    try:
        yield from csv.open_csv(
            source,
            read_options=csv.ReadOptions(column_names=shape.names, skip_rows=breaks, skip_rows_after_names=header, block_size=longest),
            parse_options=csv.ParseOptions(
                delimiter=shape.delimiter, newlines_in_values=True, ignore_empty_lines=False, invalid_row_handler=skip
            ),
            convert_options=csv.ConvertOptions(column_types=kinds, strings_can_be_null=bool(nulls), null_values=nulls),
        )
    except pa.ArrowException as fault:
        raise Unreadable(_told(fault, shape.path, longest)) from fault


def _frame(batch: pa.RecordBatch) -> pl.DataFrame:
    import pyarrow as pa

    frame = pl.from_arrow(pa.Table.from_batches([batch]))
    assert isinstance(frame, pl.DataFrame)  # noqa: S101 a batch is never a series
    return frame


def _told(fault: Exception, path: Path, longest: int) -> Issue:
    if "UTF8" in str(fault):
        return undecodable(path)
    if "straddling" in str(fault) or "block" in str(fault):
        return Issue("csv", "error", f"a record of more than {longest:,} bytes; expected shorter ones", "close the quotes", str(path), 1)
    return Issue("csv", "error", f"{str(fault)[:200]}; expected CSV in UTF-8", None, str(path), 1)
