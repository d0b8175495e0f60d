"""Rows on their way to the tables; those that were worked out before of the same articles come from the cache."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import msgspec
import pyarrow as pa

from newspkg.cache import Kept, deflated, inflated
from newspkg.tables import TableSink

Made = TypeVar("Made")


class RowMemo:
    """`stamp` tells all of an article and its reading; `of` the code that works rows out, in front of every key."""

    def __init__(self, sink: TableSink, kept: Kept, stamp: Callable[[str], bytes], of: str) -> None:
        self._sink, self._kept, self._of = sink, kept, of
        self.stamp = stamp
        self._rows: dict[str, list[Any]] | None = None  # of the work that is being done

    def emit(self, table: str, row: Any) -> None:
        if self._rows is None:
            self._sink.add(table, row)
        else:
            self._rows.setdefault(table, []).append(row)

    def once(self, key: Iterable[object], form: type[Made], work: Callable[[], Made]) -> Made:
        named = hashlib.sha256(msgspec.msgpack.encode((self._of, list(key)))).hexdigest()
        kept = self._known(named, form)
        if kept is not None:
            made, tables = kept
        else:
            self._rows = {}
            try:
                made = work()
            finally:
                rows, self._rows = self._rows, None
            tables = self._kept_now(named, made, rows)
        for name, table in tables.items():
            self._sink.add_table(name, table)
        return made

    def _kept_now(self, key: str, made: object, rows: dict[str, list[Any]]) -> dict[str, pa.Table]:
        """The rows as tables, which are kept; where a value does not fit they are handed over one by one, to be told of."""
        tables = {name: self._sink.build(name, some) for name, some in rows.items() if self._sink.has(name)}
        found = {name: table for name, table in tables.items() if table is not None}
        if len(found) == len(tables):
            self._kept[key] = deflated(msgspec.msgpack.encode((made, {name: _written(table) for name, table in found.items()})))
            return found
        for name in tables:
            for row in rows[name]:
                self._sink.add(name, row)
        return {}

    def _known(self, key: str, form: type[Made]) -> tuple[Made, dict[str, pa.Table]] | None:
        """None where nothing is kept, or what is can't be read."""
        data = self._kept.get(key)
        try:
            if data is None:
                return None
            made, written = msgspec.msgpack.decode(inflated(data), type=tuple[form, dict[str, bytes]])  # type: ignore[valid-type]
            tables = {name: pa.ipc.open_stream(table).read_all() for name, table in written.items()}
        except (msgspec.MsgspecError, pa.ArrowException, OSError, ValueError, MemoryError, OverflowError):
            return None
        return (made, tables) if all(self._sink.fits(name, table) for name, table in tables.items()) else None


def _written(table: pa.Table) -> bytes:
    target = pa.BufferOutputStream()
    with pa.ipc.new_stream(target, table.schema) as writer:
        writer.write_table(table)
    written: bytes = target.getvalue().to_pybytes()
    return written
