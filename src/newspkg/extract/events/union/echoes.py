"""Words that show a telling to be of an event told before, or of one apart: "the attack", "the men were held", "in a separate raid"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newspkg.extract.events.naming.entries import Trigger
from newspkg.extract.events.scene import Scene
from newspkg.extract.tree import children

if TYPE_CHECKING:
    from spacy.tokens import Token

DEFINITE = frozenset(["the", "this", "that", "these", "those", "its", "their", "his", "such"])
POINTING = frozenset(["the", "this", "that", "these", "those", "both"])
LOADS = frozenset("package tranche shipment batch consignment assistance support aid".split())
OTHER = frozenset("another other separate further fresh different unrelated similar simultaneous".split())
APART = frozenset(["separately", "elsewhere"])
RANKS = frozenset("second third fourth fifth sixth seventh eighth ninth tenth latest first last".split())
SHIPS = frozenset("ship vessel tanker carrier bulker freighter boat frigate trawler".split())


def is_anaphoric(trigger: Trigger) -> bool:
    """ "The attack", "that assault", "in the third such raid": a noun with a definite determiner and nothing that would make it new."""
    token = trigger.token
    if token.pos_ != "NOUN" or is_other(token):
        return False
    return any(child.dep_ == "det" and child.lower_ in DEFINITE for child in token.children)


def is_its_contents(trigger: Trigger) -> bool:
    """ "The package includes 60 missiles": what was promised before, in detail."""
    loads = [noun for noun in trigger.arguments.agents if noun.lemma_ in LOADS] if trigger.entry.frame == "transfer" else []
    return any(child.lower_ in POINTING for noun in loads for child in children(noun, "det"))


def is_ranked(token: Token) -> bool:
    """ "Was hit, in the second attack on shipping this week": what came before is counted, what is told is the event at hand."""
    ranked = any(child.lower_ in RANKS or child.tag_ == "JJS" for child in children(token, "amod"))
    below = (token.dep_ == "pobj" and token.head.lower_ == "in") or token.dep_ in ("appos", "oprd")
    return ranked and token.pos_ == "NOUN" and (below or (token.dep_ in ("dobj", "attr") and token.head.lemma_ in ("make", "be")))


def is_other(token: Token) -> bool:
    return any(child.lower_ in OTHER for child in token.children if child.dep_ in ("det", "amod"))


def is_set_apart(token: Token) -> bool:
    """ "In a separate raid", "Elsewhere, two died": told of another event than what came before."""
    if token.pos_ == "NOUN" and (is_other(token) or _is_one_more(token)):
        return True
    first = token.sent[0]
    return first.lower_ in APART or (first.lower_ == "in" and any(is_other(noun) for noun in children(first, "pobj")))


def _is_one_more(noun: Token) -> bool:
    """ "A second strike wounded four", "a third drone hit the depot": counted on from what was told, by who acts."""
    words = {child.lower_ for child in children(noun, "det", "amod")}
    return noun.dep_ in ("nsubj", "nsubjpass") and "a" in words and not words.isdisjoint(RANKS)


def victims(trigger: Trigger, scene: Scene) -> frozenset[str]:
    """The nouns of what was acted on; ships go by one name."""
    nouns = [scene.lemma(noun) for noun in trigger.arguments.patients if noun.pos_ == "NOUN"]
    return frozenset("ship" if noun in SHIPS else noun for noun in nouns)


def known_victims(trigger: Trigger, scene: Scene) -> frozenset[str]:
    """Of these, the ones that are pointed at: "the vessel", "the two men"."""
    pointed = [
        scene.lemma(noun)
        for noun in trigger.arguments.patients
        if noun.pos_ == "NOUN" and any(child.lower_ in POINTING for child in children(noun, "det"))
    ]
    return frozenset("ship" if noun in SHIPS else noun for noun in pointed)
