"""Compares two versions, table by table, keyed by primary key, in bounded memory."""

from __future__ import annotations

import filecmp
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace

import polars as pl

from newspkg.history.bundle import Bundle
from newspkg.history.difference import Diff, TableDiff
from newspkg.history.matching import NO_CELLS, Found, match
from newspkg.history.ordering import in_order
from newspkg.history.schemas import schema_changes
from newspkg.history.side import Side
from newspkg.history.source import Source
from newspkg.history.windows import Feed, windows

KEPT = 10_000  # rows of each kind that a diff holds of one table
Step = tuple[str, tuple[str, ...], Found]


def diff(old: Bundle | Side, new: Bundle | Side, kept: int = KEPT) -> Diff:
    """What `new` changes: schemas and descriptor, rows added, removed, changed with their cells.

    A table or column that only one of them has is a change of schema, and not told again cell by cell. Of each table, the first `kept`
    rows of each kind are held, and all are counted.
    """
    before, after = _side(old), _side(new)
    tables: dict[str, TableDiff] = {}
    for name, key, found in steps(before, after):
        tables[name] = _grown(tables.get(name) or _nothing(name, key, found), found, kept)
    differing = {name: table for name, table in tables.items() if not table.is_empty}
    return Diff(schema_changes(before, after), differing, after.schemas)


def steps(old: Side, new: Side) -> Iterator[Step]:
    """Table, key and differences, window by window; nothing is held. The whole of a table that is new counts as added."""
    for name, source in new.sources.items():
        if name not in old.sources:
            for rows in source.batches(source.columns):
                yield name, new.key(name), Found(rows, rows.clear(), rows.clear(), NO_CELLS)
        else:
            yield from _shared(name, old, new)


def _shared(name: str, old: Side, new: Side) -> Iterator[Step]:
    before, after = old.sources[name], new.sources[name]
    if before.path and after.path and filecmp.cmp(before.path, after.path, shallow=False):
        return
    before, after = before.typed(after.schema), after.typed(before.schema)
    key = _key(old.key(name) or new.key(name), new.key(name) or old.key(name), before, after)
    if key:
        yield from ((name, key, found) for found in _found(before, after, key))


def _key(old: tuple[str, ...], new: tuple[str, ...], before: Source, after: Source) -> tuple[str, ...]:
    """The columns by which rows are matched; all that both have where no key is known; none where the keys differ: no row is the same."""
    shared = tuple(column for column in after.columns if column in before.columns)
    if not new:
        return shared
    return new if new == old and set(new) <= set(shared) else ()


def _found(before: Source, after: Source, key: tuple[str, ...]) -> Iterator[Found]:
    with ExitStack() as held:
        feeds = []
        for source in _comparable(before, after, key):
            ordered = held.enter_context(in_order(source, key, source.columns))
            feeds.append(Feed(ordered.batches(ordered.columns), _empty(ordered), key))
        for window in windows(*feeds):
            found = match(window, key)
            if not found.is_empty:
                yield found


def _comparable(before: Source, after: Source, key: tuple[str, ...]) -> tuple[Source, Source]:
    """Sources whose keys have one type: texts where they were of two."""
    kinds = [_empty(source).select(key).schema for source in (before, after)]
    if kinds[0] == kinds[1]:
        return before, after
    return replace(before, texts=frozenset(key)), replace(after, texts=frozenset(key))


def _empty(source: Source) -> pl.DataFrame:
    return source.shaped(pl.DataFrame(pl.from_arrow(source.schema.empty_table())))


def _side(given: Bundle | Side) -> Side:
    return given if isinstance(given, Side) else Side.of(given)


def _nothing(name: str, key: tuple[str, ...], found: Found) -> TableDiff:
    return TableDiff(name, found.added.clear(), found.removed.clear(), found.changed.clear(), NO_CELLS, key)


def _grown(told: TableDiff, found: Found, kept: int) -> TableDiff:
    return replace(
        told,
        added=_kept(told.added, found.added, kept),
        removed=_kept(told.removed, found.removed, kept),
        changed=_kept(told.changed, found.changed, kept),
        cells=_kept(told.cells, found.cells, kept),
        added_count=told.added_count + found.added.height,
        removed_count=told.removed_count + found.removed.height,
        changed_count=told.changed_count + found.changed.height,
        cell_count=told.cell_count + found.cells.height,
    )


def _kept(held: pl.DataFrame, more: pl.DataFrame, kept: int) -> pl.DataFrame:
    return pl.concat([held, more.head(kept - held.height)]) if more.height and held.height < kept else held
