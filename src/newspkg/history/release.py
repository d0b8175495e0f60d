"""From built tables to the release that publishes them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pyarrow as pa

from newspkg.history.bundle import Bundle, latest
from newspkg.history.compare import diff
from newspkg.history.render import changelog_lines
from newspkg.history.version import FIRST, chosen_version, next_version
from newspkg.model.release import Release
from newspkg.specs import PackageSpec


def plan_release(home: Path, tables: Mapping[str, pa.Table], package: PackageSpec, asked: str | None = None) -> Release:
    """What publishing `tables` below `home` (`out/NAME`) would be; `asked` is a version by hand. Raises UsageError where it is too low."""
    new, old = Bundle.of(tables, package), latest(home)
    return _first(new, asked) if old is None else _later(old, new, asked)


def _first(new: Bundle, asked: str | None) -> Release:
    counts = tuple(f"{name.replace('_', ' ')}: {table.num_rows:,}." for name, table in new.tables.items() if table.num_rows)
    return Release(chosen_version(asked, None, FIRST), None, True, ("first version",), counts)


def _later(old: Bundle, new: Bundle, asked: str | None) -> Release:
    found = diff(old, new)
    computed, reasons = next_version(old.version, found)
    version = chosen_version(asked, old.version, computed)
    if version != computed:
        reasons = (*reasons, "asked for by hand")
    return Release(version, old.version, version != old.version, reasons, changelog_lines(found))
