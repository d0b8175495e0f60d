"""One diff, told as lines of a changelog: what a reader of the tables wants to know, in words."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from newspkg.history.corrections import corrections, only_counted
from newspkg.history.difference import Diff, TableDiff
from newspkg.history.matching import row_key
from newspkg.history.words import called, escaped, listing, noun

NAMED = 5  # rows named one by one; the others are counted
TIES = ("evidence", "event_actors", "event_weapons", "event_reports")  # told by number alone
OPS = {"merged": "is now part of", "split": "was split into", "renamed": "is now called"}


def changelog_lines(diff: Diff) -> tuple[str, ...]:
    """Lines of Markdown without bullets: the schema, then the tables in the order of publication, then what ties them together."""
    schema = [f"{escaped(change.text[0].upper() + change.text[1:])}." for change in diff.schema]
    rows = [line for name, table in diff.tables.items() if name not in (*TIES, "changes") for line in _table(table, diff)]
    return (*schema, *rows, *_ends(diff), *_ties(diff), *_counted(diff))


def _table(table: TableDiff, diff: Diff) -> Iterator[str]:
    if table.added_count:
        yield f"{noun(table.table, table.added_count)} added: {_some(table.added, table, table.added_count)}."
    gone = table.removed.filter(~row_key(table.removed, table.key).is_in(list(_ended(diff, table.table)))) if table.key else table.removed
    total = table.removed_count - table.removed.height + gone.height
    if total:
        yield f"{noun(table.table, total)} withdrawn: {_some(gone, table, total)}."
    told = list(corrections(table, diff))
    count = table.changed_count - only_counted(table) if told else 0
    if count:
        yield f"{noun(table.table, count)} corrected: {listing(told, count, NAMED)}."


def _some(rows: pl.DataFrame, table: TableDiff, total: int) -> str:
    first = rows.head(NAMED)
    keys = row_key(first, table.key or first.columns[:1]).to_list()
    named = [called(row, key) for row, key in zip(first.iter_rows(named=True), keys, strict=True)]
    return listing(named, total)


def _ended(diff: Diff, table: str) -> dict[str, tuple[str, str]]:
    """Earlier keys of a table that have successors in this version, with what became of them."""
    changes = diff.tables.get("changes")
    if changes is None:
        return {}
    rows = changes.added.filter((pl.col("table") == table) & pl.col("successor_key").is_not_null())
    return {row["row_key"]: (row["op"], row["successor_key"]) for row in rows.iter_rows(named=True)}


def _ends(diff: Diff) -> Iterator[str]:
    """What was merged, split or renamed."""
    for name in ("articles", "events", "claims", "actors", "weapons"):
        names, ended = _names(diff.tables.get(name)), _ended(diff, name)
        for op, words in OPS.items():
            told = [
                f"{names.get(old, escaped(old))} {words} {' and '.join(names.get(each, escaped(each)) for each in new.split(';'))}"
                for old, (how, new) in ended.items()
                if how == op
            ]
            if told:
                yield f"{noun(name, len(told))} {op}: {listing(told[:NAMED], len(told))}."


def _names(table: TableDiff | None) -> dict[str, str]:
    """The rows that the diff holds, by key, as they are called."""
    frames = (table.removed, table.added, table.changed) if table is not None and table.key else ()
    return {
        key: called(row, key)
        for rows in frames
        if table is not None and rows.height
        for row, key in zip(rows.iter_rows(named=True), row_key(rows, table.key).to_list(), strict=True)
    }


def _ties(diff: Diff) -> Iterator[str]:
    told = []
    for table in (diff.tables[name] for name in TIES if name in diff.tables):
        counts = ((table.added_count, "added"), (table.removed_count, "removed"), (table.changed_count, "corrected"))
        parts = ", ".join(f"{count} {verb}" for count, verb in counts if count)
        told.append(f"{escaped(table.table.replace('_', ' '))} {parts}")
    if told:
        yield f"Rows that tie these together: {'; '.join(told)}."


def _counted(diff: Diff) -> Iterator[str]:
    counts = {name: only_counted(table) for name, table in diff.tables.items() if name not in (*TIES, "changes")}
    told = [noun(name, count) for name, count in counts.items() if count]
    if told:
        yield f"Counts, offsets and summaries brought up to date: {', '.join(told)}."
