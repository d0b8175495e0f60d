"""Cues that make no claim: not said, not said yet, asked, or said by no one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

    from newspkg.extract.claims.cues import CueHit
    from newspkg.extract.claims.reading import Reading

VERB_TAGS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
MODALS = frozenset({"would", "could", "might", "may", "should", "can", "must", "'d", "ca", "wo", "shall", "cannot"})
NEGATIONS = frozenset({"not", "n't", "never", "no", "neither", "nor", "hardly", "barely"})
CONDITIONALS = frozenset({"if", "whether", "unless", "lest"})
CARRIED = frozenset({"go", "continue", "rush", "hasten", "proceed", "be", "use"})


def is_vetoed(reading: Reading, hit: CueHit) -> bool:
    """Whether the cue at `hit` can't attribute anything."""
    verb = hit.head
    if verb.tag_ not in VERB_TAGS or verb.dep_ in {"amod", "compound", "nmod"}:
        return verb.lower_ not in {"says", "said", "tells", "told"} or verb.dep_ in {"amod", "compound"}
    children = tuple(verb.children)
    if any(child.dep_ == "auxpass" for child in children) or (any(child.dep_ == "nsubjpass" for child in children)):
        return True
    if _is_negated(reading, verb) or _is_conditional(verb) or _is_modal(reading, verb):
        return True
    if verb.tag_ == "VBN" and not any(child.dep_ in {"aux", "nsubj"} for child in children) and verb.dep_ in {"acl", "advcl", "relcl"}:
        return True
    if verb.tag_ == "VB" and _is_bare(verb):
        return True
    return _is_asked(reading, verb)


def _auxiliaries(reading: Reading, verb: Token) -> list[Token]:
    found = [child for child in verb.children if child.dep_ in {"aux", "neg"}]
    if verb.dep_ == "conj" and not found and verb.tag_ == "VB":
        found = [child for child in verb.head.children if child.dep_ in {"aux", "neg"}]
    return found


def _is_negated(reading: Reading, verb: Token) -> bool:
    return any(each.lower_ in NEGATIONS for each in _auxiliaries(reading, verb)) or any(
        child.lower_ in {"never", "neither", "nor"} for child in verb.children if child.i < verb.i
    )


def _is_modal(reading: Reading, verb: Token) -> bool:
    return any(each.lower_ in MODALS for each in _auxiliaries(reading, verb))


def _is_conditional(verb: Token) -> bool:
    return any(child.dep_ == "mark" and child.lower_ in CONDITIONALS for child in verb.children)


def _is_bare(verb: Token) -> bool:
    """An infinitive without a subject of its own, unless its verb carries it ("went on to say")."""
    children = {child.dep_ for child in verb.children}
    if "nsubj" in children or not any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children):
        return False
    return not (verb.dep_ == "xcomp" and verb.head.lemma_ in CARRIED)


def _is_asked(reading: Reading, verb: Token) -> bool:
    start, end = reading.sentence(verb.i)
    last = reading.doc[end - 1]
    if last.text != "?":
        return False
    return not any(reading.doc[i].text == "," for i in range(max(start, verb.i - 8), verb.i))
