"""The next version, after the Data Package recipe: MAJOR an incompatible schema, MINOR rows that come or go, PATCH corrections only."""

from __future__ import annotations

from newspkg.errors import UsageError
from newspkg.history.bundle import as_version
from newspkg.history.difference import Diff, Weight

FIRST = "1.0.0"


def next_version(old_version: str, diff: Diff) -> tuple[str, tuple[str, ...]]:
    """The version that the diff calls for, and why. Where nothing differs: the old one, and no reason."""
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
        why[change.weight].append(change.text)
    for name, table in diff.tables.items():
        if table.added.height:
            why["minor"].append(f"rows added to {name}: {table.added.height}")
        if table.removed.height:
            why["minor"].append(f"rows removed from {name}: {table.removed.height}")
        if table.cells.height:
            why["patch"].append(f"rows of {name} corrected: {table.changed_count}")
    return {weight: tuple(reasons) for weight, reasons in why.items()}
