"""Rows of the codelists of actors as values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from newspkg.extract.actors.identity import Identity


def foes(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """Whom each side fights; codes in capitals are states, others groups."""
    found: dict[str, tuple[str, ...]] = {}
    for one, other in pairs:
        for side, foe in ((one, other), (other, one)):
            found[side] = tuple(dict.fromkeys((*found.get(side, ()), foe)))
    return found


def body(row: Mapping[str, str]) -> Identity:
    """A body that a list holds."""
    return Identity(
        row["actor_id"], row["name"], row["actor_kind"], row["country_code"] or None, row["parent_id"] or None,
        wikidata_id=row["wikidata_id"] or None,
    )  # fmt: skip


def leader(row: Mapping[str, str]) -> Identity:
    """A leader that a list holds."""
    return Identity(row["actor_id"], row["name"], "person", row["country_code"] or None, role_title=row["title"] or None)
