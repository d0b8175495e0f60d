"""One event for each place that has dead or injured of its own: deaths told with a place beside a barrage on many places."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newspkg.extract.events.draft import Draft
from newspkg.extract.events.scene import Scene
from newspkg.extract.events.setting.where import as_event_place
from newspkg.extract.events.spots import STANDS
from newspkg.extract.tree import children
from newspkg.model import PlaceMention

if TYPE_CHECKING:
    from spacy.tokens import Token

HARM = ("harm", "die")
BARRAGE = ("missile_strike", "drone_strike", "combined_strike", "air_strike", "shelling", "other_attack")
NEAR = 12  # sentences between the attack and the harm that it did elsewhere


def with_parts(drafts: list[Draft], scene: Scene) -> list[Draft]:
    """Drafts in text order, those of harm that name a place of their own made events of their own, by the attack told before."""
    return [_promoted(draft, drafts, scene) if draft.is_weak and draft.trigger.entry.frame in HARM else draft for draft in drafts]


def _promoted(draft: Draft, drafts: list[Draft], scene: Scene) -> Draft:
    place = own_place(draft.token, scene)
    if place is None or place.precision in ("country", "water"):
        return draft
    around = [each for each in drafts if each.event_subtype in BARRAGE and not each.is_weak and each.factuality == "actual"]
    before = [each for each in around if each.token.i < draft.token.i and _gap(each, draft, scene) <= NEAR]
    at = as_event_place(place)
    if any(each.place is not None and each.place.name == place.name and _gap(each, draft, scene) <= 3 for each in around):
        return replace(draft, place=at)
    source = before[-1] if before else None
    if source is None or (source.place is not None and source.place.country_code not in (None, place.country_code)):
        return draft
    roles = draft.roles or tuple(role for role in source.roles if role.role == "initiator")
    subtype = source.event_subtype if draft.event_subtype in (None, "other_attack") else draft.event_subtype
    return replace(draft, is_weak=False, is_part=True, place=at, roles=roles, event_subtype=subtype, date=draft.date or source.date)


def own_place(token: Token, scene: Scene) -> PlaceMention | None:
    """The place that a verb's own phrase names: "were killed in Odesa", "In Sumy, two died", "Kherson, where a woman died"."""
    for prep in children(token, "prep"):
        if prep.lower_ in STANDS and prep.lower_ != "of":
            for noun in children(prep, "pobj"):
                if (place := _named(noun, scene)) is not None:
                    return place
    if token.dep_ == "relcl" and any(child.lower_ == "where" for child in token.children):
        return _named(token.head, scene)
    return None


def _named(noun: Token, scene: Scene) -> PlaceMention | None:
    """The place of a noun phrase: its head, or what it is part of ("the town of X", "X's port")."""
    inner = [
        noun,
        *children(noun, "compound", "appos", "poss"),
        *(far for prep in children(noun, "prep") for far in children(prep, "pobj")),
    ]
    return next((place for each in inner if (place := scene.place_at(each)) is not None), None)


def _gap(one: Draft, two: Draft, scene: Scene) -> int:
    return abs(scene.sentence[one.token.i] - scene.sentence[two.token.i])
