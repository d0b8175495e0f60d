"""How many of a weapon a telling counts: the number of its noun, "five of which", "all of them", "ten more"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newspkg.extract.events.scene import Scene
from newspkg.extract.events.syntax import conjuncts
from newspkg.extract.tree import children
from newspkg.model import QuantityMention, Span, WeaponMention
from newspkg.model.annotation import Qualifier

if TYPE_CHECKING:
    from spacy.tokens import Token

DEFENCE = frozenset({"air_defence", "radar", "electronic_warfare", "air_to_air_missile"})
BACK, FAR = 2, 6  # sentences between a bare count and its weapons, over the border of a paragraph and within it
DECOYS = frozenset(["decoy", "decoys", "dummies", "simulators", "imitators"])  # flown with drones, counted with them
FEW = 20  # a number as small, before a system with a noun of its own, is that system's alone
WHOLE = frozenset(["all", "both", "each", "every"])


def quantity_of(weapon: WeaponMention, noun: Token, scene: Scene) -> QuantityMention | None:
    """The number that counts a weapon: of its head noun or of "five of the six"."""
    span = scene.doc.char_span(weapon.span.start, weapon.span.end, alignment_mode="expand")
    own = scene.weapon_of(noun) == weapon
    tokens = [*([noun] if own else []), *(span or ())]
    return next((q for token in tokens if (q := scene.quantity_of(token)) is not None and q.value is not None), None)


def is_shared(quantity: QuantityMention, scene: Scene) -> bool:
    """ "300 drones and missiles": a number before two weapons, the second of which has none, is neither's."""
    at = scene.doc.char_span(quantity.span.start, quantity.span.end, alignment_mode="expand")
    if at is None:
        return False
    after, seen = scene.doc[at.end : at.end + 8], 0
    for before, token in zip(scene.doc[at.end - 1 : at.end + 7], after, strict=False):
        if token.lower_ in DECOYS:
            return False
        if seen and before.lower_ in ("and", "or", "/") and scene.weapon_at(token) is not None:
            if _has_own_noun(after[0], scene) and (quantity.value or 0) <= FEW and scene.weapon_at(token).level == "system":  # type: ignore[union-attr]
                return False  # "two Skynex systems and IRIS-T missiles"
            return scene.weapon_at(token) != scene.weapon_at(after[0]) and scene.weapon_at(token).weapon_class != "other"  # type: ignore[union-attr]
        if token.lower_ not in ("and", "or", "/") and scene.weapon_at(token) is None and token.pos_ not in ("ADJ", "NOUN", "PROPN"):
            return False
        seen += scene.weapon_at(token) is not None
    return False


def _has_own_noun(first: Token, scene: Scene) -> bool:
    """A system with a plural noun of its own: "two Skynex systems"."""
    weapon = scene.weapon_at(first)
    if weapon is None or weapon.level != "system":
        return False
    span = scene.doc.char_span(weapon.span.start, weapon.span.end, alignment_mode="expand")
    return span is not None and (span[-1].tag_ == "NNS" or (span.end < len(scene.doc) and scene.doc[span.end].tag_ == "NNS"))


def told_before(at: int, scene: Scene) -> list[WeaponMention]:
    """The weapons of the nearest sentence that names any before a token, each once: those that it counts, else all."""
    limit = scene.doc[at].idx
    found: list[tuple[Token, WeaponMention]] = []
    for weapon in reversed([each for each in scene.weapons if each.span.end <= limit and each.weapon_class not in DEFENCE]):
        token = token_at(weapon.span, scene)
        if token is None or not 0 <= scene.sentence[at] - scene.sentence[token.i] <= (
            BACK if found or not _same(token, at, scene) else FAR
        ):
            break
        if found and scene.sentence[token.i] != scene.sentence[found[0][0].i]:
            break
        found.append((token, weapon))
    counted = [weapon for token, weapon in found if is_counted(weapon, token, scene)]
    return list({weapon.weapon_id: weapon for weapon in counted or [weapon for _, weapon in found]}.values())


def _same(token: Token, at: int, scene: Scene) -> bool:
    return scene.paragraph[token.i] == scene.paragraph[at]


def is_counted(weapon: WeaponMention, token: Token, scene: Scene) -> bool:
    return weapon.quantity is not None or quantity_of(weapon, token, scene) is not None


def number_of(weapon: WeaponMention, scene: Scene) -> int | None:
    """The number that a mention of a weapon states."""
    if weapon.quantity is not None:
        return weapon.quantity
    token = token_at(weapon.span, scene)
    quantity = quantity_of(weapon, token, scene) if token is not None else None
    return int(quantity.value) if quantity is not None and quantity.value is not None else None


def token_at(span: Span, scene: Scene) -> Token | None:
    found = scene.doc.char_span(span.start, span.end, alignment_mode="expand")
    return found.root if found is not None and len(found) else None


def told_number(weapon: WeaponMention, scene: Scene) -> int | None:
    """The number that an earlier mention of the same weapon states, the last one first."""
    earlier = [each for each in scene.weapons if each.weapon_id == weapon.weapon_id and each.span.end <= weapon.span.start]
    return next((number for each in reversed(earlier) if (number := number_of(each, scene)) is not None), None)


def antecedents(noun: Token, scene: Scene) -> list[WeaponMention]:
    """The weapons that a bare count stands for: the noun before "of which", else those told last before it."""
    if any(inner.lower_ == "which" for prep in children(noun, "prep") for inner in children(prep, "pobj")):
        clause = next((up for up in noun.ancestors if up.dep_ in ("relcl", "ccomp", "advcl")), None)
        heads = list(conjuncts(clause.head)) if clause is not None and clause.dep_ == "relcl" else []
        named = [weapon for head in heads if (weapon := scene.weapon_of(head)) is not None]
        if named:
            return named[-1:]
    before, quantity = told_before(noun.i, scene), scene.quantity_of(noun)
    if quantity is None or quantity.value is None:
        return before
    fit = [weapon for weapon in before if (whole := number_of(weapon, scene)) is None or whole >= quantity.value]
    return fit if len(before) == 1 else []  # a number of two kinds together is neither's


@dataclass(frozen=True, slots=True)
class Part:
    """So many of a whole, both None where they are not said."""

    number: int | None
    whole: int | None
    qualifier: Qualifier | None
    span: Span


def part_of(noun: Token, whole: int | None, scene: Scene) -> Part:
    """How many a bare count names: "all", "all but two", "five of them", "31 of the 36"."""
    quantity = scene.quantity_of(noun)
    if quantity is None or quantity.value is None:
        words = {token.lower_ for token in scene.doc[max(0, noun.i - 2) : noun.i]}
        if noun.lower_ in ("one", "another"):
            return Part(1, None, "exact", Span(noun.idx, noun.idx + len(noun)))
        is_all = noun.lower_ in WHOLE and not {"nearly", "almost", "not", "practically", "virtually"} & words
        return Part(whole if is_all else 0 if noun.lower_ == "none" else None, None, None, Span(noun.idx, noun.idx + len(noun)))
    said = quantity.span.of(scene.annotated.text).lower()
    number, total = int(quantity.value), int(quantity.of_total) if quantity.of_total else None
    if said.startswith("all but") and total is None:
        return Part(whole - number if whole is not None else None, None, quantity.qualifier, quantity.span)
    if said.startswith(("all", "both")):
        total = total or number
    return Part(number, total, quantity.qualifier, quantity.span)
