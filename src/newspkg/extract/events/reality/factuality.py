"""Did it happen? Modal, conditional, negated, habitual and hoped-for tellings are no events; announced ones are planned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newspkg.extract.events.reality.ahead import has_effect, is_headline_future
from newspkg.extract.events.reality.chain import clause_chain
from newspkg.extract.events.reality.doubts import DEFINITE, is_asked, is_charge, is_denied, is_general, is_plotted, is_unreal_noun
from newspkg.extract.events.reality.unreal import (
    ALLOWING,
    CONDITIONS,
    FUTURE,
    HAPPENED,
    INTENT,
    NEGATORS,
    PLANNED_ADJECTIVES,
    PLANS,
    REALISED,
    SPEECH,
    UNREAL,
    UNREAL_ADJECTIVES,
    UNREAL_NOUNS,
)
from newspkg.extract.tree import children
from newspkg.model.mention import Factuality

if TYPE_CHECKING:
    from spacy.tokens import Token

TRYING = ("try", "attempt")
NOBODY = frozenset(["no", "each", "every", "any"])
VIOLENT = ("attack", "battle")
PRESUPPOSED = ("attack", "battle", "civil")
ORDERLY = ("arms_transfer", "force_posture", "policy", "diplomacy")
TEXTS = ("proposal", "pledge", "agreement", "sanction")  # what exists once it is worded, whatever it would do


def factuality(token: Token, event_type: str = "", event_subtype: str = "") -> Factuality | None:
    """`actual`, `planned`, `denied`, or None where the telling is no event at all."""
    if is_denied(token):
        return "denied"
    if event_type in ORDERLY and is_charge(token):
        return None
    if token.pos_ in ("NOUN", "PROPN"):
        return "actual" if event_subtype in TEXTS and has_effect(token) else _of_noun(token, event_type)
    return None if is_asked(token) or is_general(token) else _of_clause(token, token, fights=event_subtype == "clash")


def _of_noun(noun: Token, event_type: str) -> Factuality | None:
    if is_unreal_noun(noun) or is_general(noun) or (event_type in VIOLENT and is_plotted(noun)):
        return None
    if any(child.lower_ in PLANNED_ADJECTIVES for child in noun.children):
        return "planned"
    if _is_given(noun, event_type):
        return "actual"
    return None if is_asked(noun) else _of_clause(noun, noun)


def _is_given(noun: Token, event_type: str) -> bool:
    """A deed named with "the" is taken as done, whatever is said of it: "the raid could not have been foreseen"."""
    given = event_type in PRESUPPOSED and any(child.dep_ == "det" and child.lower_ in DEFINITE for child in noun.children)
    return given and noun.dep_ in ("nsubj", "pobj", "poss") and not (noun.dep_ == "pobj" and noun.head.lower_ in ("of", "for", "against"))


def _of_clause(token: Token, trigger: Token, *, fights: bool = False) -> Factuality | None:
    """What the verbs above a trigger make of it, the nearest first, as far as the clause that is asserted."""
    for number, (verb, via) in enumerate(clause_chain(token)):
        told = _of_verb(verb, via, trigger, is_first=number == 0, fights=fights)
        if told != "actual":
            return told
    return "actual"


def _of_verb(verb: Token, via: str, trigger: Token, *, is_first: bool, fights: bool) -> Factuality | None:
    auxiliaries = {child.lower_ for child in children(verb, "aux")}
    if _is_conditional(verb):
        return None
    if auxiliaries & UNREAL or verb.lower_ in ("can", "could"):
        promised = "would" in auxiliaries and _is_said(verb) and (verb == trigger or is_first)
        return "planned" if promised and verb == trigger and not children(verb, "neg") else None
    if auxiliaries & FUTURE:
        return "planned" if is_first and not children(verb, "neg") else None
    if is_first and (_has_no_subject(verb) or (children(verb, "neg") and _is_under_negation(trigger, verb))):
        return None
    is_trigger = verb == trigger or (trigger.dep_ == "conj" and trigger.tag_ == "VB" and trigger.head == verb)  # "to retake and hold"
    return _of_infinitive(verb, via, is_trigger, fights=fights) if "to" in auxiliaries else _of_participle(verb)


def _is_said(verb: Token) -> bool:
    """What somebody says, also beside other things that he says: "said it stood by the treaty and |would send| a ship"."""
    while verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX"):
        verb = verb.head
    return verb.dep_ == "ccomp" and verb.head.lemma_ in SPEECH


def _of_infinitive(verb: Token, via: str, is_trigger: bool, *, fights: bool) -> Factuality | None:
    """Of what somebody is to do; `fights` marks a fight on the ground, which takes place also where it only tries to get somewhere."""
    above = verb.head
    happened = bool({child.lower_ for child in children(verb, "aux")} & HAPPENED)
    if via in ("xcomp", "ccomp") and above.lemma_ in INTENT | ALLOWING and not happened:
        return "actual" if fights and above.lemma_ in TRYING and above.tag_ in ("VBD", "VBN") else None
    if is_headline_future(verb):
        return "planned"
    if above.pos_ == "ADJ" or (above.lemma_ == "be" and any(child.pos_ == "ADJ" for child in children(above, "acomp"))):
        words = {above.lower_, *(child.lower_ for child in children(above, "acomp"))}
        return "planned" if words & PLANS else None if words & UNREAL_ADJECTIVES else "actual"
    if above.lemma_ in PLANS and via in ("xcomp", "acl") and not happened:
        return "planned"
    if via == "acl" and above.lemma_ in UNREAL_NOUNS:
        return "actual" if fights and above.lemma_ == "attempt" and children(above, "nummod") else None  # "42 attempts to break through"
    if via == "xcomp" and above.lemma_ == "be":
        return "planned"
    if is_trigger and not happened and above.lemma_ not in REALISED:
        return None
    return "actual"


def _of_participle(verb: Token) -> Factuality | None:
    """ "Capable of hitting", "accused of planning to", "barred from using": what hangs on a preposition below an unreal word."""
    if verb.dep_ == "pcomp" and verb.head.dep_ == "prep":
        prep, above = verb.head, verb.head.head
        if prep.lower_ in ("from", "without", "instead", "against", "for") and above.lemma_ in (ALLOWING | INTENT | UNREAL_NOUNS):
            return None
        if above.lower_ in UNREAL_ADJECTIVES or above.lemma_ in UNREAL_NOUNS or prep.lower_ in ("without", "instead"):
            return None
    if verb.dep_ == "xcomp" and verb.tag_ == "VBG" and verb.head.lemma_ in INTENT - {"continue", "like", "risk"}:
        return None
    return "actual"


def _is_conditional(verb: Token) -> bool:
    words = {child.lower_ for child in children(verb, "mark", "advmod")}
    if "when" in words and verb.dep_ == "advcl" and verb.tag_ in ("VBZ", "VBP") and verb.head.tag_ in ("VBZ", "VBP"):
        return True  # "when it fires missiles, it sends a message": whenever
    marks = words & CONDITIONS
    if marks and not (marks <= {"once", "until"} and verb.tag_ in ("VBD", "VBN")):
        return True
    return any(child.lower_ in ("if", "unless") for clause in children(verb, "advcl") for child in children(clause, "mark")) and any(
        child.lower_ in UNREAL | FUTURE for child in children(verb, "aux")
    )


def _has_no_subject(verb: Token) -> bool:
    """ "Nobody is shooting", "no town was hit", "each launcher fires six"."""
    subjects = children(verb, "nsubj", "nsubjpass")
    return any(each.lower_ in NEGATORS or any(child.lower_ in NOBODY for child in children(each, "det")) for each in subjects)


def _is_under_negation(trigger: Token, verb: Token) -> bool:
    return trigger == verb or trigger.dep_ in ("dobj", "attr", "nsubjpass", "acomp", "oprd")
