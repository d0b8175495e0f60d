"""Keys that are told twice and references that find nothing: known after one reading, placed by a second where there are any."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import polars as pl

from newspkg.check.csvfile.layout import Columns, Layout
from newspkg.check.csvfile.scan import Scan
from newspkg.specs import ForeignKey

Batches = Iterable[tuple[int, pl.DataFrame]]


def repeated(scan: Scan) -> dict[Columns, pl.Series]:
    """For each key that may be told twice the digests that are."""
    found = {}
    for columns, parts in scan.digests.items():
        digests = pl.concat(parts).drop_nulls()
        if digests.n_unique() < len(digests):
            found[columns] = digests.filter(digests.is_duplicated()).unique()
    return found


def targets(layout: Layout, others: Mapping[str, Scan]) -> dict[ForeignKey, pl.DataFrame]:
    """The values that foreign keys to the other files may have, under the names and types of this one."""
    found = {}
    for key in layout.foreign_keys:
        if key.table in others:
            told = others[key.table].keys_told(key.reference_columns)
            types = {name: layout.type_of(column) for name, column in zip(layout.named(key.columns), key.columns, strict=True)}
            if told.is_empty():
                told = pl.DataFrame(schema=types)
            told.columns = list(types)
            found[key] = _cast(told, types)
    return found


def _cast(told: pl.DataFrame, types: Mapping[str, Any]) -> pl.DataFrame:
    """Types may differ, as an integer that refers to texts: what can't be cast is no value that could be found."""
    try:
        return told.select(pl.col(name).cast(kind, strict=False) for name, kind in types.items()).drop_nulls()
    except pl.exceptions.InvalidOperationError:  # types between which there is no way, as text and moment
        return pl.DataFrame(schema=dict(types))


def dangling(scan: Scan, others: Mapping[str, Scan]) -> dict[ForeignKey, pl.DataFrame]:
    """For each foreign key that was not checked while reading and finds nothing the values that are lost."""
    found = {}
    for key, told in targets(scan.layout, others).items():
        used = scan.keys_used(key)
        if key in scan.targets or used.is_empty():
            continue
        lost = used.join(told, on=used.columns, how="anti")
        if not lost.is_empty():
            found[key] = lost
    return found


def place(scan: Scan, batches: Batches, twice: Mapping[Columns, pl.Series], lost: Mapping[ForeignKey, pl.DataFrame]) -> None:
    """Read the file again and add the faults of its keys to the scan."""
    held: dict[Columns, list[pl.DataFrame]] = {columns: [] for columns in twice}
    for before, batch in batches:
        raw = scan.layout.raw(batch)
        values = scan.layout.values(raw).with_columns(pl.int_range(before, before + pl.len()).alias("row"))
        for columns, digests in twice.items():
            again = values.select(scan.layout.digest(columns)).to_series().is_in(digests.implode())
            held[columns].append(values.filter(again))
        for key, missing in lost.items():
            scan.add_dangling(key, values, missing, "semi")
    for check, columns in scan.layout.keys:
        if columns in held:
            frame = pl.concat(held[columns])
            # The first row of a key is right, those after it repeat it; different keys of one digest are both first.
            scan.add_key(check, "each once", frame.filter(~pl.struct(scan.layout.named(columns)).is_first_distinct()), columns)
