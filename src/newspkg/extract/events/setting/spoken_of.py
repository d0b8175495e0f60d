"""Places that are only spoken of: "the town", "that region" after the name."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from newspkg.extract.events.scene import Scene
from newspkg.extract.tree import children
from newspkg.model import PlaceMention

if TYPE_CHECKING:
    from spacy.tokens import Token

TOWNS = frozenset("city town village settlement port hamlet township municipality".split())
AREAS = frozenset("region province oblast district governorate state island enclave area county department".split())
FINE, WIDE = ("settlement",), ("admin1", "district")
REACH = 900  # characters back to the name
POINTING = ("the", "this", "that")
AIMED = ("dobj", "nsubjpass", "pobj")


def _is_state(place: PlaceMention, scene: Scene) -> bool:
    """ "Moscow said": a town that stands for its state."""
    span = scene.doc.char_span(place.span.start, place.span.end, alignment_mode="expand")
    return span is not None and scene.actor_at(span.root) is not None


def spoken_of(noun: Token, scene: Scene) -> PlaceMention | None:
    """The place last named that a definite noun for one can be; None where its own words name it, or it is no such noun."""
    lemma = scene.lemma(noun)
    fits = FINE if lemma in TOWNS else WIDE if lemma in AREAS else ()
    if not fits or noun.dep_ not in AIMED or not any(child.lower_ in POINTING for child in children(noun, "det")):
        return None
    if children(noun, "amod", "compound", "nmod", "appos", "prep", "relcl", "acl"):
        return None
    places = scene.annotated.places
    at = bisect_left(places, noun.idx, key=lambda each: each.span.start)
    near = [place for place in places[max(0, at - 8) : at] if noun.idx - place.span.end < REACH and place.precision in fits]
    near = [place for place in near if not _is_state(place, scene)]
    return near[-1] if near else None
