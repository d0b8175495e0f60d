"""The logical arguments of a noun that names an event, through its possessor, its prepositions and its light verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newspkg.extract.events.syntax import Arguments, children, is_passive, obliques, of_verb

if TYPE_CHECKING:
    from spacy.tokens import Token

LIGHT = {
    "carry", "launch", "conduct", "mount", "stage", "make", "hold", "unleash", "begin", "start", "take", "execute", "perpetrate", "wage",
    "resume",
    "order", "step", "continue", "suffer", "repel", "face", "kill", "announce", "sign", "reach", "agree", "declare", "give", "report",
}  # fmt: skip


def of_noun(noun: Token) -> Arguments:
    """The logical arguments of a noun that names an event: possessor, "by", modifiers; "on", "against", "of"; its light verb's subject."""
    around = obliques(noun)
    agents = [*children(noun, "poss"), *[each for prep, each in around if prep == "by"]]
    patients = [each for prep, each in around if prep in ("on", "against", "at", "into", "upon", "to", "targeting")]
    verb = noun.head
    if noun.dep_ in ("dobj", "obj") and verb.pos_ == "VERB" and verb.lemma_ in LIGHT:
        inner = of_verb(verb)
        agents += [] if is_passive(verb) else list(inner.agents)
    if noun.dep_ in ("dobj", "obj", "nsubj", "nsubjpass", "attr", "pobj"):
        clause = verb if noun.dep_ != "pobj" else verb.head
        if clause.pos_ in ("VERB", "AUX"):
            outer = of_verb(clause)
            if noun.dep_ == "nsubjpass" or (
                noun.dep_ == "nsubj" and clause.lemma_ in ("hit", "strike", "target", "kill", "destroy", "damage")
            ):
                patients += [each for each in outer.patients if each != noun]
                agents += [each for each in outer.agents if each != noun]
            around += [pair for pair in outer.obliques if pair[1] != noun and pair[0] != "by"]
    for part in children(noun, "acl", "relcl"):
        inner = of_verb(part)
        if is_passive(part):
            agents += list(inner.agents)
        around += list(inner.obliques)
        patients += [each for each in inner.patients if each != noun]
    return Arguments(tuple(dict.fromkeys(agents)), tuple(dict.fromkeys(patients)), tuple(dict.fromkeys(around)))
