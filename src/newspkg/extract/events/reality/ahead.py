"""What is told of what is to come, though its verb says neither "will" nor "plan"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newspkg.extract.events.reality.doubts import DEFINITE
from newspkg.extract.events.reality.unreal import FUTURE, UNREAL
from newspkg.extract.tree import children

if TYPE_CHECKING:
    from spacy.tokens import Token


def has_effect(noun: Token) -> bool:
    """ "The proposal would free ten captives": what a text that is there would do, not whether it is to come."""
    owned = any(child.dep_ in ("poss", "det") and (child.dep_ == "poss" or child.lower_ in DEFINITE) for child in noun.children)
    would = {child.lower_ for child in children(noun.head, "aux")} & (UNREAL | FUTURE)
    return owned and noun.dep_ == "nsubj" and bool(would) and bool(children(noun.head, "dobj", "ccomp", "xcomp"))


def is_headline_future(verb: Token) -> bool:
    """ "Germany to station a brigade in the east": what is to come, in the English of headlines."""
    if verb.dep_ == "ROOT":
        return bool(children(verb, "nsubj", "nsubjpass"))
    first = verb.sent[0] if verb.dep_ in ("relcl", "acl") else None
    return (
        first is not None and verb.head.dep_ == "ROOT" and verb.head.pos_ == "PROPN" and verb.head.i - first.i <= 2 and verb.head.i < verb.i
    )
