"""What stands at which token, sentence and line of an article."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import TYPE_CHECKING, TypeVar

from newspkg.model import ActorMention, AnnotatedDocument, DateMention, PlaceMention, QuantityMention, Span, WeaponMention

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

M = TypeVar("M", ActorMention, WeaponMention, PlaceMention, QuantityMention)


def by_token(doc: Doc, mentions: Iterable[M]) -> dict[int, M]:
    found: dict[int, M] = {}
    for mention in mentions:
        span = doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
        for token in span if span is not None else ():
            found[token.i] = mention
    return found


def is_half(span: Span, text: str) -> bool:
    """Half of a compound ("U.S.-made", "Kyiv-based") is no place."""
    return text[span.end : span.end + 1] == "-" or text[max(0, span.start - 1) : span.start] == "-"


ADJECTIVES = frozenset(["u.s.", "us", "u.s", "u.k.", "uk", "uae", "u.a.e."])


def is_adjective(token: Token) -> bool:
    """ "A U.S. base", "UK tankers": the short form of a country's name in place of its adjective."""
    return token.lower_ in ADJECTIVES and token.dep_ in ("compound", "nmod", "amod") and token.head.i > token.i


def numbered(doc: Doc) -> list[int]:
    """For each token the number of its sentence."""
    numbers: list[int] = []
    for number, sentence in enumerate(doc.sents):
        numbers += [number] * len(sentence)
    return numbers


def paragraphs(annotated: AnnotatedDocument) -> list[int]:
    """For each token the number of its line."""
    breaks = [at for at, letter in enumerate(annotated.text) if letter == "\n"]
    return [bisect_left(breaks, at) for at in _offsets(annotated.doc)]


def closed(annotated: AnnotatedDocument) -> set[int]:
    """The tokens that belong to the page, not to the article."""
    blocks = [block for block in annotated.document.blocks if block.kind == "boilerplate"]
    offsets = _offsets(annotated.doc) if blocks else []
    return {i for block in blocks for i in range(bisect_left(offsets, block.start), bisect_left(offsets, block.end))}


def _offsets(doc: Doc) -> list[int]:
    """Where each token begins, read at once: a Doc makes its tokens anew whenever it is walked."""
    return [int(offset) for offset in doc.to_array(["IDX"]).ravel()]


D = TypeVar("D", DateMention, QuantityMention)


def by_sentence(mentions: tuple[D, ...], doc: Doc, sentence: list[int]) -> dict[int, tuple[D, ...]]:
    found: dict[int, list[D]] = {}
    for mention in mentions:
        span = doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
        if span is not None and len(span):
            found.setdefault(sentence[span[0].i], []).append(mention)
    return {number: tuple(each) for number, each in found.items()}
