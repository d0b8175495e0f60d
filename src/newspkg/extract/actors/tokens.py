"""The words and tokens of an article by the characters they hold, and what they do in their clause."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from newspkg.extract.actors.names import lowered, starts
from newspkg.model import AnnotatedDocument

if TYPE_CHECKING:
    from spacy.tokens import Token

ARTICLE = re.compile(r"\b(?:the|its|their|his|a|an) $", re.IGNORECASE)


class Tokens:
    """Answers about tokens by offset; a base of `Scene`."""

    annotated: AnnotatedDocument
    text: str

    @cached_property
    def words(self) -> list[tuple[int, str]]:
        return starts(self.text)

    @cached_property
    def low(self) -> str:
        """The text in small letters."""
        return lowered(self.text)

    @cached_property
    def low_words(self) -> list[tuple[int, str]]:
        return starts(self.low)

    @cached_property
    def _token_starts(self) -> list[int]:
        return list(map(int, self.annotated.doc.to_array("IDX")))

    def token_at(self, offset: int) -> Token | None:
        """The token that holds the character at `offset`."""
        at = bisect_right(self._token_starts, offset) - 1
        token = self.annotated.doc[at] if at >= 0 and offset >= 0 else None
        return token if token is not None and offset < token.idx + len(token) else None

    def is_subject(self, offset: int) -> bool:
        token = self.token_at(offset)
        return token is not None and token.dep_ == "nsubj"

    def is_compound(self, offset: int) -> bool:
        """Whether the word modifies the next noun ("army base")."""
        token = self.token_at(offset)
        return token is not None and token.dep_ in ("compound", "nmod", "amod") and token.head.i > token.i and token.head.pos_ == "NOUN"

    def article_before(self, start: int) -> int | None:
        """Where "the", "its", "a" .. begins just before `start`."""
        match = ARTICLE.search(self.text, max(0, start - 7), start)
        return match.start() if match else None

    def widened(self, start: int) -> int:
        article = self.article_before(start)
        return start if article is None else article
