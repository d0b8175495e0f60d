"""Rows of one table in any number, sorted by key: in runs on disk that are merged batch by batch."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from newspkg.mapped import mapped
from newspkg.model import Issue
from newspkg.specs import TableSpec
from newspkg.tables.build import build_table

RUN = 50_000  # rows that are sorted in memory
BATCH = 8_192
compute: Any = pc  # its types know no mixture of columns and texts
ORDER = "\x00order"  # the column that tells the order of keys


class Runs:
    """Takes rows, gives a table. Values that do not fit their columns are left out, and add to `issues`."""

    def __init__(self, table: TableSpec, folder: Path, issues: list[Issue]) -> None:
        self._spec, self._folder, self._issues = table, folder, issues
        self._rows: list[Any] = []
        self._tables: list[pa.Table] = []
        self._size = 0
        self._paths: list[Path] = []

    @property
    def schema(self) -> pa.Schema:
        return self._spec.arrow_schema

    def add(self, row: Any) -> None:
        self._rows.append(row)
        self._grow(1)

    def add_table(self, table: pa.Table) -> None:
        """Rows in any order, of the schema of the table."""
        self._tables.append(table)
        self._grow(table.num_rows)

    def _grow(self, rows: int) -> None:
        self._size += rows
        if self._size >= RUN:
            self._write_run()

    def build(self, rows: Sequence[Any]) -> pa.Table | None:
        """A table of rows; None where a value does not fit its column."""
        issues: list[Issue] = []
        table = build_table(rows, self._spec, issues)
        return None if issues else table

    def table(self) -> pa.Table:
        """All rows by primary key (by code point, nulls first). More than a run are in a file that is mapped into memory."""
        if not self._paths:
            return self._taken().drop_columns([ORDER]) if self._tables else build_table(self._rows, self._spec, self._issues)
        self._write_run()
        path = self._folder / f"{self._spec.name}.arrow"
        with pa.OSFile(str(path), "wb") as file, pa.ipc.new_file(file, self._spec.arrow_schema) as writer:
            for batch in merged([_batches(each) for each in self._paths]):
                writer.write_table(batch.drop_columns([ORDER]).cast(self._spec.arrow_schema))
        for each in self._paths:
            each.unlink()
        return mapped(path)

    def _taken(self) -> pa.Table:
        """What came since the last run, sorted."""
        table = build_table(self._rows, self._spec, self._issues)
        whole = pa.concat_tables([table, *self._tables]) if self._tables else table
        whole = whole.append_column(ORDER, _order(whole, self._spec.primary_key))
        if self._tables:
            whole = whole.take(compute.sort_indices(whole, [(ORDER, "ascending")])).combine_chunks()
        self._rows, self._tables, self._size = [], [], 0
        return whole

    def _write_run(self) -> None:
        path = self._folder / f"{self._spec.name}-{len(self._paths)}.arrow"
        table = self._taken()
        with pa.OSFile(str(path), "wb") as file, pa.ipc.new_stream(file, table.schema) as writer:
            writer.write_table(table, max_chunksize=BATCH)
        self._paths.append(path)


def _order(table: pa.Table, key: tuple[str, ...]) -> Any:
    """One text a row, by which keys are ordered as by all their parts in turn: a null before all else."""
    parts = [table[name].cast(pa.string()) for name in key]
    told = [compute.binary_join_element_wise("\x01", part, "") for part in parts]
    told = [compute.fill_null(part, "\x00") for part in told]
    return compute.binary_join_element_wise(*told, "\x00") if told else pa.array([""] * table.num_rows)


def _batches(path: Path) -> Iterator[pa.Table]:
    with pa.OSFile(str(path), "rb") as file, pa.ipc.open_stream(file) as reader:
        for batch in reader:
            yield pa.Table.from_batches([batch])


def merged(runs: list[Iterator[pa.Table]]) -> Iterator[pa.Table]:
    """Batches of all runs, in order; of rows of one key those of an earlier run come first."""
    heads = {number: batch for number, run in enumerate(runs) if (batch := next(run, None)) is not None}
    while heads:
        cut = min(batch[ORDER][-1].as_py() for batch in heads.values())
        ready = []
        for number in sorted(heads):
            count = compute.sum(compute.less_equal(heads[number][ORDER], cut)).as_py() or 0
            ready.append(heads[number].slice(0, count))
            rest = heads[number].slice(count)
            more = rest if rest.num_rows else next(runs[number], None)
            if more is None:
                del heads[number]
            else:
                heads[number] = more
        window = pa.concat_tables(ready)
        yield window.take(compute.sort_indices(window, [(ORDER, "ascending")]))
