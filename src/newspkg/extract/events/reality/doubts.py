"""What takes a telling out of the events whatever its verb says: denials, questions, unreal nouns, habits and rates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newspkg.extract.events.reality.habits import is_standing
from newspkg.extract.events.reality.unreal import (
    COUNTED,
    DENIALS,
    GENERAL,
    INTENT,
    NEGATORS,
    RATES,
    REPORTS,
    TALES,
    UNREAL_ADJECTIVES,
    UNREAL_NOUNS,
)
from newspkg.extract.tree import children

if TYPE_CHECKING:
    from spacy.tokens import Token

DEFINITE = frozenset(["the", "this", "that", "these", "those", "last"])


def is_denied(token: Token) -> bool:
    """Only what somebody denies: "denied shelling the town", "rejected claims that its jets had crossed"."""
    current = token
    for _ in range(6):
        above = current.head
        if above == current:
            return False
        if above.lemma_ in DENIALS and current.dep_ in ("ccomp", "xcomp", "dobj", "prep", "pcomp") and current.i > above.i:
            tale = current.dep_ not in ("dobj", "prep") or current.lemma_ in TALES or above.lemma_ == "deny"
            return tale and (above.lemma_ == "deny" or current.lemma_ in TALES)
        if current.dep_ in ("relcl", "advcl", "nsubj", "nsubjpass", "conj") or (current.dep_ == "pobj" and current.tag_ == "NNP"):
            return False
        current = above
    return False


def is_charge(token: Token) -> bool:
    """What somebody is tried or suspected for: "sentenced for selling grenades", "suspected of buying drones"."""
    return token.dep_ == "pcomp" and token.head.lower_ in ("for", "of", "with", "over") and token.head.head.lemma_ in CHARGES


CHARGES = frozenset("suspect charge sentence convict jail arrest indict imprison try guilty fine investigate detain hold".split())


def is_plotted(noun: Token) -> bool:
    """ "Suspected of planning attacks", "has prepared a new offensive": violence that somebody is said to be up to."""
    return noun.dep_ in ("dobj", "obj") and noun.head.lemma_ in ("plan", "prepare", "schedule", "mastermind")


def is_asked(token: Token) -> bool:
    return next((word.text == "?" for word in reversed(token.sent) if not word.is_space and word.text not in CLOSING), False)


CLOSING = frozenset(["*", "_", ")", '"', "”", "'", "’"])


def is_unreal_noun(token: Token) -> bool:
    words = {child.lower_ for child in token.children}
    if words & NEGATORS or words & UNREAL_ADJECTIVES:
        return True
    while token.dep_ == "conj":
        token = token.head
    above = token.head
    if token.dep_ == "pobj":
        over = above.head
        if (
            above.lower_ in ("of", "for", "about", "against", "on", "to", "over", "towards", "toward")
            and over.lemma_ in UNREAL_NOUNS
            and over.pos_ == "NOUN"
        ):
            return True
        if above.lower_ in ("for", "of", "against", "about", "on", "with", "from") and over.lemma_ in REPORTS:
            return not any(child.dep_ == "det" and child.lower_ in DEFINITE for child in token.children)
        if token.lemma_ == "invasion" and above.lower_ in ("since", "before", "after", "during", "until"):
            return True  # the war as a whole, to date something by
        return above.lower_ in ("without", "against", "from") and (above.lower_ == "without" or over.lemma_ in GUARDS)
    if token.dep_ in ("compound", "nmod") and above.lemma_ in UNREAL_NOUNS | {"capability", "drill", "shelter", "victim", "zone"}:
        return True
    return token.dep_ in ("dobj", "obj") and above.lemma_ in (INTENT - {"continue", "expect", "like"})


GUARDS = frozenset("defend protect deter warn guard shield refrain defence defense protection shelter insure immune safe".split())


def is_general(token: Token) -> bool:
    """Habits and generalities: "every attack", "often strikes", and bare plurals that nothing pins down."""
    if any(child.lower_ in GENERAL and child.dep_ in ("det", "advmod", "amod", "predet") for child in token.children):
        return True
    if token.tag_ in ("VBP", "VBZ") and any(_is_rate(word) for word in token.subtree):
        return True  # "fires 9,000 shells a day"
    if token.tag_ == "VB" and token.dep_ in ("ROOT", "parataxis", "appos", "dep") and not children(token, "nsubj", "nsubjpass", "aux"):
        return True  # "Send the tanks"
    if is_standing(token):
        return True
    if token.tag_ != "NNS":
        return False
    if token.dep_ in ("nsubj", "nsubjpass") and token.head.lemma_ in COUNTED:
        return True
    if token.dep_ == "nsubj" and token.head.lemma_ in ("continue", "remain", "persist") and token.head.tag_ in ("VBP", "VBZ"):
        return True
    pinned = any(
        child.dep_ in ("det", "nummod", "poss", "amod", "compound", "prep", "acl", "relcl", "nmod", "quantmod") for child in token.children
    )
    return not pinned and token.dep_ not in ("ROOT", "dobj", "nsubj", "nsubjpass")


def _is_rate(word: Token) -> bool:
    if word.lower_ in ("daily", "weekly"):
        return word.dep_ == "advmod"
    return (
        word.lower_ in RATES
        and any(child.lower_ in ("a", "an", "per", "each", "every") for child in (*word.children, *word.doc[max(0, word.i - 1) : word.i]))
        and (word.dep_ in ("npadvmod", "pobj"))
    )
