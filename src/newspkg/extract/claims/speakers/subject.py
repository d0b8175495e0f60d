"""The subject of a cue by the parse; where the parse does not hold, `position` finds it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newspkg.extract.claims.speakers.phrase import named_behind
from newspkg.extract.claims.speakers.position import before_comma, by_position, closer, inverted, over_insertion, over_relative

if TYPE_CHECKING:
    from spacy.tokens import Token

    from newspkg.extract.claims.cues import CueHit
    from newspkg.extract.claims.reading import Reading

SUBJECTS = frozenset({"nsubj", "csubj"})
VERBAL = frozenset({"VERB", "AUX"})


def subject_of(reading: Reading, hit: CueHit) -> Token | None:
    """The head of the phrase that speaks by `hit`, in the same sentence; None where there is none."""
    start, end = reading.sentence(hit.head.i)
    found = _found(reading, hit, start, end)
    if found is not None and found.lemma_.lower() in reading.lexicon.words("document"):
        found = _author(reading, found) or found
    if found is not None and found.i < hit.start and not hit.is_participle:
        found = named_behind(reading, hit.start) or _named_before(reading, hit, found, start) or found
    return found if found is not None and start <= found.i < end else None


def _found(reading: Reading, hit: CueHit, start: int, end: int) -> Token | None:
    verb = hit.head
    found = _passive(reading, hit) if hit.is_passive else _own(verb)
    if found is None and hit.is_participle and verb.i > start and reading.doc[verb.i - 1].text == ",":
        found = _of_earlier_cue(reading, verb, start)
        if found is not None:
            return found
    if found is None or found.pos_ == "VERB" or not start <= found.i < end or _is_misplaced(reading, found, verb):
        return _elsewhere(reading, hit, start, end)
    if found.i < verb.i:
        return inverted(reading, hit, found, end) or closer(reading, hit, found, start) or found
    return found


def _author(reading: Reading, document: Token) -> Token | None:
    """Who issued the statement, in "The group issued a statement saying ..."."""
    verb = document.head
    is_made = document.dep_ == "dobj" and verb.lemma_.lower() in reading.lexicon.words("light")
    owned = any(child.dep_ in {"poss", "prep"} for child in document.children)
    return (_own(verb) or _inherited(reading, verb)) if is_made and not owned else None


def _named_before(reading: Reading, hit: CueHit, subject: Token, start: int) -> Token | None:
    """The actor at the sentence's start in "Malaysia, chair of the bloc, offered", where the parse takes the apposition for the subject."""
    low = subject.left_edge.i
    is_enclosed = reading.doc[hit.start - 1].text == "," and low >= start + 2 and reading.doc[low - 1].text == ","
    if not is_enclosed or reading.actor_at(subject.i) is not None:
        return None
    mention = reading.actor_at(low - 2)
    return reading.doc[low - 2] if mention is not None and reading.tokens(mention.span)[0] <= start + 1 else None


def _elsewhere(reading: Reading, hit: CueHit, start: int, end: int) -> Token | None:
    """The subject that the parse does not give the verb: by position, or shared with another verb."""
    inherited = _inherited(reading, hit.head)
    if inherited is not None and _is_misplaced(reading, inherited, hit.head):
        inherited = None
    return (
        by_position(reading, hit, start, end)
        or inherited
        or _of_fronted(hit, start)
        or before_comma(reading, hit, start, end)
        or over_insertion(reading, hit, start, end)
        or over_relative(reading, hit, start, end)
        or _of_joined(reading, hit, start)
    )


def _passive(reading: Reading, hit: CueHit) -> Token | None:
    """The subject of "was quoted as saying"."""
    above = reading.doc[hit.start]
    verb = above.head if above.dep_ in {"auxpass", "aux"} else above
    return next((child for child in verb.children if child.dep_ in {"nsubjpass", "nsubj"}), None) or _inherited(reading, verb)


def _of_earlier_cue(reading: Reading, verb: Token, start: int) -> Token | None:
    """A participle of saying behind a comma goes on with the last finite cue of its sentence."""
    for i in range(verb.i - 1, start - 1, -1):
        token = reading.doc[i]
        is_finite = token.tag_ in {"VBD", "VBZ", "VBP"} and reading.quote_at(i) == reading.quote_at(verb.i)
        if is_finite and (earlier := reading.lexicon.verb_at(reading.doc, i)) is not None:
            return _found(reading, earlier, *reading.sentence(i))
    return None


def _of_joined(reading: Reading, hit: CueHit, start: int) -> Token | None:
    """A finite cue behind "and" goes on with the last finite cue before it, where the parse joins it to what that one's content holds."""
    verb = hit.head
    if verb.tag_ not in {"VBD", "VBZ", "VBP"} or reading.doc[hit.start - 1].lower_ not in {"and", "but"}:
        return None
    for i in range(hit.start - 2, start - 1, -1):
        token = reading.doc[i]
        is_alike = token.tag_ == verb.tag_ and reading.quote_at(i) == reading.quote_at(verb.i)
        if is_alike and (earlier := reading.lexicon.verb_at(reading.doc, i)) is not None:
            return _found(reading, earlier, *reading.sentence(i))
    return None


def _of_fronted(hit: CueHit, start: int) -> Token | None:
    """The main clause's subject behind a participle that opens the sentence: "Calling the raid a crime, the bloc urged"."""
    verb = hit.head
    if not hit.is_participle or verb.i > start + 1 or verb.dep_ not in {"advcl", "ccomp", "dep", "csubj"}:
        return None
    return next((child for child in verb.head.children if child.dep_ in SUBJECTS and child.i > verb.i), None)


def _own(verb: Token) -> Token | None:
    return min((child for child in verb.children if child.dep_ in SUBJECTS), key=lambda child: abs(child.i - verb.i), default=None)


def _is_misplaced(reading: Reading, subject: Token, verb: Token) -> bool:
    """A subject inside a quotation that the verb is outside of belongs to what is said."""
    return reading.quote_at(subject.i) != reading.quote_at(verb.i) and reading.sentence(subject.i) != reading.sentence(verb.i)


def _inherited(reading: Reading, verb: Token, depth: int = 0) -> Token | None:
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
        return _inherited(reading, above, depth + 1) if above.dep_ == "conj" else None
    subject = next((child for child in above.children if child.dep_ in {"nsubj", "nsubjpass"}), None)
    return subject if subject is not None else _inherited(reading, above, depth + 1)


def _shares(reading: Reading, verb: Token) -> bool:
    if verb.dep_ == "conj" and verb.tag_ in {"VBD", "VBZ", "VBP"} and verb.head.tag_ in {"VBN", "VB"}:
        return not any(child.dep_ in {"aux", "auxpass"} for child in verb.head.children)  # "said they had left and put": not "had put"
    if verb.dep_ == "xcomp" and verb.tag_ == "VB":
        return verb.head.lemma_.lower() in reading.lexicon.words("carrier")
    return verb.dep_ == "conj" or (verb.tag_ in {"VBG", "VBN"} and verb.dep_ in {"advcl", "ccomp", "dep", "xcomp", "pcomp", "parataxis"})
