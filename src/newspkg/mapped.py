"""Tables in files that are mapped into memory: of what was read of one, memory is given back when asked."""

from __future__ import annotations

import mmap
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryFile
from weakref import WeakSet

import pyarrow as pa


class _Map(mmap.mmap):
    """A map of a whole file. It lives as long as a table that was read from it."""


_MAPS: WeakSet[_Map] = WeakSet()


def mapped(path: Path) -> pa.Table:
    """The table of an Arrow file, which must stay as it is."""
    with path.open("rb") as file:
        return _mapped(file.fileno())


def spilled(schema: pa.Schema, tables: Iterable[pa.Table]) -> pa.Table:
    """The rows of tables of one schema, one after the other, in a file that is gone with the table."""
    with TemporaryFile(prefix="newspkg-") as file:
        with pa.ipc.new_file(pa.PythonFile(file, "w"), schema) as writer:
            for table in tables:
                writer.write_table(table)
        file.flush()
        return _mapped(file.fileno())


def _mapped(number: int) -> pa.Table:
    pages = _Map(number, 0, access=mmap.ACCESS_READ)
    _MAPS.add(pages)
    return pa.ipc.open_file(pa.py_buffer(pages)).read_all()


def let_go() -> None:
    """Give back the memory of all that was read of mapped tables. They stay as they are; what is asked for is read again."""
    for pages in list(_MAPS):
        if hasattr(mmap, "MADV_DONTNEED"):
            pages.madvise(mmap.MADV_DONTNEED)


def slices(table: pa.Table, rows: int) -> Iterator[pa.Table]:
    """All rows in order, so many at a time. The memory of a slice is given back when the next is asked for."""
    for start in range(0, table.num_rows, rows):
        yield table.slice(start, rows)
        if table.num_rows > rows:
            let_go()
