"""Puts what several tellings say of one weapon together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from newspkg.model import EventWeapon


def once(found: Iterable[EventWeapon]) -> tuple[EventWeapon, ...]:
    """Each weapon once a role."""
    merged: dict[tuple[str, str], EventWeapon] = {}
    for weapon in found:
        key = (weapon.weapon_id, weapon.role)
        merged[key] = join(merged[key], weapon) if key in merged else weapon
    return tuple(merged.values())


def join(one: EventWeapon, two: EventWeapon) -> EventWeapon:
    """Both tellings of one weapon; the first count given stands."""
    if one.quantity is None and two.quantity is not None:
        one = replace(one, quantity=two.quantity, quantity_span=two.quantity_span, quantity_qualifier=_qualifier(one, two))
    if one.quantity_intercepted is None and two.quantity_intercepted is not None:
        one = replace(
            one,
            quantity_intercepted=two.quantity_intercepted,
            intercepted_span=two.intercepted_span,
            quantity_qualifier=_qualifier(one, two),
        )
    if one.quantity_hit is None and two.quantity_hit is not None:
        one = replace(one, quantity_hit=two.quantity_hit, hit_span=two.hit_span, quantity_qualifier=_qualifier(one, two))
    if one.quantity is not None and one.quantity_intercepted is not None and one.quantity_intercepted > one.quantity:
        one = replace(one, quantity=None, quantity_span=None)
    return one


def _qualifier(one: EventWeapon, two: EventWeapon):  # type: ignore[no-untyped-def]
    return one.quantity_qualifier or two.quantity_qualifier
