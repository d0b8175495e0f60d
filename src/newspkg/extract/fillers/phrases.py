"""The core of a noun phrase: its head with what stands before it, without articles, numbers and titles."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from newspkg.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

INSIDE = ("compound", "amod", "nmod", "punct", "npadvmod", "poss", "case")
LOOSE = frozenset(["other", "several", "many", "more", "same", "such", "first", "last", "least", "own", "various", "some"])


def head_of(doc: Doc, span: Span) -> Token:
    """The head of the tokens at a span."""
    found = doc.char_span(span.start, span.end, alignment_mode="expand")
    if found is None:
        raise ValueError(f"no token at {span}")
    return found.root


def core_span(head: Token, titles: Collection[str]) -> Span:
    """The span from the first modifier to the head; of a person with a name the name alone."""
    first = head.i
    while first and _belongs(head.doc[first - 1], head):
        first -= 1
    while first < head.i and (_is_loose(head.doc[first]) or (head.pos_ == "PROPN" and _is_title(head.doc[first], titles))):
        first += 1
    return Span(head.doc[first].idx, head.idx + len(head))


def _belongs(token: Token, head: Token) -> bool:
    return token.dep_ in INSIDE and (token.head == head or (token.head.i <= head.i and token.head.head == head)) and not token.is_space


def _is_loose(token: Token) -> bool:
    return token.lower_ in LOOSE or token.is_punct or token.pos_ in ("NUM", "DET", "PRON", "PART")


def _is_title(token: Token, titles: Collection[str]) -> bool:
    return token.lower_.rstrip(".") in titles or token.pos_ != "PROPN"
