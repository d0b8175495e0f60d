"""The weapons of a telling that names none among its arguments: those of its sentence that no other telling uses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from newspkg.extract.events.arms.weapon_counts import DEFENCE, token_at
from newspkg.extract.events.arms.weapon_join import once
from newspkg.extract.events.arms.weapon_roles import SINGLE_USE, with_role
from newspkg.extract.events.draft import Draft
from newspkg.extract.events.scene import Scene
from newspkg.extract.events.syntax import is_passive, subject
from newspkg.extract.tree import children
from newspkg.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

BEARING = ("attack", "battle", "arms_transfer", "policy", "force_posture")  # types of events that arms of a sentence may be told of
PACKAGES = frozenset(
    "package aid tranche shipment delivery consignment batch order contract deal assistance list it pledge instalment".split()
)
HOLDING = frozenset("include cover contain comprise consist feature involve list encompass hold".split())
LISTINGS = 2  # sentences that may list what a transfer holds
ANY_STRIKE = (None, "", "other_attack", "missile_strike", "drone_strike", "combined_strike", "air_strike", "shelling")


def armed(events: list[Draft], scene: Scene) -> list[Draft]:
    """Gives transfers all arms of their sentences, strikes without a weapon the munitions of theirs, where no other event tells of them."""
    taken = {weapon.span for event in events for weapon in event.weapons}
    told: dict[int, set[int]] = {}
    for number, event in enumerate(events):
        for span in event.triggers:
            told.setdefault(_sentence(span, scene), set()).add(number)
    bare = {number for number, event in enumerate(events) if event.event_type not in BEARING}
    own = [{at for at, who in told.items() if who - bare == {number}} for number in range(len(events))]
    return [_armed(event, own[number] | _listing(event, told, scene), taken, scene) for number, event in enumerate(events)]


def _listing(event: Draft, told: Mapping[int, set[int]], scene: Scene) -> set[int]:
    """The sentences after a transfer that tell what is in it: "The package also includes ..."."""
    found: set[int] = set()
    at = max((_sentence(span, scene) for span in event.triggers), default=-1) + 1
    while event.event_type == "arms_transfer" and at in scene.starts and at not in told and len(found) < LISTINGS:
        if not _is_listing(scene.doc[scene.starts[at]].sent.root):
            break
        found.add(at)
        at += 1
    return found


def _is_listing(root: Token) -> bool:
    """ "The package includes ...", "drones and mines are on the list", "also included are"."""
    named = subject(root)
    if root.lemma_ in HOLDING and named is not None and named.lemma_.lower() in PACKAGES:
        return True
    within = {noun.lemma_.lower() for prep in children(root, "prep") if prep.lower_ in ("on", "in") for noun in children(prep, "pobj")}
    return (root.lemma_ == "be" and bool(within & PACKAGES)) or (root.lemma_ == "include" and is_passive(root))


def _armed(event: Draft, sentences: set[int], taken: set[Span], scene: Scene) -> Draft:
    gives = event.event_type == "arms_transfer"
    if not gives and (event.event_type != "attack" or event.weapons or event.event_subtype not in ANY_STRIKE):
        return event
    free = [weapon for weapon in scene.weapons if weapon.span not in taken and _sentence(weapon.span, scene) in sentences]
    fit = [weapon for weapon in free if (gives or weapon.weapon_class in SINGLE_USE) and (gives or weapon.weapon_class not in DEFENCE)]
    found = [with_role(weapon, noun, "transferred" if gives else "used", scene) for weapon in fit if (noun := token_at(weapon.span, scene))]
    return replace(event, weapons=once((*event.weapons, *found))) if found else event


def _sentence(span: Span, scene: Scene) -> int:
    token = token_at(span, scene)
    return scene.sentence[token.i] if token is not None else -1
