"""The filled slots of an event, coded or published, in one form that can be compared."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from newspkg.coding import CodedRow
from newspkg.model import EventRecord, EventWeaponRecord

Key = tuple[str, ...]  # the slot's name; for weapons also the weapon's id and role
Slots = dict[Key, Any]
EMPTY_WORDS = frozenset({"oblast", "region", "province", "the", "city", "of"})


def _filled(pairs: Mapping[str, Any]) -> Slots:
    return {(name,): value for name, value in pairs.items() if value and value != "unknown"}


def _dates(start: Any, end: Any, precision: Any) -> Slots:
    if not start:
        return {}
    slots: Slots = {("date",): str(start)[:10], ("precision",): precision}
    return slots | ({("date_end",): str(end)[:10]} if end and end != start else {})


def _weapon(weapon: str, role: str, counts: Mapping[str, int | None]) -> Slots:
    counted: Slots = {(name, weapon, role): value for name, value in counts.items() if value is not None}
    return {("weapon", weapon, role): True, **counted}


def coded_slots(event: CodedRow) -> Slots:
    slots: Slots = {("subtype",): event["subtype"], ("factuality",): event["factuality"]}
    slots |= _dates(event["date_start"], event["date_end"], event["date_precision"])
    slots |= _filled({name: event[name] for name in ("country", "place", "initiator", "target", "target_kind")})
    slots |= {(name,): tuple(event[column]) for name, column in (("deaths", "fatalities"), ("injured", "injured")) if event[column]}
    for weapon in event["weapons"] or []:
        counts = {name: weapon.get(name) for name in ("quantity", "intercepted", "hit")}
        slots |= _weapon(weapon["weapon"], weapon["role"], counts)
    return slots


def published_slots(row: EventRecord, weapons: Sequence[EventWeaponRecord]) -> Slots:
    slots: Slots = {("subtype",): row.event_subtype, ("factuality",): row.factuality}
    slots |= _dates(row.date_start, row.date_end, row.date_precision)
    values = {"country": row.country_code, "place": row.place_name, "initiator": row.initiator_id, "target": row.target_id}
    slots |= _filled(values | {"target_kind": row.target_kind})
    deaths = (row.fatalities_low, row.fatalities_best, row.fatalities_high)
    injured = (row.injured_low, row.injured_best, row.injured_high)
    slots |= {(name,): triple for name, triple in (("deaths", deaths), ("injured", injured)) if any(n is not None for n in triple)}
    for each in weapons:
        counts = {"quantity": each.quantity, "intercepted": each.quantity_intercepted, "hit": each.quantity_hit}
        slots |= _weapon(each.weapon_id, each.role, counts)
    return slots


def plain(text: object) -> str:
    """The words of a name that tell it from another, lower case, single spaces."""
    words = str(text or "").casefold().replace("’", "'").replace("-", " ").split()
    return " ".join(word for word in words if word not in EMPTY_WORDS)


def is_same_place(coded: object, found: object) -> bool:
    """The same name, or all words of one among the other's ("Bryansk" and "Bryansk Oblast")."""
    wanted, named = set(plain(coded).split()), set(plain(found).split())
    return bool(named) and (named <= wanted or wanted <= named)


def agreement(coded: Slots, found: Slots, actors: Mapping[str, str], weapons: Mapping[str, str]) -> list[Key]:
    """The coded slots that the published event fills alike; `actors`, `weapons` give published ids by coded ids."""
    return [key for key, value in coded.items() if _agrees(key, value, found, actors, weapons)]


def _agrees(key: Key, value: Any, found: Slots, actors: Mapping[str, str], weapons: Mapping[str, str]) -> bool:
    if key == ("place",):
        return is_same_place(value, found.get(key))
    if key in (("initiator",), ("target",)):
        return key in found and bool(found[key] == actors.get(value))
    if len(key) > 1:
        return bool(found.get((key[0], weapons.get(key[1], ""), key[2])) == value)
    return bool(found.get(key) == value)
