"""Actors and weapons: paired by the mentions they share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from newspkg.coding import CodedRow, Coding
from newspkg.evaluate.bundle import Grounds
from newspkg.evaluate.spans import touches
from newspkg.evaluate.tally import Scores, ids_of, pair
from newspkg.model import ActorRecord, Records, Span, WeaponRecord

Found = tuple[str, Any, tuple[Span, ...]]  # id, record, mentions


def _likeness(coded: CodedRow, found: Found) -> float:
    """Shared mentions, exact ones ahead of overlapping ones."""
    spans = found[2]
    return touches(coded.spans, spans) + 0.5 * len(set(coded.spans) & set(spans)) / max(len(coded.spans), 1)


def _is_typed_actor(coded: CodedRow, row: ActorRecord) -> bool:
    return coded["kind"] == row.actor_kind and (coded["country"] or None) == (row.country_code or None)


def _is_typed_weapon(coded: CodedRow, row: WeaponRecord) -> bool:
    return bool(coded["class"] == row.weapon_class and coded["level"] == row.level)


def _type_coded(row: CodedRow) -> str:
    return f"{row['kind']} {row['country']}" if "kind" in row.values else f"{row['class']} {row['level']}"


def _type_found(row: ActorRecord | WeaponRecord) -> str:
    return f"{row.actor_kind} {row.country_code}" if isinstance(row, ActorRecord) else f"{row.weapon_class} {row.level}"


def score_actors(coding: Coding, records: Records, grounds: Grounds, scores: Scores) -> dict[str, str]:
    """Published ids by coded ids."""
    found = [(row.actor_id, row, grounds.naming("actors", row.actor_id)) for row in records.actors]
    return _score("actors", coding, found, _is_typed_actor, scores)


def score_weapons(coding: Coding, records: Records, grounds: Grounds, scores: Scores) -> dict[str, str]:
    """Published ids by coded ids."""
    found = [(row.weapon_id, row, grounds.naming("weapons", row.weapon_id)) for row in records.weapons]
    return _score("weapons", coding, found, _is_typed_weapon, scores)


def _score(table: str, coding: Coding, rows: list[Found], is_typed: Callable[[CodedRow, Any], bool], scores: Scores) -> dict[str, str]:
    coded, found = coding.table(table), [row for row in rows if row[2]]
    pairs = pair(coded, found, _likeness)
    typed = {i for i, j in pairs.items() if is_typed(coded[i], found[j][1])}
    scores.count(table, len(pairs), len(coded), len(found))
    scores.count(f"{table} typed", len(typed), len(coded), len(found))
    hits = sum(touches(coded[i].spans, found[j][2]) for i, j in pairs.items())
    scores.count(f"{table} mentions", hits, sum(len(row.spans) for row in coded), sum(len(row[2]) for row in found))
    for i, row in enumerate(coded):
        if i not in pairs:
            scores.fault(f"{table} missed", row["name"])
        elif i not in typed:
            scores.fault(f"{table} mistyped", f"{row['name']}: {_type_coded(row)}, not {_type_found(found[pairs[i]][1])}")
    for j, (_, record, _) in enumerate(found):
        if j not in pairs.values():
            scores.fault(f"{table} not coded", record.name)
    return ids_of(pairs, [row["id"] for row in coded], [row[0] for row in found])
