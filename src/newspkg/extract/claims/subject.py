"""The subject of a cue, by the parse where it holds and by position where it does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

    from newspkg.extract.claims.cues import CueHit
    from newspkg.extract.claims.reading import Reading

SUBJECTS = frozenset({"nsubj", "csubj"})
SKIPPED = frozenset({"AUX", "ADV", "PART", "INTJ"})
VERBAL = frozenset({"VERB", "AUX"})


def subject_of(reading: Reading, hit: CueHit) -> Token | None:
    """The head of the phrase that speaks by `hit`, in the same sentence; None where there is none."""
    verb, (start, end) = hit.head, reading.sentence(hit.head.i)
    found = _own(verb)
    if found is None and verb.tag_ == "VBG" and verb.i > start and reading.doc[verb.i - 1].text == ",":
        found = _of_earlier_cue(reading, verb, start)
        if found is not None:
            return found
    if found is None or not start <= found.i < end or _is_misplaced(reading, found, verb):
        found = _by_position(reading, hit, start, end) or _inherited(verb)
    return found if found is not None and start <= found.i < end else None


def _of_earlier_cue(reading: Reading, verb: Token, start: int) -> Token | None:
    """A participle of saying behind a comma goes on with the last finite cue of its sentence."""
    for i in range(verb.i - 1, start - 1, -1):
        token = reading.doc[i]
        if token.tag_ in {"VBD", "VBZ", "VBP"} and reading.quote_at(i) == reading.quote_at(verb.i) and reading.lexicon.verb_at(reading.doc, i):
            return _own(token) or _inherited(token)
    return None


def _own(verb: Token) -> Token | None:
    return next((child for child in verb.children if child.dep_ in SUBJECTS), None)


def _is_misplaced(reading: Reading, subject: Token, verb: Token) -> bool:
    """A subject inside a quotation that the verb is outside of belongs to what is said."""
    return reading.quote_at(subject.i) != reading.quote_at(verb.i)


def _inherited(verb: Token, depth: int = 0) -> Token | None:
    """The subject that a verb shares: with its conjunct, or as a participle with its clause."""
    if depth > 4:
        return None
    if verb.dep_ == "acl" and verb.tag_ == "VBG" and verb.head.pos_ in {"NOUN", "PROPN", "PRON"}:
        return verb.head
    shares = verb.dep_ == "conj" or (verb.tag_ in {"VBG", "VBN"} and verb.dep_ in {"advcl", "ccomp", "dep", "xcomp", "pcomp", "parataxis"})
    if verb.dep_ == "xcomp" and verb.tag_ == "VB":
        shares = verb.head.lemma_ in {"go", "continue", "rush", "hasten", "proceed", "be"}
    above = verb.head
    if verb.dep_ == "pcomp" and above.pos_ in {"ADP", "SCONJ"}:
        above = above.head
    if not shares or above == verb:
        return None
    if above.pos_ not in VERBAL:
        return _inherited(above, depth + 1) if above.dep_ == "conj" else None
    subject = next((child for child in above.children if child.dep_ in {"nsubj", "nsubjpass"}), None)
    return subject if subject is not None else _inherited(above, depth + 1)


def _by_position(reading: Reading, hit: CueHit, start: int, end: int) -> Token | None:
    """The phrase right before a finite verb, or right after one that follows a comma or a quotation."""
    if hit.head.tag_ not in {"VBD", "VBZ", "VBP"} and not any(child.dep_ == "aux" for child in hit.head.children):
        return None
    i = hit.start - 1
    while i >= start and reading.doc[i].pos_ in SKIPPED:
        i -= 1
    before = _head_at(reading, i, start, end)
    if before is not None:
        return before
    if i >= start and not reading.doc[i].is_punct and not reading.doc[i].is_quote:
        return None
    after = _head_at(reading, hit.end, start, end)
    return after if after is not None and after.dep_ not in {"dobj", "pobj", "dative"} else None


def _head_at(reading: Reading, i: int, start: int, end: int) -> Token | None:
    """The head of the nominal phrase that token `i` belongs to."""
    if not start <= i < end:
        return None
    mention = reading.actor_at(i)
    if mention is not None:
        first, last = reading.tokens(mention.span)
        return reading.doc[last - 1] if reading.doc[last - 1].pos_ in {"NOUN", "PROPN", "PRON"} else reading.doc[first]
    token = reading.doc[i]
    while token.dep_ in {"det", "compound", "amod", "poss", "nummod", "nmod", "case"} and token.head != token and start <= token.head.i < end:
        token = token.head
    return token if token.pos_ in {"NOUN", "PROPN"} or token.lower_ in {"he", "she", "it", "they"} else None
