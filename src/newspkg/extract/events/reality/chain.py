"""The verbs above a trigger, as far as the clause that is asserted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newspkg.extract.events.reality.unreal import ALLOWING, WANTED
from newspkg.extract.tree import children

if TYPE_CHECKING:
    from spacy.tokens import Token


def clause_chain(token: Token) -> list[tuple[Token, str]]:
    """The verbs above a trigger, each with the relation by which it hangs on what is above; attribution verbs end the chain."""
    found: list[tuple[Token, str]] = []
    current = token
    for _ in range(12):
        if current.pos_ in ("VERB", "AUX"):
            found.append((current, current.dep_))
            if current.dep_ in ("ccomp", "relcl", "ROOT", "parataxis", "advcl") or _is_told_apart(current):
                if current.dep_ == "ccomp" and current.head.lemma_ in WANTED:
                    found.append((current, "xcomp"))
                if current.dep_ != "ccomp" or current.head.lemma_ not in ALLOWING:
                    break
        if current.head == current:
            break
        current = current.head
    return found


def _is_told_apart(verb: Token) -> bool:
    """A clause on a noun that says what was done, whatever is said of the noun: "a plan that Oman tabled", "a text drawn up by them"."""
    if verb.dep_ != "acl":
        return False
    return verb.tag_ in ("VBD", "VBZ", "VBP") or (verb.tag_ == "VBN" and bool(children(verb, "agent")))
