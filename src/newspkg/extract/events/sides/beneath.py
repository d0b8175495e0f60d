"""The parties that hang on the object of a verb: "a package for Latvia", "the export to Chad of", "sanctions on", "relations with"."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from newspkg.extract.events.naming.entries import Trigger
from newspkg.extract.events.scene import Scene
from newspkg.extract.events.sides.parties import Party
from newspkg.extract.events.syntax import conjuncts
from newspkg.extract.tree import children

if TYPE_CHECKING:
    from spacy.tokens import Token

Find = Callable[["Token", Scene], list[Party]]
DEEP = 3  # prepositions between the object and the party: "the sale of missiles to"
TOWARD = {
    "transfer": frozenset(["to", "for"]),
    "sell": frozenset(["to", "for"]),
    "authorize": frozenset(["to", "for", "by"]),
    "restrict": frozenset(["to", "on", "against", "with", "for"]),
    "sanction": frozenset(["on", "against", "of"]),
    "buy": frozenset(["with"]),
    "expel": frozenset(["with", "to"]),
}


def beneath(trigger: Trigger, find: Find, scene: Scene) -> list[Party]:
    """The parties of the frame's prepositions below the objects of a trigger, those of the nearest noun first."""
    toward = TOWARD.get(trigger.entry.frame, frozenset())
    found: list[Party] = []
    nouns = list(trigger.arguments.patients) if toward else []
    for _ in range(DEEP):
        if found or not nouns:
            return found
        below = [(prep.lower_, each) for noun in nouns for prep in children(noun, "prep", "dative") for each in _objects(prep)]
        found = [party for prep, noun in below if prep in toward for party in find(noun, scene)]
        nouns = [noun for prep, noun in below if prep in ("of", "to", "for", "from", "with", "in")]
    return found


def _objects(prep: Token) -> list[Token]:
    inner = [noun for each in children(prep, "prep") for noun in children(each, "pobj")]
    return [each for noun in [*children(prep, "pobj"), *inner] for each in conjuncts(noun)]
