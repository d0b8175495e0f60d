"""Where an object that is a claim's content ends: before the glosses and adjuncts that are the article's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newspkg.extract.tree import child_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from newspkg.extract.claims.cues import CueHit
    from newspkg.extract.claims.reading import Reading

OCCASIONS = frozenset({"in", "on", "during", "at", "via", "through"})
GLOSSES = frozenset({"appos", "relcl", "acl"})
RELATIVE = frozenset({"who", "which", "whose", "whom", "where"})
AFTER = frozenset({"after", "when", "while", "because", "since", "before", "once"})
MEASURES = frozenset({"NUM", "NOUN", "DET", "ADV", "ADJ"})
TURNED = frozenset({"denial", "rejection", "confirmation", "condemnation", "support"})
REACH = 12  # tokens that an adjunct of the occasion may take


def object_end(reading: Reading, hit: CueHit, start: int, end: int) -> int:
    """The end of the object that begins at `start`, at most `end`."""
    if "put" in hit.cue.frames:
        return _number_end(reading, start, end)
    if hit.cue.frames & {"infinitive", "addressee_infinitive"} and "object" not in hit.cue.frames:
        return end
    if any(child.lower_ == "what" for child in hit.head.lefts):  # "what X called a last chance, weeks after ..."
        return next((i for i in range(start, end) if reading.doc[i].text == "," and reading.quote_at(i) is None), end)
    if hit.cue.claim_type in TURNED and _stands_alone(reading, start, end):
        return start + 1
    end = _afterthought(reading, start, end)
    end = min(
        _gapped(reading, hit, start, end), _gloss(reading, start, end), _contrast(reading, start, end), _explanation(reading, start, end)
    )
    return _occasion(reading, hit, start, end)


def _stands_alone(reading: Reading, start: int, end: int) -> bool:
    """Whether a pronoun is all of the object: "denied it the same evening", "rejected that on Friday"."""
    return (
        start + 1 < end
        and reading.doc[start].lower_ in {"it", "that", "this", "them"}
        and reading.doc[start + 1].lower_ not in {"as", "was", "is"}
        and reading.doc[start + 1].pos_ in {"ADP", "DET", "ADV", "CCONJ", "SCONJ", "PROPN"}
    )


def _afterthought(reading: Reading, start: int, end: int) -> int:
    """Before the clause that says when: "asked for talks after two drones crashed", "..., four weeks after they signed"."""
    doc, is_verbal = reading.doc, False
    for i in range(start + 1, end - 2):
        is_verbal |= doc[i].tag_ in {"VB", "VBG"}  # "asked traders not to sell until ...": the clause may be that verb's
        if doc[i].lower_ not in AFTER or reading.quote_at(i) is not None or doc[i].dep_ not in {"mark", "advmod"}:
            continue
        if any(reading.is_finite(token) for token in doc[i + 1 : min(i + REACH, end)]):
            comma = next((j for j in range(i - 1, max(i - 6, start), -1) if doc[j].text == ","), None)
            if comma is not None and all(doc[j].pos_ in MEASURES for j in range(comma + 1, i)):
                return comma
            return end if is_verbal else i
    return end


def _number_end(reading: Reading, start: int, end: int) -> int:
    """Before the comma behind a number put, unless more numbers follow it ("38 dead, nine of them children, and 74 hurt")."""
    doc = reading.doc
    for i in range(start, end):
        if doc[i].text == "," and not any(token.like_num for token in doc[i + 1 : min(i + 3, end)]):
            return i
    return end


def _gloss(reading: Reading, start: int, end: int) -> int:
    """The comma before an apposition or a relative clause that takes the object's name up to the end, longer than the object itself."""
    doc = reading.doc
    for i in range(start + 1, end - 1):
        if doc[i].text != "," or reading.quote_at(i) is not None:
            continue
        after = doc[i + 1]
        is_opened = after.lower_ in RELATIVE or after.pos_ in {"DET", "NOUN", "PROPN", "PRON", "ADJ"}
        root = next((each for each in (after, *after.ancestors) if each.dep_ in GLOSSES and start <= each.head.i < i), None)
        if is_opened and root is not None and root.left_edge.i == i + 1 and root.right_edge.i >= end - 2 and end - i > i - start:
            return i
    return end


def _explanation(reading: Reading, start: int, end: int) -> int:
    """The colon before a clause that says why: "appealed for 40 million: thousands have fled"."""
    colons = (i for i in range(start + 1, end) if reading.doc[i].text == ":" and reading.quote_at(i) is None)
    return next((i for i in colons if any(reading.is_finite(t) and t.dep_ != "relcl" for t in reading.doc[i + 1 : end])), end)


def _gapped(reading: Reading, hit: CueHit, start: int, end: int) -> int:
    """The comma before another source with the cue's preposition alone: "admits to 14 dead, the rebels to six"."""
    preposition = hit.cue.words[-1] if len(hit.cue.words) == 2 else None
    for i in range(start + 1, end):
        mention = reading.actor_at(i + 2) if preposition and reading.doc[i].text == "," and i + 3 < end else None
        after = reading.tokens(mention.span)[1] if mention is not None else end
        if after < end and reading.doc[after].lower_ == preposition:
            return i
    return end


def _contrast(reading: Reading, start: int, end: int) -> int:
    """Before ", not to an ambush"."""
    doc = reading.doc
    return next((i for i in range(start + 1, end - 1) if doc[i].text == "," and doc[i + 1].lower_ in {"not", "without", "saying"}), end)


def _occasion(reading: Reading, hit: CueHit, start: int, end: int) -> int:
    """Before "in a report published last month": where the statement was made, which the parse hangs on the cue or on the object."""
    doc = reading.doc
    for i in range(max(start + 1, end - REACH), end - 1):
        if doc[i].lower_ not in OCCASIONS or doc[i].dep_ != "prep" or doc[i].right_edge.i < end - 2:
            continue
        place = child_of(doc[i], "pobj")
        if place is not None and _is_occasion(reading, place):
            return i
    return end


def _is_occasion(reading: Reading, place: Token) -> bool:
    lemma = place.lemma_.lower()
    is_one = any(child.lower_ in {"a", "an", "his", "her", "its", "their"} for child in place.children)
    return is_one and (lemma in reading.lexicon.words("document") or lemma in reading.lexicon.words("occasion"))
