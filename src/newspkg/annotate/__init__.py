"""Document -> AnnotatedDocument: sentences, tokens, dates, places, quantities."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import tee

from newspkg.annotate.casing import Truecaser
from newspkg.annotate.dates import DateAnnotator
from newspkg.annotate.parse import Parser
from newspkg.annotate.places import PlaceAnnotator
from newspkg.annotate.quantities import QuantityAnnotator
from newspkg.annotate.stand_ins import stand_ins
from newspkg.model import AnnotatedDocument, Document
from newspkg.specs import Codelists

__all__ = ["Annotator"]


class Annotator:
    """The annotators in their order, built once with the codelists; `model` names an installed spaCy model other than the packaged one."""

    def __init__(self, codelists: Codelists, model: str | None = None) -> None:
        self.parser = Parser(model, stand_ins(codelists))
        self.truecaser = Truecaser(codelists, self.parser.nlp)
        self.dates = DateAnnotator(codelists)
        self.places = PlaceAnnotator(codelists)
        self.quantities = QuantityAnnotator(codelists)

    def __call__(self, documents: Iterable[Document]) -> Iterator[AnnotatedDocument]:
        """One annotated document per document, in order, a batch at a time in memory."""
        ours, shown = tee(map(self.truecaser, documents))
        for document, doc in zip(ours, self.parser.parse(shown), strict=True):
            yield AnnotatedDocument(document, doc, self.dates(document, doc), self.places(document, doc), self.quantities(document, doc))
