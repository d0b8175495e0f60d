"""Rows of the table `event_weapons` for one event, with their evidence."""

from __future__ import annotations

from newspkg.model import EventWeapon, EventWeaponRecord
from newspkg.resolve.evidence import Ledger
from newspkg.resolve.member import Group, Member


def weapon_rows(event_id: str, group: Group, ledger: Ledger) -> tuple[EventWeaponRecord, ...]:
    """One row a weapon and role, whichever articles of the group say so."""
    found: dict[tuple[str, str], EventWeaponRecord] = {}
    for member in group:
        for weapon in member.event.weapons:
            key = (weapon.weapon_id, weapon.role)
            found[key] = _joined(found.get(key), event_id, weapon)
            _note_weapon(f"{event_id}|{weapon.weapon_id}|{weapon.role}", weapon, member, ledger)
    return tuple(found.values())


def _joined(known: EventWeaponRecord | None, event_id: str, weapon: EventWeapon) -> EventWeaponRecord:
    """The first count given stands."""
    told = (weapon.quantity, weapon.quantity_intercepted, weapon.quantity_hit, weapon.quantity_qualifier)
    had = (known.quantity, known.quantity_intercepted, known.quantity_hit, known.quantity_qualifier) if known else (None,) * 4
    fired, down, hit, qualifier = (new if old is None else old for old, new in zip(had, told, strict=True))
    if isinstance(fired, int) and qualifier in (None, "exact", "at_most"):
        down, hit = (None if isinstance(part, int) and part > fired else part for part in (down, hit))
    any_count = any(count is not None for count in (fired, down, hit))
    return EventWeaponRecord(event_id, weapon.weapon_id, weapon.role, fired, down, hit, qualifier if any_count else None)  # type: ignore[arg-type]


def _note_weapon(row_key: str, weapon: EventWeapon, member: Member, ledger: Ledger) -> None:
    ledger.add("event_weapons", row_key, None, member.reading, weapon.span, member.event.coded_by)
    spans = (("quantity", weapon.quantity_span), ("quantity_intercepted", weapon.intercepted_span), ("quantity_hit", weapon.hit_span))
    for column, span in spans:
        if span is not None and getattr(weapon, column) is not None:
            ledger.add("event_weapons", row_key, column, member.reading, span, member.event.coded_by)
