"""Which weapons a telling names, in which role and how many: fired, intercepted, hit."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newspkg.extract.events.scene import Scene
from newspkg.extract.events.syntax import children
from newspkg.extract.events.triggers import Trigger
from newspkg.model import EventWeapon, QuantityMention, Span, WeaponMention
from newspkg.model.mention import WeaponRoleName

if TYPE_CHECKING:
    from spacy.tokens import Token

DEFENCE = frozenset({"air_defence", "radar", "electronic_warfare", "air_to_air_missile"})
PLATFORMS = frozenset(
    {
        "combat_aircraft",
        "helicopter",
        "support_aircraft",
        "warship",
        "submarine",
        "tank",
        "armoured_vehicle",
        "rocket_artillery",
        "radar",
        "air_defence",
        "artillery",
    }
)
ROLE_OF_FRAME: dict[str, WeaponRoleName] = {
    "transfer": "transferred", "receive": "transferred", "arrive": "transferred", "buy": "transferred", "sell": "transferred",
    "authorize": "authorized", "restrict": "authorized", "deploy": "deployed", "test": "tested", "exercise": "deployed",
}  # fmt: skip
ATTACKS = frozenset(["strike", "launch", "impact", "intercept", "harm", "die", "under_attack", "open_fire", "clash", "capture"])


def weapons_of(trigger: Trigger, scene: Scene) -> tuple[EventWeapon, ...]:
    """The weapons among a trigger's arguments, each once a role."""
    frame = trigger.entry.frame
    found: list[EventWeapon] = []
    if frame in ROLE_OF_FRAME:
        for noun in (
            *trigger.arguments.patients,
            *trigger.arguments.agents,
            *(n for _, n in trigger.arguments.obliques),
            *_modifiers(trigger.token),
        ):
            found += [_with_role(weapon, noun, ROLE_OF_FRAME[frame], scene) for weapon in _named(noun, scene)]
    elif frame in ATTACKS:
        found = list(_attack(trigger, scene))
    return _once(found)


def _attack(trigger: Trigger, scene: Scene) -> list[EventWeapon]:
    frame, arguments, found = trigger.entry.frame, trigger.arguments, []
    for noun in arguments.agents:
        for weapon in _named(noun, scene):
            if weapon.weapon_class in DEFENCE or frame in ("intercept", "die"):
                continue
            found.append(_with_role(weapon, noun, "used", scene, hits=frame == "impact" or trigger.entry.frame == "strike"))
    patients = arguments.patients or (arguments.agents if frame == "intercept" else ())
    counts = [noun for noun in patients if scene.is_count_of_weapons(noun)]
    if frame == "intercept" and len(counts) > 1 and (respective := _respective(trigger, counts, scene)):
        return respective
    for noun in patients:
        for weapon in _named(noun, scene):
            if frame == "intercept" or (frame == "strike" and weapon.weapon_class in AIRBORNE and trigger.token.lemma_ == "destroy"):
                found.append(_intercepted(weapon, noun, scene))
            elif frame in ("launch", "impact"):
                found.append(_with_role(weapon, noun, "used", scene, hits=frame == "impact"))
            elif frame == "strike" and noun.dep_ != "pobj":
                found.append(_with_role(weapon, noun, "destroyed", scene))
        if (
            frame == "intercept"
            and not found
            and scene.is_count_of_weapons(noun)
            and (quantity := scene.quantity_of(noun))
            and quantity.value
        ):
            found += _counted_before(trigger, quantity, scene)
    for prep, noun in arguments.obliques:
        if prep in ("with", "using", "by", "of", "from", "in") and frame != "intercept":
            for weapon in _named(noun, scene):
                if weapon.weapon_class in DEFENCE or (
                    prep in ("from", "in", "of") and noun not in (w for w in [noun] if scene.weapon_of(w))
                ):
                    continue
                found.append(_with_role(weapon, noun, "used", scene))
    for noun in _modifiers(trigger.token):
        if (modifier := scene.weapon_at(noun)) is not None and modifier.weapon_class not in DEFENCE:
            found.append(EventWeapon(modifier.weapon_id, "used", modifier.span))
    return found


AIRBORNE = frozenset(
    {
        "attack_drone",
        "drone",
        "missile",
        "cruise_missile",
        "ballistic_missile",
        "hypersonic_missile",
        "anti_ship_missile",
        "naval_drone",
        "guided_bomb",
        "rocket_artillery",
    }
)


def _named(noun: Token, scene: Scene) -> list[WeaponMention]:
    """The weapons of a noun phrase: by its head, and the others it lists after "of"."""
    own = scene.weapon_of(noun)
    found = [own] if own is not None else []
    for prep in children(noun, "prep"):
        if prep.lower_ in ("of", "with", "including"):
            for inner in children(prep, "pobj"):
                found += [
                    weapon
                    for token in _coordinated(inner)
                    if (weapon := scene.weapon_at(token)) is not None and scene.sentence[token.i] == scene.sentence[noun.i]
                ]
    return list({weapon.weapon_id: weapon for weapon in found}.values())


def _coordinated(noun: Token) -> list[Token]:
    found = [noun]
    for child in children(noun, "conj", "appos"):
        found += _coordinated(child)
    return found


def _modifiers(token: Token) -> list[Token]:
    if token.pos_ not in ("NOUN", "PROPN"):
        return []
    found = children(token, "compound", "nmod", "amod")
    found += [each for child in list(found) for each in _coordinated(child) if each != child]
    for prep in children(token, "prep"):
        if prep.lower_ in ("of", "with", "by", "from", "using"):
            found += [each for noun in children(prep, "pobj") for each in _coordinated(noun)]
    return found


def _quantity(weapon: WeaponMention, noun: Token, scene: Scene) -> QuantityMention | None:
    """The number that counts a weapon: of its head noun or of "five of the six"."""
    span = scene.doc.char_span(weapon.span.start, weapon.span.end, alignment_mode="expand")
    for token in (noun, *(span or ())):
        quantity = scene.quantity_of(token)
        if quantity is not None and quantity.value is not None:
            return quantity
    return None


def _with_role(weapon: WeaponMention, noun: Token, role: WeaponRoleName, scene: Scene, *, hits: bool = False) -> EventWeapon:
    number, qualifier, span = weapon.quantity, weapon.qualifier, weapon.span
    quantity = _quantity(weapon, noun, scene)
    if number is None and quantity is not None:
        number, qualifier, span = int(quantity.of_total or quantity.value or 0), quantity.qualifier, quantity.span
    if number is None:
        return EventWeapon(weapon.weapon_id, role, weapon.span)
    hit = number if hits and role == "used" and noun.dep_ in ("nsubj", "agent", "pobj") and weapon.weapon_class not in PLATFORMS else None
    return EventWeapon(
        weapon.weapon_id, role, weapon.span, number, None, hit, qualifier or "exact", span, None, span if hit is not None else None
    )


def _intercepted(weapon: WeaponMention, noun: Token, scene: Scene) -> EventWeapon:
    quantity = _quantity(weapon, noun, scene)
    bare = EventWeapon(weapon.weapon_id, "used", weapon.span)
    if quantity is not None and quantity.value is not None:
        total = int(quantity.of_total) if quantity.of_total else None
        down = int(quantity.value)
        if quantity.span.of(scene.annotated.text).lower().startswith(("all", "both")):
            total = down
        return replace(
            bare,
            quantity=total,
            quantity_intercepted=down,
            quantity_qualifier=quantity.qualifier,
            quantity_span=quantity.span if total else None,
            intercepted_span=quantity.span,
        )
    if weapon.quantity is not None:
        total = 1 if weapon.quantity == 1 else None
        return replace(
            bare,
            quantity=total,
            quantity_intercepted=weapon.quantity,
            quantity_qualifier=weapon.qualifier or "exact",
            quantity_span=weapon.span if total else None,
            intercepted_span=weapon.span,
        )
    return bare


def _counted_before(trigger: Trigger, quantity: QuantityMention, scene: Scene) -> list[EventWeapon]:
    """ "45 were shot down": the weapons last counted in the paragraph, where they are of one kind."""
    here = trigger.token.i
    before = [w for w in scene.weapons if w.span.end <= trigger.token.idx and scene.paragraph[here] == _paragraph_of(w.span, scene)]
    near = [w for w in before if w.weapon_class not in DEFENCE]
    if not near:
        return []
    weapon, value = near[-1], int(quantity.value or 0)
    if weapon.quantity is not None and value > weapon.quantity:
        return []
    total = (
        int(quantity.of_total)
        if quantity.of_total
        else (value if quantity.span.of(scene.annotated.text).lower().startswith("all") else None)
    )
    return [
        EventWeapon(
            weapon.weapon_id, "used", weapon.span, total, value, None, quantity.qualifier, quantity.span if total else None, quantity.span
        )
    ]


def _respective(trigger: Trigger, counts: list[Token], scene: Scene) -> list[EventWeapon]:
    """ "8 and 20 of them respectively": as many numbers as weapons counted before them in the line, in the same order."""
    line = scene.paragraph[trigger.token.i]
    before = [
        w for w in scene.weapons if w.span.end <= counts[0].idx and w.weapon_class not in DEFENCE and _paragraph_of(w.span, scene) == line
    ]
    kinds = list({w.weapon_id: w for w in before if w.quantity is not None}.values())
    numbers = [quantity for noun in counts if (quantity := scene.quantity_of(noun)) is not None and quantity.value is not None]
    if len(kinds) != len(counts) or len(numbers) != len(counts):
        return []
    return [
        EventWeapon(w.weapon_id, "used", w.span, None, int(q.value or 0), None, q.qualifier, None, q.span)
        for w, q in zip(kinds, numbers, strict=True)
    ]


def _paragraph_of(span: Span, scene: Scene) -> int:
    found = scene.doc.char_span(span.start, span.end, alignment_mode="expand")
    return scene.paragraph[found[0].i] if found is not None and len(found) else -1


def _once(found: list[EventWeapon]) -> tuple[EventWeapon, ...]:
    merged: dict[tuple[str, str], EventWeapon] = {}
    for weapon in found:
        key = (weapon.weapon_id, weapon.role)
        merged[key] = join(merged[key], weapon) if key in merged else weapon
    return tuple(merged.values())


def join(one: EventWeapon, two: EventWeapon) -> EventWeapon:
    """Both tellings of one weapon; the first count given stands."""
    if one.quantity is None and two.quantity is not None:
        one = replace(
            one, quantity=two.quantity, quantity_span=two.quantity_span, quantity_qualifier=one.quantity_qualifier or two.quantity_qualifier
        )
    if one.quantity_intercepted is None and two.quantity_intercepted is not None:
        one = replace(
            one,
            quantity_intercepted=two.quantity_intercepted,
            intercepted_span=two.intercepted_span,
            quantity_qualifier=one.quantity_qualifier or two.quantity_qualifier,
        )
    if one.quantity_hit is None and two.quantity_hit is not None:
        one = replace(one, quantity_hit=two.quantity_hit, hit_span=two.hit_span)
    if one.quantity is not None and one.quantity_intercepted is not None and one.quantity_intercepted > one.quantity:
        one = replace(one, quantity=None, quantity_span=None)
    return one
