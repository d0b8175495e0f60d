"""Arrow tables as polars frames, whole or part by part, and the issues of their rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import polars as pl

from newspkg.check.hints import shown
from newspkg.mapped import slices
from newspkg.model import Issue, Severity, row_key
from newspkg.specs import TableSpec

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["Context", "Frames", "issue", "key_of", "keys_of", "shown", "to_frame"]
PART = 50_000  # rows: a longer table is checked part by part


class Frames(Mapping[str, pl.DataFrame]):
    """Tables as frames. Those of more rows than PART are made anew each time that they are asked for: better ask for their parts."""

    def __init__(self, tables: Mapping[str, pa.Table | pl.DataFrame]) -> None:
        self._tables = tables
        self._made: dict[str, pl.DataFrame] = {}

    def __getitem__(self, name: str) -> pl.DataFrame:
        if name in self._made:
            return self._made[name]
        frame = _framed(self._tables[name])
        return frame if self.is_long(name) else self._made.setdefault(name, frame)

    def __iter__(self) -> Iterator[str]:
        return iter(self._tables)

    def __len__(self) -> int:
        return len(self._tables)

    def is_long(self, name: str) -> bool:
        return len(self._tables[name]) > PART

    def columns(self, name: str) -> list[str]:
        table = self._tables[name]
        return table.columns if isinstance(table, pl.DataFrame) else list(table.column_names)

    def parts(self, name: str, columns: Sequence[str] | None = None, rows: int = PART) -> Iterator[pl.DataFrame]:
        """All rows in order, with the columns named or all of them, of a long table so many `rows` at a time; one part at least."""
        if not self.is_long(name):
            yield self[name] if columns is None else self[name].select(columns)
            return
        table = self._tables[name] if columns is None else self._tables[name].select(list(columns))
        if isinstance(table, pl.DataFrame):
            yield from table.iter_slices(rows)
        else:
            yield from map(to_frame, slices(table, rows))


@dataclass(frozen=True)
class Context:
    """What a family of checks works on: the tables as frames, their specs, the article bodies, and what codelists say."""

    frames: Frames
    specs: Mapping[str, TableSpec]
    bodies: Mapping[str, str]
    event_types: frozenset[tuple[str, str]] = frozenset()
    divisions: pl.DataFrame | None = None


def _framed(table: pa.Table | pl.DataFrame) -> pl.DataFrame:
    return table if isinstance(table, pl.DataFrame) else to_frame(table)


def to_frame(table: pa.Table) -> pl.DataFrame:
    frame = pl.from_arrow(table)
    assert isinstance(frame, pl.DataFrame)  # noqa: S101 a table is never a series
    return frame


def key_of(row: Mapping[str, Any], table: TableSpec) -> str:
    return row_key(*("" if row.get(name) is None else str(row[name]) for name in table.primary_key))


def keys_of(table: TableSpec) -> pl.Expr:
    """The same of all rows."""
    return pl.concat_str([pl.col(name).cast(pl.String).fill_null("") for name in table.primary_key], separator=row_key("", ""))


def issue(
    check: str, table: TableSpec, row: Mapping[str, Any], message: str, column: str | None = None, hint: str | None = None,
    severity: Severity = "error",
) -> Issue:  # fmt: skip
    return Issue(check, severity, message, hint, table=table.name, row_key=key_of(row, table), column=column)
