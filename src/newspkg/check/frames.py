"""Arrow tables as polars frames, and the issues of their rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import polars as pl

from newspkg.check.hints import shown
from newspkg.model import Issue, Severity, row_key
from newspkg.specs import TableSpec

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["Context", "Frames", "issue", "key_of", "shown", "to_frame"]
Frames = Mapping[str, pl.DataFrame]


@dataclass(frozen=True)
class Context:
    """What a family of checks works on: the tables as frames, their specs, the article bodies, and what codelists say."""

    frames: Frames
    specs: Mapping[str, TableSpec]
    bodies: Mapping[str, str]
    event_types: frozenset[tuple[str, str]] = frozenset()
    divisions: pl.DataFrame | None = None


def to_frame(table: pa.Table) -> pl.DataFrame:
    frame = pl.from_arrow(table)
    assert isinstance(frame, pl.DataFrame)  # noqa: S101 a table is never a series
    return frame


def key_of(row: Mapping[str, Any], table: TableSpec) -> str:
    return row_key(*("" if row.get(name) is None else str(row[name]) for name in table.primary_key))


def issue(
    check: str, table: TableSpec, row: Mapping[str, Any], message: str, column: str | None = None, hint: str | None = None,
    severity: Severity = "error",
) -> Issue:  # fmt: skip
    return Issue(check, severity, message, hint, table=table.name, row_key=key_of(row, table), column=column)
