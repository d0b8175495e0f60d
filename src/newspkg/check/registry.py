"""The families of checks on tables: one file each, one line here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

import pyarrow as pa

from newspkg.check.columns import check_columns
from newspkg.check.frames import Context, Frames
from newspkg.check.grounding import check_grounding
from newspkg.check.keys import check_keys
from newspkg.check.links import check_links
from newspkg.check.places import check_places, read_divisions
from newspkg.check.rules import check_rules
from newspkg.model import Issue
from newspkg.specs import Codelists, PackageSpec

Family = Callable[[Context], Iterator[Issue]]
# The first says whether the columns are there with their types; the others rely on it.
FAMILIES: Mapping[str, Family] = {
    "columns": check_columns,
    "keys": check_keys,
    "rules": check_rules,
    "links": check_links,
    "places": check_places,
    "grounding": check_grounding,
}


def check_tables(tables: Mapping[str, pa.Table], package: PackageSpec, bodies: Mapping[str, str]) -> list[Issue]:
    """Every issue of the tables. `bodies` are the article bodies by article_id, to which offsets refer."""
    missing = [name for name in package.tables if name not in tables]
    issues = [Issue("tables", "error", f"the table {name} is missing; expected it", table=name) for name in missing]
    context = _context(tables, package, bodies)
    for family in FAMILIES.values():
        issues += family(context)
        if any(issue.check == "columns" for issue in issues):
            break
    return issues


def _context(tables: Mapping[str, pa.Table], package: PackageSpec, bodies: Mapping[str, str]) -> Context:
    frames = Frames({name: tables[name] for name in package.tables if name in tables})
    types: frozenset[tuple[str, str]] = frozenset()
    if (package.root / "codelists" / "event_types.csv").is_file():
        types = frozenset((row["event_type"], row["event_subtype"]) for row in Codelists(package.root).rows("event_types"))
    divisions = read_divisions(Codelists(package.root)) if (package.root / "codelists" / "admin1.csv").is_file() else None
    return Context(frames, package.tables, bodies, types, divisions)
