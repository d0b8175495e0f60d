"""Trees that grammar rules out, mended.

A past tense is not coordinated with an infinitive ("ordered them to leave and |revoked| .."); what somebody denies or is accused of is
something done, not a kind of thing ("denied |shipping| missiles", "accused it of |flying| howitzers there").
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

FINITE = ("VBD", "VBZ", "VBP")
BARE = ("VB", "VBG")
DENYING = frozenset(["deny", "admit", "acknowledge", "confess", "stop", "halt", "resume", "suspend"])
ACCUSING = frozenset(["accuse", "suspect", "blame", "convict", "guilty"])


def mend(doc: Doc, base_of: Callable[[Token], str]) -> Doc:
    """The same Doc, its tree mended in place; `base_of` gives the base form of a token by its part of speech."""
    for token in doc:
        if token.text.endswith("ing") and token.dep_ in ("compound", "amod") and token.i:
            _as_gerund(token, base_of)
        if token.dep_ == "conj" and token.tag_ in FINITE and token.head.tag_ in BARE and (above := _finite_above(token)) is not None:
            token.head = above
    return doc


def _as_gerund(token: Token, base_of: Callable[[Token], str]) -> None:
    """Makes a verb of a word taken for a modifier, where it stands right after "denied" or "accused .. of"."""
    thing, before = token.head, token.nbor(-1)
    over = thing.head
    if thing.dep_ == "dobj" and before == over and over.lemma_.lower() in DENYING:
        verb, dep = over, "xcomp"
    elif thing.dep_ == "pobj" and before == over and over.lower_ in ("of", "for") and over.head.lemma_.lower() in ACCUSING:
        verb, dep = over, "pcomp"
    else:
        return
    rest = [child for child in (verb if dep == "xcomp" else verb.head).children if child.dep_ in ("prep", "dative") and child.i > thing.i]
    token.tag_, token.pos_, token.dep_ = "VBG", "VERB", dep
    token.lemma_ = base_of(token)
    token.head, thing.head, thing.dep_ = verb, token, "dobj"
    for child in rest:
        child.head = token


def _finite_above(token: Token) -> Token | None:
    if token.head.dep_ == "ROOT" or any(
        child.dep_ in ("nsubj", "aux", "auxpass") for child in (*token.children, *token.head.children) if child.tag_ != "TO"
    ):
        return None
    return next((each for each in token.head.ancestors if each.tag_ in FINITE and each.pos_ == "VERB" and each.i < token.head.i), None)
