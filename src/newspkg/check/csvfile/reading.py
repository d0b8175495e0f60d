"""A CSV file in batches of cells, each batch a frame of texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import polars as pl
import pyarrow as pa
from pyarrow import csv

from newspkg.check.csvfile.header import Unreadable, undecodable
from newspkg.errors import EnvironmentFault
from newspkg.model import Issue

BLOCK = 8 * 1024 * 1024  # bytes read at a time; a record must fit


@dataclass
class Tally:
    """What was met while reading: records of another width are left out of the batches and counted."""

    rows: int = 0
    ragged: int = 0

    def skip(self, row: Any) -> Literal["skip"]:
        self.ragged += 1
        return "skip"


def batches(
    path: Path, names: Sequence[str], tally: Tally, delimiter: str = ",", nulls: Sequence[str] = ()
) -> Iterator[tuple[int, pl.DataFrame]]:
    """The records below the header as frames with the number of records before each; cells that are one of `nulls` are null.

    Raises Unreadable, EnvironmentFault.
    """
    try:
        reader = csv.open_csv(
            path,
            read_options=csv.ReadOptions(column_names=list(names), skip_rows_after_names=1, block_size=BLOCK),
            parse_options=csv.ParseOptions(
                delimiter=delimiter, newlines_in_values=True, ignore_empty_lines=False, invalid_row_handler=tally.skip
            ),
            convert_options=csv.ConvertOptions(
                column_types=dict.fromkeys(names, pa.large_string()), strings_can_be_null=bool(nulls), null_values=list(nulls)
            ),
        )
        for batch in reader:
            if len(batch):
                frame = pl.from_arrow(pa.Table.from_batches([batch]))
                assert isinstance(frame, pl.DataFrame)  # noqa: S101 a batch is never a series
                yield tally.rows, frame
                tally.rows += len(batch)
    except OSError as fault:
        raise EnvironmentFault(f"{path}: can't be read ({fault.strerror or fault})") from fault
    except pa.ArrowException as fault:
        raise Unreadable(_told(fault, path)) from fault


def _told(fault: pa.ArrowException, path: Path) -> Issue:
    if "UTF8" in str(fault):
        return undecodable(path)
    if "straddling" in str(fault) or "block" in str(fault):
        return Issue("csv", "error", f"a record of more than {BLOCK:,} bytes; expected shorter ones", "close the quotes", str(path), 1)
    return Issue("csv", "error", f"{str(fault)[:200]}; expected CSV in UTF-8", None, str(path), 1)
