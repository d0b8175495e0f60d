"""Primary and foreign keys of a version."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, cast

import polars as pl

from newspkg.history.bundle import Bundle
from newspkg.model import Issue


def check_keys(bundle: Bundle) -> Iterator[Issue]:
    """A key that is null or repeated, and a foreign key that finds nothing."""
    frames = {name: cast(pl.DataFrame, pl.from_arrow(table)) for name, table in bundle.tables.items()}
    for name, frame in frames.items():
        key = list(bundle.primary_key(name))
        if key:
            yield from _primary(name, frame, key)
        for foreign in bundle.schemas[name].get("foreignKeys", ()):
            yield from _foreign(name, frame, key, foreign, frames)


def _primary(table: str, frame: pl.DataFrame, key: list[str]) -> Iterator[Issue]:
    empty = frame.filter(pl.any_horizontal(pl.col(key).is_null()))
    repeated = frame.filter(frame.select(key).is_duplicated()).unique(key, maintain_order=True)
    for rows, told in ((empty, "a part of the primary key is null"), (repeated, "the primary key is there more than once")):
        yield from (Issue("primary-key", "error", told, table=table, row_key=_key(row, key)) for row in rows.to_dicts())


def _foreign(
    table: str, frame: pl.DataFrame, key: list[str], foreign: Mapping[str, Any], frames: Mapping[str, pl.DataFrame]
) -> Iterator[Issue]:
    columns, wanted = _listed(foreign["fields"]), _listed(foreign["reference"]["fields"])
    target = foreign["reference"].get("resource") or table
    if target not in frames:
        yield Issue("foreign-key", "error", f"the foreign key refers to {target}, which is not there", table=table)
        return
    lost = frame.drop_nulls(columns).join(frames[target], left_on=columns, right_on=wanted, how="anti", maintain_order="left")
    for row in lost.to_dicts():
        told = f"{_key(row, columns)} is not in {target}.{'|'.join(wanted)}"
        yield Issue("foreign-key", "error", told, table=table, row_key=_key(row, key), column=columns[0])


def _listed(fields: str | list[str]) -> list[str]:
    return [fields] if isinstance(fields, str) else list(fields)


def _key(row: Mapping[str, Any], key: list[str]) -> str:
    return "|".join(str(row[part]) for part in key)
