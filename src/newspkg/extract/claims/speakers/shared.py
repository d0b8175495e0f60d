"""Subjects that verbs share: conjuncts, participles, the further cues of "said that A, denied B and vowed to C"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newspkg.extract.claims.cues import SPEECH

if TYPE_CHECKING:
    from spacy.tokens import Token

    from newspkg.extract.claims.cues import CueHit
    from newspkg.extract.claims.reading import Reading

VERBAL = frozenset({"VERB", "AUX"})
PRESENT = frozenset({"VBZ", "VBP"})
JOINING = frozenset({"and", "but", "then", "later", "also", "yet", "or"})


def earlier_cue(reading: Reading, last: int, start: int, verb: Token | None = None) -> CueHit | None:
    """The last finite cue from token `last` back to `start`; with `verb`, one of its tense, outside or inside of the same quotation."""
    for i in range(last - 1, start - 1, -1):
        token = reading.doc[i]
        is_alike = token.tag_ in PRESENT | {"VBD"} and reading.quote_at(i) == reading.quote_at(last)
        is_alike = is_alike and (verb is None or is_of_tense(verb, token))
        if is_alike and (earlier := reading.verb_at(i)) is not None:
            return earlier
    return None


UNCHANGED = frozenset("shut put cut hit set let quit split spread cast beat hurt shed bid burst".split())  # the same in the past


def is_of_tense(verb: Token, other: Token) -> bool:
    """Whether two finite verbs are both of the past or both of the present; the tagger takes many a past for a participle."""
    if other.tag_ in PRESENT:
        return verb.tag_ in PRESENT
    return verb.tag_ == other.tag_ or (other.tag_ == "VBD" and is_past(verb))


def is_past(verb: Token) -> bool:
    """A past tense, or a form that could be one and has no auxiliary."""
    is_alone = not any(child.dep_ in {"aux", "auxpass"} for child in verb.children)
    return verb.tag_ == "VBD" or (is_alone and (verb.tag_ == "VBN" or (verb.tag_ == "VB" and verb.lower_ in UNCHANGED)))


def is_series(reading: Reading, hit: CueHit) -> bool:
    """Whether a finite cue stands right behind "and", "but" or a comma: a further one of whoever spoke before."""
    if not (hit.head.tag_ in PRESENT or is_past(hit.head)) or not hit.start:
        return False
    before = reading.doc[hit.start - 1]
    return before.lower_ in JOINING or before.text == ","


def is_followed(reading: Reading, hit: CueHit) -> bool:
    """Whether what is said can begin behind a cue that stands in a series: a clause, an infinitive, an object of its kind."""
    doc, frames = reading.doc, hit.cue.frames
    if hit.end >= len(doc) or (doc[hit.end].is_punct and not doc[hit.end].is_quote and doc[hit.end].text != ":"):
        return False
    if any(child.dep_ in {"nsubj", "nsubjpass"} for child in hit.head.children):
        return False
    if doc[hit.end].lower_ == "that" and frames & {"clause", "addressee_clause"}:
        return True
    if doc[hit.end].lower_ == "to":
        return bool(frames & {"infinitive"})
    return SPEECH in frames or "object_as" in frames or hit.cue.claim_type not in {"assertion", "assessment"}


def inherited(reading: Reading, verb: Token, depth: int = 0) -> Token | None:
    """The subject that a verb shares: with its conjunct, or as a participle with its clause."""
    if depth > 4:
        return None
    if verb.dep_ == "acl" and verb.tag_ == "VBG" and verb.head.pos_ in {"NOUN", "PROPN", "PRON"}:
        return verb.head
    above = verb.head
    if verb.dep_ == "pcomp" and above.pos_ in {"ADP", "SCONJ"}:
        above = above.head
    if not _shares(reading, verb) or above == verb:
        return None
    if above.pos_ == "ADJ" and verb.dep_ == "xcomp":  # "was quick to blame"
        above = above.head
    if above.pos_ not in VERBAL:
        return inherited(reading, above, depth + 1) if above.dep_ == "conj" else None
    subject = next((child for child in above.children if child.dep_ in {"nsubj", "nsubjpass"}), None)
    return subject if subject is not None else inherited(reading, above, depth + 1)


def _shares(reading: Reading, verb: Token) -> bool:
    if verb.dep_ == "conj" and verb.tag_ in {"VBD", "VBZ", "VBP"} and verb.head.tag_ in {"VBN", "VB"}:
        auxiliaries = [child for child in verb.head.children if child.dep_ in {"aux", "auxpass"}]
        is_present = verb.tag_ in PRESENT and all(child.tag_ in PRESENT for child in auxiliaries)
        return is_present or not auxiliaries  # "has raised and says", but not "said they had left and put"
    if verb.dep_ == "xcomp" and verb.tag_ == "VB":
        return verb.head.lemma_.lower() in reading.lexicon.words("carrier")
    return verb.dep_ == "conj" or (verb.tag_ in {"VBG", "VBN"} and verb.dep_ in {"advcl", "ccomp", "dep", "xcomp", "pcomp", "parataxis"})
