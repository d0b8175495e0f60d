"""The next version, after the Data Package recipe: MAJOR an incompatible schema, MINOR rows that come or go, PATCH corrections only.

Rows of `evidence` and `changes` follow from others: an article that is corrected has new ones, and is a correction all the same.
"""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from newspkg.errors import UsageError
from newspkg.history.bundle import as_version
from newspkg.history.difference import Diff, TableDiff, Weight
from newspkg.history.matching import row_key
from newspkg.history.words import listing, short

FIRST = "1.0.0"
NAMED = 3  # rows that a reason names
FOLLOWING = ("evidence", "changes")
CORE = ("articles", "actors", "weapons", "events", "claims")  # whose rows say more to a reader than those that tie them together


def next_version(old_version: str, diff: Diff) -> tuple[str, tuple[str, ...]]:
    """The version that the diff calls for, and why, as plain text with the rows that call for it. Where nothing differs: the old one."""
    why = _reasons(diff)
    major, minor, patch = as_version(old_version)
    if why["major"]:
        return f"{major + 1}.0.0", why["major"]
    if why["minor"]:
        return f"{major}.{minor + 1}.0", why["minor"]
    return (f"{major}.{minor}.{patch + 1}", why["patch"]) if why["patch"] else (old_version, ())


def chosen_version(asked: str | None, old_version: str | None, computed: str) -> str:
    """The version asked for by hand where it is not too low, else the computed one. Raises UsageError."""
    if asked is None:
        return computed
    try:
        wanted = as_version(asked)
    except ValueError as fault:
        raise UsageError(str(fault)) from fault
    if wanted < as_version(computed):
        since = f"what changed since {old_version} calls for {computed}" if old_version else f"the first version is {computed}"
        raise UsageError(f"version {asked} is too low: {since}; ask for {computed} or higher, or for none")
    return asked


def _reasons(diff: Diff) -> dict[Weight, tuple[str, ...]]:
    why: dict[Weight, list[str]] = {"major": [], "minor": [], "patch": []}
    for change in diff.schema:
        why[change.weight].append(short(change.text))
    ties: dict[Weight, list[str]] = {"major": [], "minor": [], "patch": []}
    for table in diff.tables.values():
        for weight, reason in _rows(table):
            (why if table.table in CORE else ties)[weight].append(reason)
    for weight, reasons in ties.items():
        why[weight] += [] if why[weight] else reasons
    return {weight: tuple(reasons) for weight, reasons in why.items()}


def _rows(table: TableDiff) -> Iterator[tuple[Weight, str]]:
    name = short(table.table)
    weight: Weight = "patch" if table.table in FOLLOWING else "minor"
    if table.added_count:
        yield weight, f"rows added to {name}: {_named(_keys(table.added, table), table.added_count)}"
    if table.removed_count:
        yield weight, f"rows removed from {name}: {_named(_keys(table.removed, table), table.removed_count)}"
    if table.cell_count:
        keys = table.cells["row_key"].unique(maintain_order=True).head(NAMED).to_list()
        yield "patch", f"rows of {name} corrected: {_named(keys, table.changed_count)}"


def _keys(rows: pl.DataFrame, table: TableDiff) -> list[str]:
    first = rows.head(NAMED)
    return row_key(first, table.key or first.columns[:1]).to_list()


def _named(keys: list[str], total: int) -> str:
    return f"{total} ({listing([short(key) for key in keys[:NAMED]], total)})"
