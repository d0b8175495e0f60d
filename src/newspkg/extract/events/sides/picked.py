"""The parties that nouns and phrases of a telling stand for, as roles."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from newspkg.extract.events.naming.entries import Trigger
from newspkg.extract.events.scene import Scene
from newspkg.extract.events.sides.parties import Party
from newspkg.model import ActorRole
from newspkg.model.filler import ActorRoleName

if TYPE_CHECKING:
    from spacy.tokens import Token

SIDES = ("state", "government", "military", "armed_group", "igo", "company", "other", "person", "civilians", "party", "ngo", "media")
Find = Callable[["Token", Scene], list[Party]]


def every(nouns: Iterable[Token], find: Find, scene: Scene) -> list[Party]:
    return [party for noun in nouns for party in find(noun, scene)]


def of_phrases(trigger: Trigger, prepositions: tuple[str, ...], find: Find, scene: Scene) -> list[Party]:
    return [party for prep, noun in trigger.arguments.obliques if prep in prepositions for party in find(noun, scene)]


def of_sides(found: list[Party], scene: Scene) -> list[Party]:
    return [each for each in found if scene.kind_of.get(each[0]) in SIDES]


def as_roles(role: ActorRoleName, found: list[Party]) -> tuple[ActorRole, ...]:
    first: dict[str, Party] = {}
    for party in found:
        first.setdefault(party[0], party)
    return tuple(ActorRole(actor, role, span) for actor, span in first.values())
