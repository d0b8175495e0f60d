"""Articles as they come (raw) and as they are read (document)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from newspkg.model.span import Span

BlockKind = Literal["heading", "paragraph", "list_item", "boilerplate"]


@dataclass(frozen=True, slots=True)
class RawArticle:
    """One raw file: its metadata, and its body exactly as it stands in the file (newlines normalised to `\\n`).

    `body` is the file's text after the front matter (for HTML: the whole source); all published offsets refer to it.
    `body_line` is the 1-based physical line of the file on which the body begins. `language` is an ISO 639-1 code, told or detected.
    `is_english` says whether it is extracted, which it is not where it `is_long`, beyond what an article can be. `duplicate_of` names the
    earlier article of which this is a near copy.
    """

    article_id: str
    path: str
    body: str
    sha256: str
    body_line: int = 1
    media_type: str = "text/plain"
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published_on: date | None = None
    language: str | None = None
    license: str | None = None
    word_count: int = 0
    duplicate_of: str | None = None
    is_long: bool = False

    @property
    def is_english(self) -> bool:
        return self.language in (None, "en")


@dataclass(frozen=True, slots=True)
class Block:
    """A run of the document's text that is read as one: a heading, a paragraph, a list item, or boilerplate (never coded)."""

    start: int
    end: int
    kind: BlockKind


@dataclass(frozen=True, slots=True)
class Document:
    """The cleaned text of an article with the way back to the raw body.

    `text` is what the annotators read. `raw_starts[i]` and `raw_ends[i]` are the offsets in the raw body of the character `text[i]`;
    empty tuples mean that text and body agree character by character (the usual case: hostile characters are replaced one for one).
    """

    article: RawArticle
    text: str
    blocks: tuple[Block, ...] = ()
    raw_starts: tuple[int, ...] = ()
    raw_ends: tuple[int, ...] = ()

    def to_raw(self, span: Span) -> Span:
        """The span of the raw body that holds the characters of `span` of the text."""
        if not self.raw_starts:
            return span
        return Span(self.raw_starts[span.start], self.raw_ends[span.end - 1])
