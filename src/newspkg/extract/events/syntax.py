"""Who does what to whom, read off a dependency parse: the logical arguments of a verb or of a noun that names an event.

Follows control, coordination, relative and participle clauses; the labels are those of spaCy's English models (ClearNLP).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newspkg.extract.tree import children

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = ("nsubj", "csubj")
OBJECTS = ("dobj", "obj", "dative", "oprd", "attr")
BEARINGS = frozenset(["north", "south", "east", "west", "outside", "up", "down", "back", "over", "on", "home", "forward"])
OWN_MOTION = frozenset("plough plow crash slam smash explode collapse arrive fall flee rise".split())  # seldom passive
TOWARD = ("to", "into", "toward", "towards", "from")
HOPS = 4  # how far a missing subject is looked for


@dataclass(frozen=True)
class Arguments:
    """Logical arguments: tokens that head noun phrases; obliques carry their preposition, lower-cased.

    `clause` is what stands in the infinitive clause below: its verbs and their own arguments.
    """

    agents: tuple[Token, ...] = ()
    patients: tuple[Token, ...] = ()
    obliques: tuple[tuple[str, Token], ...] = ()
    clause: tuple[Token, ...] = ()


def conjuncts(token: Token) -> Iterator[Token]:
    """The token and those coordinated with it, in text order."""
    yield token
    for child in children(token, "conj"):
        yield from conjuncts(child)


def is_passive(verb: Token) -> bool:
    if children(verb, "auxpass", "nsubjpass", "csubjpass"):
        return True
    if verb.tag_ != "VBN" or children(verb, "aux") or _is_clause(verb) or verb.lemma_ in OWN_MOTION:
        return False
    if children(verb, *SUBJECTS):
        return not children(verb, *OBJECTS)  # "13 shot down"
    if verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX") and verb.i > verb.head.i:
        return is_passive(verb.head) or verb.head.tag_ in ("NN", "NNS")
    return verb.dep_ in ("acl", "advcl", "ROOT", "oprd", "ccomp", "amod", "relcl")


def _is_clause(verb: Token) -> bool:
    """ "When a missile ploughed into a bakery": a past that the parser hung on its own subject."""
    return verb.dep_ == "acl" and verb.head.dep_ == "advcl" and any(child.tag_ == "WRB" for child in verb.head.children)


def governor(verb: Token) -> Token | None:
    """The verb whose subject a verb without one shares."""
    if verb.dep_ in ("xcomp", "advcl", "conj", "ccomp", "parataxis") and verb.head.pos_ in ("VERB", "AUX") and verb.head != verb:
        return verb.head
    if verb.dep_ == "xcomp" and verb.head.pos_ == "ADJ" and verb.head.head.pos_ in ("VERB", "AUX"):
        return verb.head.head  # "are due to meet"
    return verb.head.head if verb.dep_ == "pcomp" and verb.head.head.pos_ in ("VERB", "AUX") else None


def subject(verb: Token, hops: int = HOPS) -> Token | None:
    """The surface subject of a verb, its own or the one it shares; None where there is none nearby."""
    own = children(verb, *SUBJECTS, "nsubjpass")
    if own:
        return relative(own[0], verb)
    if verb.dep_ in ("acl", "relcl") and verb.head.pos_ in ("NOUN", "PROPN", "PRON", "NUM"):
        return verb.head
    above = governor(verb)
    if above is None or not hops:
        return None
    of_object = (
        verb.dep_ in ("xcomp", "ccomp")
        or (verb.dep_ == "advcl" and above.lemma_ == "accuse")
        or (verb.dep_ == "pcomp" and verb.head.lower_ in ("of", "for", "from"))
    )
    objects = children(above, "dobj", "obj") if of_object else []  # "told them to fire", "accused them of firing"
    return objects[0] if objects else subject(above, hops - 1)


def relative(token: Token, verb: Token) -> Token:
    """The noun that a relative pronoun stands for."""
    if token.tag_ in ("WDT", "WP") or (token.lower_ == "that" and verb.dep_ == "relcl"):
        clause: Token = verb
        while clause.dep_ == "conj":
            clause = clause.head
        return clause.head if clause.dep_ == "relcl" else token
    return token


def obliques(token: Token) -> list[tuple[str, Token]]:
    found = []
    for prep in children(token, "prep", "agent", "prt", "dative"):
        for noun in children(prep, "pobj"):
            found += [(prep.lower_, each) for each in conjuncts(noun)]
        if prep.lower_ == "according":
            continue
        for inner in children(prep, "prep", "conj"):  # "from across the border", "in and around the town"
            nouns = [each for noun in children(inner, "pobj") for each in conjuncts(noun)]
            found += [(inner.lower_, each) for each in nouns]
            found += [(prep.lower_, each) for each in nouns if prep.lower_ == "out"]  # "out of the town"
    for bearing in children(token, "advmod"):
        if bearing.lower_ in BEARINGS:  # "bombed positions east of the town", "flew them up to the base"
            below = [(prep.lower_, noun) for prep in children(bearing, "prep") for noun in children(prep, "pobj")]
            found += [(prep if prep in TOWARD else bearing.lower_, noun) for prep, noun in below]
    return found


def of_verb(verb: Token) -> Arguments:
    """The logical arguments of a verb, active or passive."""
    around = obliques(verb)
    above = governor(verb)
    if verb.dep_ == "conj" and above is not None:
        around += [pair for pair in obliques(above) if pair[1].i > verb.i]
    shared = subject(verb)
    if is_passive(verb):
        agents = [noun for prep, noun in around if prep == "by"]
        return Arguments(tuple(agents), tuple(conjuncts(shared)) if shared is not None else (), tuple(around))
    patients = [each for noun in children(verb, *OBJECTS) if noun.pos_ != "ADP" for each in conjuncts(relative(noun, verb))]
    if verb.lemma_ == "let":  # "let 110 prisoners go"
        patients += [each for bare in children(verb, "ccomp") for noun in children(bare, "nsubj") for each in conjuncts(noun)]
    told_of = verb.dep_ == "relcl" or (verb.dep_ == "acl" and any(child.lower_ == "that" for child in children(verb, "mark")))
    if told_of and not patients and children(verb, *SUBJECTS) and not _has_relative_subject(verb):
        patients = [verb.head]
    return Arguments(tuple(conjuncts(shared)) if shared is not None else (), tuple(patients), tuple(around))


def _has_relative_subject(verb: Token) -> bool:
    return any(child.tag_ in ("WDT", "WP") for child in children(verb, *SUBJECTS))


BREAKS = ("relcl", "advcl", "ccomp", "parataxis", "appos")


def phrase(head: Token) -> list[Token]:
    """The tokens of a noun phrase without its relative clauses and what is coordinated with it, in text order."""
    found, stack = [], [head]
    while stack:
        token = stack.pop()
        found.append(token)
        stack += [
            child for child in token.children if child.dep_ not in BREAKS and not (child.dep_ in ("conj", "cc", "acl") and token == head)
        ]
    return sorted(found, key=lambda token: token.i)


def distance(one: Token, two: Token) -> int:
    """Steps between two tokens of one sentence in the tree; 99 where they are in different trees."""
    up = {one.i: 0} | {token.i: n for n, token in enumerate(one.ancestors, 1)}
    if two.i in up:
        return up[two.i]
    return next((n + up[token.i] for n, token in enumerate(two.ancestors, 1) if token.i in up), 99)
