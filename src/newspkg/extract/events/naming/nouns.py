"""The logical arguments of a noun that names an event, through its possessor, its prepositions and its light verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newspkg.extract.events.syntax import Arguments, is_passive, obliques, of_verb
from newspkg.extract.tree import children

if TYPE_CHECKING:
    from spacy.tokens import Token

LIGHT = {
    "carry", "launch", "conduct", "mount", "stage", "make", "hold", "unleash", "begin", "start", "take", "execute", "perpetrate", "wage",
    "resume",
    "open", "end", "conclude", "complete", "finish", "kick", "wrap", "host", "join", "commence", "undertake", "initiate", "renew", "cancel",
    "order", "step", "continue", "suffer", "repel", "face", "kill", "announce", "sign", "reach", "agree", "declare", "give", "report",
}  # fmt: skip


MET = frozenset(["repel", "face", "suffer"])  # what those who are attacked do
HARMING = frozenset(
    "hit strike target kill destroy damage knock cripple paralyse paralyze disrupt rock shake wound injure hurt level flatten gut wreck"
    " ravage devastate set leave tear rip shatter demolish collapse bury burn"
    " disable interrupt halt ruin raze sink maim engulf torch derail sever cut plunge".split()
)
TAKING_PART = frozenset(["take", "participate", "join", "partake", "compete"])
PINNING = frozenset(["blame", "attribute", "pin", "ascribe"])  # "an attack blamed on them" is none on them
SPOKEN = frozenset("call meeting talk talks conversation summit consultation discussion dialogue conference session".split())


def of_noun(noun: Token) -> Arguments:
    """The logical arguments of a noun that names an event: possessor, "by", modifiers; "on", "against", "of"; its light verb's subject."""
    around = obliques(noun)
    agents = [*children(noun, "poss"), *[each for prep, each in around if prep == "by"]]
    patients = [each for prep, each in around if prep in ("on", "against", "at", "into", "upon", "to", "targeting")]
    verb = noun.head
    if noun.dep_ in ("dobj", "obj") and verb.pos_ == "VERB" and verb.lemma_ in LIGHT:
        before = [] if is_passive(verb) else list(of_verb(verb).agents)
        agents += before if verb.lemma_ not in MET else []
        patients += before if verb.lemma_ in MET else []
    clause = verb if noun.dep_ != "pobj" else verb.head
    if noun.dep_ in ("dobj", "obj", "nsubj", "nsubjpass", "attr", "pobj") and (clause.pos_ in ("VERB", "AUX") or _is_harming(clause)):
        outer = of_verb(clause)
        if noun.dep_ == "nsubjpass" or (noun.dep_ == "nsubj" and _is_harming(clause)):
            patients += [each for each in outer.patients if each != noun]
            agents += [each for each in outer.agents if each != noun]
        if _is_spoken_at(noun) or (noun.dep_ == "pobj" and noun.head.lower_ == "in" and clause.lemma_ in TAKING_PART):
            agents += list(outer.agents)
        around += [pair for pair in outer.obliques if pair[1] != noun and pair[0] != "by"]
    for part in children(noun, "acl", "relcl"):
        inner = of_verb(part)
        if is_passive(part):
            agents += list(inner.agents)
        around += [pair for pair in inner.obliques if part.lemma_ not in PINNING or pair[0] not in ("on", "to")]
        patients += [each for each in inner.patients if each != noun]
    return Arguments(tuple(dict.fromkeys(agents)), tuple(dict.fromkeys(patients)), tuple(dict.fromkeys(around)))


def _is_harming(clause: Token) -> bool:
    """A verb of harm, also where its past was taken for an adjective."""
    word = clause.lower_
    if clause.pos_ == "ADJ" and word.endswith("ed"):
        return word.removesuffix("ed") in HARMING or word.removesuffix("d") in HARMING
    return clause.lemma_ in HARMING


def _is_spoken_at(noun: Token) -> bool:
    """ "In a call with the king, the president promised": who speaks there takes part."""
    at = noun.dep_ == "pobj" and noun.head.lower_ in ("in", "during") and noun.lemma_.lower() in SPOKEN
    return at and any(prep.lower_ == "with" for prep in children(noun, "prep"))
