"""What is permitted, promised or ordered stands in a clause below the word that says so: "allowed Kyiv to use them"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newspkg.extract.events.syntax import Arguments, of_verb
from newspkg.extract.tree import children

if TYPE_CHECKING:
    from spacy.tokens import Token


def inner_verbs(token: Token, arguments: Arguments) -> list[Token]:
    """The verbs in the infinitive, or after "from", below a word or below what it acts on ("a deal to buy", "barred from using")."""
    heads = [token, *(noun for noun in arguments.patients if noun.pos_ == "NOUN")]
    found = [verb for head in heads for verb in children(head, "xcomp", "ccomp", "acl", "advcl") if _is_infinitive(verb)]
    for head in heads:
        found += [verb for prep in children(head, "prep") if prep.lower_ in ("from", "on") for verb in children(prep, "pcomp")]
        part = children(head, "acl")  # "banned men aged 18 to 60 from leaving"
        found += [verb for each in part for prep in children(each, "prep") if prep.lower_ == "from" for verb in children(prep, "pcomp")]
    found += [inner for verb in found if verb.lemma_ in PERMITTING for inner in children(verb, "xcomp", "ccomp") if inner.tag_ == "VB"]
    return [verb for verb in found if verb.i > token.i]


PERMITTING = frozenset("allow let permit authorize authorise enable".split())


def _is_infinitive(verb: Token) -> bool:
    if verb.tag_ == "VB" and verb.dep_ == "ccomp" and verb.head.lemma_ == "let":
        return True
    return verb.pos_ == "VERB" and any(child.lower_ in ("to", "will", "would") for child in children(verb, "aux"))


def absorbed(arguments: Arguments, verbs: list[Token]) -> Arguments:
    """The arguments with those of the clause below: who may, what, where."""
    if not verbs:
        return arguments
    patients, obliques, clause = list(arguments.patients), list(arguments.obliques), []
    for verb in verbs:
        inner = of_verb(verb)
        patients += [noun for noun in (*inner.agents, *inner.patients) if noun not in arguments.agents and noun not in patients]
        obliques += [pair for pair in inner.obliques if pair not in obliques]
        clause += [verb, *inner.patients, *(noun for _, noun in inner.obliques)]
    return replace(arguments, patients=tuple(patients), obliques=tuple(obliques), clause=tuple(clause))
