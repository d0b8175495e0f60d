"""Where a statement that follows its cue ends: before what the cue's own clause goes on with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newspkg.extract.claims.contents.content import TRIMMED
from newspkg.extract.claims.speakers.shared import JOINING, is_followed, is_of_tense

if TYPE_CHECKING:
    from spacy.tokens import Token

    from newspkg.extract.claims.cues import CueHit
    from newspkg.extract.claims.reading import Reading


SHIFTED = frozenset({"had", "would", "could", "might", "'d", "was", "were"})  # what a past cue makes of the tenses of what is said


def right_end(reading: Reading, hit: CueHit, start: int, end: int, is_list: bool = False) -> int:
    """Where a statement that follows its cue ends: before what the cue's own clause goes on with. Semicolons part the items of a list."""
    doc = reading.doc
    end = max(start, min([end, *(cut for cut in (*reading.cuts, *reading.breaks) if cut > start), _governor(reading, hit, start)]))
    if hit.is_participle and not any(reading.is_finite(token) for token in doc[reading.sentence(hit.head.i)[0] : hit.head.i]):
        end = next((i for i in range(start + 1, end) if doc[i].text == "," and reading.quote_at(i) is None), end)
    limit = end
    for i in range(start + 1, end):
        inside = reading.quote_at(i)
        if inside is not None and reading.quote_at(hit.head.i) != inside:
            continue
        if doc[i].text == ";" and not is_list and not (i + 1 < end and doc[i + 1].lower_ == "that"):
            limit = i
            break
        if (
            _resumes(reading, hit, i)
            or _goes_on(reading, hit, start, i)
            or _is_other_source(reading, hit, i)
            or _contrasts(reading, hit, i)
        ):
            limit = i
            break
    while limit > start + (doc[start].lower_ == "that") and (
        doc[limit - 1].text in TRIMMED or doc[limit - 1].lower_ in {"and", "but", "while", "or"}
    ):
        limit -= 1
    return limit


def _governor(reading: Reading, hit: CueHit, start: int) -> int:
    """Where the clause goes on that a relative clause with the cue interrupts ("Rwanda, which denies backing them, welcomed ...")."""
    verb = hit.head
    while verb.dep_ == "conj":
        verb = verb.head
    if verb.dep_ == "csubj" and verb.head.i > start:  # "What X calls a defence looks like ..."
        return min([verb.head.i, *(child.i for child in verb.head.children if child.dep_ in {"aux", "neg"} and child.i > start)])
    if verb.dep_ == "advcl" and verb.head.i > start:  # "While X says the raid failed, Y reports a fire"
        main = next((child for child in verb.head.lefts if child.dep_ in {"nsubj", "nsubjpass"} and child.i > start), None)
        return main.left_edge.i - 1 if main is not None and reading.doc[main.left_edge.i - 1].text == "," else len(reading.doc)
    above = verb.head.head
    if verb.dep_ != "relcl" or above.pos_ not in {"VERB", "AUX"} or above.i <= start or verb.head.dep_ not in {"nsubj", "nsubjpass"}:
        return len(reading.doc)
    return min([above.i, *(child.i for child in above.children if child.dep_ in {"aux", "auxpass", "neg", "advmod"} and child.i > start)])


def _resumes(reading: Reading, hit: CueHit, i: int) -> bool:
    """Whether token `i` begins a further predicate or an adverbial clause of the cue's verb, or another cue of the same source."""
    doc, token = reading.doc, reading.doc[i]
    before = doc[i - 1]
    if hit.is_participle and token.dep_ == "cc" and before.text == "," and token.head.is_ancestor(hit.head):
        return True
    if token.dep_ == "cc" and token.head == hit.head and not doc[i + 1].like_num:
        return any(child.dep_ == "conj" and child.i > i and _is_alike(reading, child, hit.head) for child in hit.head.children)
    if before.text == "," and token.tag_ == "VBG" and token.dep_ != "amod" and reading.verb_at(i) is not None:
        return True
    if before.lower_ in {"and", "but"} and token.tag_ in {"VBD", "VBZ", "VBG"} and token.tag_ == hit.head.tag_:
        return reading.verb_at(i) is not None
    if _begins_series(reading, hit, i):
        return True
    if before.text == "," and token.lower_ in {"while", "whereas", "although", "though"} and token.dep_ in {"mark", "advmod"}:
        return token.head.head == hit.head
    return before.text in {"—", "–"} and token.lower_ in {"but", "and", "which", "though"} and token.head == hit.head


def _begins_series(reading: Reading, hit: CueHit, i: int) -> bool:
    """Whether a further cue of the same tense begins behind a comma: "said that A, denied B, and vowed to C"."""
    doc, token = reading.doc, reading.doc[i]
    j = i - 1
    while j > hit.end and doc[j].lower_ in JOINING:
        j -= 1
    if doc[j].text != "," or not is_of_tense(token, hit.head):
        return False
    further = reading.verb_at(i)
    return further is not None and is_followed(reading, further)


def _goes_on(reading: Reading, hit: CueHit, start: int, i: int) -> bool:
    """Whether the cue's subject does something more behind "and": "called the missile unique and ordered a hundred"."""
    doc, token = reading.doc, reading.doc[i]
    if (
        doc[i - 1].lower_ not in {"and", "but", "then"}
        or not is_of_tense(token, hit.head)
        or i + 1 >= len(doc)
        or doc[i + 1].lower_ == "by"
    ):
        return False
    if token.tag_ == "VBN" and not any(child.dep_ in {"dobj", "xcomp", "ccomp"} for child in token.children):
        return False
    tenses = [each for each in doc[start : i - 1] if reading.is_finite(each)]
    if doc[i - 2].text == "," and token.tag_ == "VBD" and token.lemma_ not in {"have", "be"}:
        return all(each.lower_ in SHIFTED for each in tenses) and not any(child.dep_ in {"nsubj", "nsubjpass"} for child in token.children)
    return not tenses


def _is_other_source(reading: Reading, hit: CueHit, i: int) -> bool:
    """Whether another source speaks from token `i` on: "said the jets had left, while Norway called for calm"."""
    doc, other = reading.doc, reading.sources.get(i + 1)
    is_joined = doc[i].lower_ in {"and", "but", "while", "whereas", "though", "although"} and doc[i - 1].text == ","
    return is_joined and other is not None and other.i > hit.head.i and is_of_tense(other, hit.head)


def _contrasts(reading: Reading, hit: CueHit, i: int) -> bool:
    """Whether the article goes on in its own words: "said there was no shortage, yet depots have begun to close"."""
    doc = reading.doc
    if doc[i].lower_ not in {"but", "yet", "though", "although"} or doc[i - 1].text != "," or hit.head.tag_ != "VBD":
        return False
    end = reading.sentence(hit.head.i)[1]
    verb = next((token for token in doc[i + 1 : end] if reading.is_finite(token)), None)
    return verb is not None and verb.tag_ in {"VBZ", "VBP"}


def _is_alike(reading: Reading, verb: Token, other: Token) -> bool:
    return verb.tag_ == other.tag_ or reading.is_finite(verb) or any(child.dep_ in {"aux", "auxpass"} for child in verb.children)
