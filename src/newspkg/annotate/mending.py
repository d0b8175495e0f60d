"""Trees that grammar rules out, mended: a past tense is not coordinated with an infinitive ("ordered them to leave and |revoked| ..")."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

FINITE = ("VBD", "VBZ", "VBP")
BARE = ("VB", "VBG")


def mend(doc: Doc) -> Doc:
    """The Doc with each finite verb that hangs on an infinitive or a participle put beside the finite verb above it."""
    for token in doc:
        if token.dep_ == "conj" and token.tag_ in FINITE and token.head.tag_ in BARE and (above := _finite_above(token)) is not None:
            token.head = above
    return doc


def _finite_above(token: Token) -> Token | None:
    if token.head.dep_ == "ROOT" or any(
        child.dep_ in ("nsubj", "aux", "auxpass") for child in (*token.children, *token.head.children) if child.tag_ != "TO"
    ):
        return None
    return next((each for each in token.head.ancestors if each.tag_ in FINITE and each.pos_ == "VERB" and each.i < token.head.i), None)
