"""The place that covers several: an attack "on the Sumy and Poltava regions" is one on the country."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newspkg.extract.events.scene import Scene
from newspkg.extract.events.syntax import conjuncts
from newspkg.extract.tree import children
from newspkg.model import PlaceMention

if TYPE_CHECKING:
    from spacy.tokens import Token

LEVEL = ("settlement", "district", "admin1")


def covering(nouns: list[Token], scene: Scene) -> PlaceMention | None:
    """A mention of the smallest place that holds all those listed in one phrase; None where one alone is named, or none holds them."""
    listed = next((places for noun in nouns if len(places := _listed(noun, scene)) > 1), [])
    if len({place.name for place in listed}) < 2 or any(place.precision not in LEVEL for place in listed):
        return None
    if len({place.country_code for place in listed}) > 1:
        return None
    regions = {place.admin1 for place in listed}
    if len(regions) == 1 and None not in regions and all(place.precision != "admin1" for place in listed):
        return next((each for each in scene.annotated.places if each.precision == "admin1" and each.name in regions), None)
    country = listed[0].country_code
    return next((each for each in scene.annotated.places if each.precision == "country" and each.country_code == country), None)


def _listed(noun: Token, scene: Scene) -> list[PlaceMention]:
    """The places of a noun phrase that are coordinated: its heads, its modifiers ("the A and B regions"), those after "of"."""
    within = [noun, *children(noun, "compound", "nmod", "amod")]
    within += [inner for prep in children(noun, "prep") if prep.lower_ in ("of", "in") for inner in children(prep, "pobj")]
    for token in within:
        found = [place for each in conjuncts(token) if (place := _at(each, scene)) is not None]
        if len(found) > 1:
            return found
    return []


def _at(noun: Token, scene: Scene) -> PlaceMention | None:
    return scene.place_at(noun) or next((place for child in children(noun, "compound") if (place := scene.place_at(child))), None)
