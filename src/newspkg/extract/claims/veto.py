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
PAIRED = frozenset({"never", "neither", "nor"})
CONDITIONALS = frozenset({"if", "whether", "unless", "lest"})
TAKEN = frozenset({"of", "for", "from", "by", "about", "against", "in", "into", "on", "at", "as"})


def is_vetoed(reading: Reading, hit: CueHit) -> bool:
    """Whether the cue at `hit` can't attribute anything."""
    verb = hit.head
    if hit.cue.words == ("say",) and _is_said_to(reading, hit.end):
        return True
    if hit.is_passive:
        above = reading.doc[hit.start].head
        if verb.pos_ == "ADJ" and any(child.lower_ in {"it", "there", "this", "that"} for child in reading.doc[hit.start].lefts):
            return True  # "it is clear that"
        return _is_negated(reading, above) or _is_modal(reading, above) or _is_asked(reading, verb)
    if verb.tag_ not in VERB_TAGS or verb.dep_ in {"amod", "compound", "nmod"}:
        return not _is_mistagged(reading, hit)
    children = tuple(verb.children)
    if any(child.dep_ == "auxpass" for child in children) or (any(child.dep_ == "nsubjpass" for child in children)):
        return True
    if _is_negated(reading, verb) or _is_conditional(verb) or _is_modal(reading, verb):
        return True
    if verb.tag_ == "VBN" and not any(child.dep_ in {"aux", "nsubj"} for child in children) and verb.dep_ in {"acl", "advcl", "relcl"}:
        return True
    if (verb.tag_ == "VB" and (_is_bare(reading, verb) or _is_imperative(verb))) or (verb.tag_ == "VBG" and _is_nominal(verb)):
        return True
    return _is_asked(reading, verb)


def _is_said_to(reading: Reading, i: int) -> bool:
    """ "a missile said to fly far": somebody says so of it."""
    return i + 1 < len(reading.doc) and reading.doc[i].lower_ == "to" and reading.doc[i + 1].tag_ == "VB"


def _is_mistagged(reading: Reading, hit: CueHit) -> bool:
    """A verb that the tagger takes for a noun: right behind who speaks, right before what is said or the end ("the group reckons.")."""
    verb, doc = hit.head, reading.doc
    if verb.dep_ in {"amod", "compound"} and verb.head.i == verb.i + 1:
        return False
    if verb.lower_ in {"says", "said", "tells", "told"}:
        return True
    if not hit.start or not verb.lower_.endswith(("s", "d")) or verb.lower_ == verb.lemma_.lower() != "read":
        return False
    before, after = doc[hit.start - 1], doc[hit.end] if hit.end < len(doc) else verb
    speaks = reading.actor_at(before.i) is not None or before.lemma_.lower() in reading.lexicon.words("source")
    speaks = speaks or before.lemma_.lower() in reading.lexicon.words("document")
    return speaks and (after.text in {".", ",", ":", ";", "that"} or (verb.dep_ == "ROOT" and after.pos_ in {"PRON", "DET", "PROPN"}))


def _auxiliaries(reading: Reading, verb: Token) -> list[Token]:
    found = [child for child in verb.children if child.dep_ in {"aux", "neg"}]
    if verb.dep_ == "conj" and not found and verb.tag_ in {"VB", "VBN"} and verb.tag_ == verb.head.tag_:
        found = [child for child in verb.head.children if child.dep_ in {"aux", "neg"}]
    return found


def _is_negated(reading: Reading, verb: Token) -> bool:
    if any(each.lower_ in NEGATIONS for each in _auxiliaries(reading, verb)):
        return True
    if any(child.lower_ in PAIRED for child in verb.children if child.i < verb.i) or reading.doc[verb.i - 1].lower_ in PAIRED:
        return True
    return verb.dep_ == "conj" and any(child.lower_ == "neither" for child in verb.head.children)


def _is_modal(reading: Reading, verb: Token) -> bool:
    if any(child.lower_ == "only" and child.i < verb.i for child in verb.children):  # "would only say that"
        return False
    return any(each.lower_ in MODALS for each in _auxiliaries(reading, verb))


def _is_conditional(verb: Token) -> bool:
    return any(child.dep_ == "mark" and child.lower_ in CONDITIONALS for child in verb.children)


def _is_bare(reading: Reading, verb: Token) -> bool:
    """An infinitive without a subject of its own, unless its verb carries it ("went on to say")."""
    children = {child.dep_ for child in verb.children}
    if "nsubj" in children or not any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children):
        return False
    return not (verb.dep_ == "xcomp" and verb.head.lemma_.lower() in reading.lexicon.words("carrier"))


def _is_imperative(verb: Token) -> bool:
    """A base form alone ("call sign Badger", "Call it a draw")."""
    alone = not any(child.dep_ in {"aux", "nsubj", "expl"} for child in verb.children)
    return alone and verb.dep_ in {"ROOT", "parataxis", "ccomp", "dep", "appos"}


def _is_nominal(verb: Token) -> bool:
    """A gerund that another verb or a preposition takes: "denies backing the rebels", "accused of denying"."""
    if any(child.dep_ in {"nsubj", "aux"} for child in verb.children):
        return False
    takes = verb.dep_ in {"csubj", "pobj"} or (verb.dep_ == "xcomp" and verb.head.lemma_ not in {"keep", "start", "begin", "continue"})
    return takes or (verb.dep_ == "pcomp" and verb.head.lower_ in TAKEN)


def _is_asked(reading: Reading, verb: Token) -> bool:
    start, end = reading.sentence(verb.i)
    last = reading.doc[end - 1]
    if last.text != "?":
        return False
    return not any(reading.doc[i].text == "," for i in range(max(start, verb.i - 8), verb.i))
