"""What the annotators see in a document. All spans are offsets into `Document.text`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

from newspkg.model.article import Block, Document
from newspkg.model.span import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

DatePrecision = Literal["day", "week", "month", "season", "year"]
PlacePrecision = Literal["site", "settlement", "district", "admin1", "country", "water"]
Qualifier = Literal["exact", "at_least", "at_most", "about"]


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date expression. `value` is ISO 8601 or TIMEX3 (`2024-11-19`, `2024-W47`, `1940-SU`, `PAST_REF`); None where it can't be resolved.

    `start`/`end` are the calendar days it covers (None where open or unknown); `precision` is None for what is no calendar date
    (`PAST_REF`, a time of day alone). `is_night` marks "overnight": `start` is the evening's day, `end`
    the morning's, where both are known.
    """

    span: Span
    value: str | None
    precision: DatePrecision | None = None
    start: date | None = None
    end: date | None = None
    is_night: bool = False


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A name of a place, resolved as far as the text and the gazetteer allow."""

    span: Span
    name: str
    precision: PlacePrecision
    country_code: str | None = None
    admin1: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    geonames_id: int | None = None


@dataclass(frozen=True, slots=True)
class QuantityMention:
    """A number in words or figures with what it counts.

    `value` is the number stated; `unit` the lemma of the noun that it counts or the measure (`missile`, `km`, `people`), `head` that noun's
    token index. `of_total` is the six of "five of the six".
    """

    span: Span
    value: float | None
    unit: str | None = None
    qualifier: Qualifier = "exact"
    head: int | None = None
    of_total: float | None = None


@dataclass(frozen=True)
class AnnotatedDocument:
    """A document with tokens, tags, a parse and sentences (`doc`, a spaCy Doc whose text is `document.text`) and its generic mentions."""

    document: Document
    doc: Doc
    dates: tuple[DateMention, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    quantities: tuple[QuantityMention, ...] = ()

    @property
    def text(self) -> str:
        return self.document.text

    def block_at(self, offset: int) -> Block | None:
        """The block that holds the character at `offset`."""
        return next((block for block in self.document.blocks if block.start <= offset < block.end), None)

    def is_boilerplate(self, offset: int) -> bool:
        block = self.block_at(offset)
        return block is not None and block.kind == "boilerplate"
