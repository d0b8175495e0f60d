"""Document -> places: every name of a place, resolved as far as the text and the gazetteer allow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newspkg.annotate.places.index import PlaceIndex
from newspkg.annotate.places.unknown import UnknownNames
from newspkg.model import Document, PlaceMention
from newspkg.specs import Codelists

if TYPE_CHECKING:
    from spacy.tokens import Doc


class PlaceAnnotator:
    """Names of places with country, first-level division, position and precision. Built once, called per document."""

    def __init__(self, codelists: Codelists) -> None:
        self.index = PlaceIndex(codelists)

    def __call__(self, document: Document, doc: Doc) -> tuple[PlaceMention, ...]:
        return UnknownNames(document.text, doc, self.index).mentions()
