"""What a telling says of one weapon: its role with the numbers fired, intercepted, hit, and its share in a bare count."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from newspkg.extract.events.arms.weapon_counts import (
    WHOLE,
    Part,
    antecedents,
    is_shared,
    number_of,
    part_of,
    quantity_of,
    told_before,
    told_number,
)
from newspkg.extract.events.scene import Scene
from newspkg.extract.tree import children
from newspkg.model import EventWeapon, QuantityMention, Span, WeaponMention
from newspkg.model.annotation import Qualifier
from newspkg.model.filler import WeaponRoleName

if TYPE_CHECKING:
    from spacy.tokens import Token

IN_FLIGHT = frozenset(
    "attack_drone drone naval_drone missile cruise_missile ballistic_missile hypersonic_missile anti_ship_missile air_to_surface_missile"
    " anti_tank_missile guided_bomb bomb rocket_artillery".split()
)
SINGLE_USE = IN_FLIGHT | {"artillery", "cluster_munition", "mine", "explosive_device"}


def parts(nouns: Sequence[Token], scene: Scene) -> list[tuple[EventWeapon, Part]]:
    """Bare counts of weapons told before ("all were shot down", "five of which hit"), with the weapons that they count."""
    bare = [noun for noun in nouns if scene.is_count_of_weapons(noun)]
    numbers = list({quantity.span: noun for noun in bare if (quantity := scene.quantity_of(noun)) is not None}.values())
    told = told_before(numbers[0].i, scene)[::-1] if numbers else []
    if len(numbers) > 1:  # "18 and 39 of which": as many numbers as weapons, in the same order
        pairs = zip(told, numbers, strict=True) if len(told) == len(numbers) else ()
        return [(EventWeapon(each.weapon_id, "used", each.span), part_of(noun, None, scene)) for each, noun in pairs]
    return [pair for noun in numbers or bare for pair in _one_part(noun, scene)]


def _one_part(noun: Token, scene: Scene) -> list[tuple[EventWeapon, Part]]:
    told = [
        (EventWeapon(each.weapon_id, "used", each.span), part_of(noun, number_of(each, scene), scene)) for each in antecedents(noun, scene)
    ]
    return [(bare, part) for bare, part in told if part.number is not None]


def part_downed(bare: EventWeapon, part: Part) -> EventWeapon:
    return _shot(bare, part.number, part.whole, part.span, part.qualifier)


def part_destroyed(bare: EventWeapon, part: Part) -> EventWeapon:
    return replace(bare, role="destroyed", quantity=part.number, quantity_span=part.span, quantity_qualifier=part.qualifier)


def part_hit(bare: EventWeapon, part: Part) -> EventWeapon:
    return replace(bare, quantity_hit=part.number, hit_span=part.span, quantity_qualifier=part.qualifier)


def part_launched(bare: EventWeapon, part: Part) -> EventWeapon:
    return replace(bare, quantity=part.whole or part.number, quantity_span=part.span, quantity_qualifier=part.qualifier)


def with_role(weapon: WeaponMention, noun: Token, role: WeaponRoleName, scene: Scene, *, hits: bool = False) -> EventWeapon:
    number, qualifier, span = weapon.quantity, weapon.qualifier, weapon.span
    quantity = quantity_of(weapon, noun, scene)
    if quantity is not None and (number is None or quantity.of_total):
        whole = quantity.of_total if role != "transferred" else None  # "the last 12 of 48" are twelve
        number, qualifier, span = int(whole or quantity.value or 0), quantity.qualifier, quantity.span
    if quantity is not None and is_shared(quantity, scene):
        number = None
    if (
        number is None
        and quantity is None
        and weapon.span.start <= noun.idx < weapon.span.end
        and noun.tag_ in ("NN", "NNP")
        and any(child.lower_ in ("a", "an") for child in children(noun, "det"))
    ):
        number, qualifier = 1, "exact"
    if number is None and weapon.weapon_id.startswith("ship-"):
        number, qualifier, span = 1, "exact", weapon.span  # a ship with a name of its own
    if number is None:
        return EventWeapon(weapon.weapon_id, role, weapon.span)
    hit = number if hits and role == "used" and weapon.weapon_class in SINGLE_USE else None
    if hit is not None and quantity is not None and quantity.of_total:
        hit = int(quantity.value or 0)
    at = span if hit is not None else None
    return EventWeapon(weapon.weapon_id, role, weapon.span, number, None, hit, qualifier or "exact", span, None, at)


def intercepted(weapon: WeaponMention, noun: Token, scene: Scene) -> EventWeapon:
    quantity = quantity_of(weapon, noun, scene)
    bare = EventWeapon(weapon.weapon_id, "used", weapon.span)
    if quantity is not None and quantity.value is not None:
        part = part_of(noun, None, scene) if scene.quantity_of(noun) == quantity else _whole(quantity)
        return _shot(bare, part.number, part.whole, part.span, part.qualifier)
    if weapon.quantity == 1:
        return _shot(bare, 1, 1, weapon.span, weapon.qualifier or "exact")
    if any(child.lower_ in WHOLE for child in children(noun, "det", "predet")) and (number := told_number(weapon, scene)) is not None:
        return _shot(bare, number, None, weapon.span, None)
    return bare


def _whole(quantity: QuantityMention) -> Part:
    whole = int(quantity.of_total) if quantity.of_total else None
    return Part(int(quantity.value or 0), whole, quantity.qualifier, quantity.span)


def _shot(bare: EventWeapon, down: int | None, total: int | None, span: Span, qualifier: Qualifier | None) -> EventWeapon:
    return replace(
        bare,
        quantity=total,
        quantity_intercepted=down,
        quantity_qualifier=qualifier,
        quantity_span=span if total is not None else None,
        intercepted_span=span,
    )
