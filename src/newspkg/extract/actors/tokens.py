"""The tokens of an article by the characters they hold, and what they do in their clause."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from newspkg.model import AnnotatedDocument

if TYPE_CHECKING:
    from spacy.tokens import Token


class Tokens:
    """Answers about tokens by offset; a base of `Scene`."""

    annotated: AnnotatedDocument

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
