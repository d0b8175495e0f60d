"""The subject of a cue by position, where the parse does not see it: before the verb, behind it, over insertions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newspkg.extract.claims.speakers.phrase import named_behind

if TYPE_CHECKING:
    from spacy.tokens import Token

    from newspkg.extract.claims.cues import CueHit
    from newspkg.extract.claims.reading import Reading

INSERTED = frozenset({"VBG", "VBN", "VBD", "IN", "WP", "WDT"})  # behind a subject's comma a past tense is a participle
LONGEST_CLAUSE = 25  # tokens of a relative clause between a subject and its verb
SKIPPED = frozenset({"AUX", "ADV", "PART", "INTJ"})


def inverted(reading: Reading, hit: CueHit, subject: Token, end: int) -> Token | None:
    """The source in "The rebels, writes SOURCE, hold the town", where the parse takes what is spoken of for the subject."""
    if subject.i != hit.start - 2 or reading.doc[hit.start - 1].text != ",":
        return None
    after = _head_at(reading, hit.end, hit.end, end)
    return after if after is not None and _is_parenthesis(reading, hit, after, end) else None


def closer(reading: Reading, hit: CueHit, subject: Token, start: int) -> Token | None:
    """The phrase between the last comma and the verb, where the parse takes one before the comma for the subject."""
    i = hit.start - 1
    while i > start and reading.doc[i].pos_ in SKIPPED:
        i -= 1
    low = next((j for j in range(i, start, -1) if reading.doc[j].text in {",", "”", '"', "»"} or reading.is_finite(reading.doc[j])), start)
    if low <= subject.i or low == i or reading.is_finite(reading.doc[low]):
        return None
    near = reading.doc[low + 1 : i + 1]
    return next(
        (
            token
            for token in near
            if token.pos_ in {"NOUN", "PROPN"} and (token.dep_ == "appos" or (token.dep_ == "conj" and not subject.is_ancestor(token)))
        ),
        None,
    )


def before_comma(reading: Reading, hit: CueHit, start: int, end: int) -> Token | None:
    """The phrase that a participle of saying behind a comma qualifies."""
    i = hit.head.i - 1
    is_apart = hit.is_participle and i > start and reading.doc[i].text == ","
    return _head_at(reading, i - 1, start, end) if is_apart else None


def by_position(reading: Reading, hit: CueHit, start: int, end: int) -> Token | None:
    """The phrase right before a finite verb, or right after one that follows a comma or a quotation."""
    if hit.head.tag_ not in {"VBD", "VBZ", "VBP"} and not any(child.dep_ == "aux" for child in hit.head.children):
        return None
    i = hit.start - 1
    while i >= start and reading.doc[i].pos_ in SKIPPED:
        i -= 1
    before = _head_at(reading, i, start, end)
    if before is not None:
        return _first_of(reading, before, start, end)
    named = named_behind(reading, i + 1)
    if named is not None:
        return named
    if i >= start and not reading.doc[i].is_punct and not reading.doc[i].is_quote:
        return None
    after = _head_at(reading, hit.end, start, end)
    if after is None or after.lemma_.lower() in reading.lexicon.words("audience"):
        return None
    return after if after.dep_ not in {"dobj", "pobj", "dative"} or _is_parenthesis(reading, hit, after, end) else None


def _first_of(reading: Reading, last: Token, start: int, end: int) -> Token:
    """The first of "local media and an aid worker", where the parse does not join them."""
    low = last.left_edge.i
    if low - 2 < start or reading.doc[low - 1].lower_ != "and":
        return last
    return _head_at(reading, low - 2, start, end) or last


def over_insertion(reading: Reading, hit: CueHit, start: int, end: int) -> Token | None:
    """ "The envoy, citing a report, called for" - the sentence's first phrase, where no finite verb comes between."""
    doc = reading.doc
    if hit.head.tag_ not in {"VBD", "VBZ", "VBP"} or hit.start - 1 <= start or doc[hit.start - 1].text != ",":
        return None
    first = next((i for i in range(start, hit.start) if doc[i].text == ","), hit.start - 1)
    is_one_word = first == hit.start - 3
    if first >= hit.start - 2 or not (is_one_word or doc[first + 1].tag_ in INSERTED):
        return None
    if any(reading.is_finite(token) for token in doc[start:first]) or doc[start].pos_ in {"ADP", "SCONJ", "ADV", "VERB"}:
        return None
    return next(
        (token for token in doc[start:first] if token.pos_ in {"NOUN", "PROPN"} and token.dep_ not in {"pobj", "compound", "poss"}), None
    )


def over_relative(reading: Reading, hit: CueHit, start: int, end: int) -> Token | None:
    """ "A source who feared reprisals told of": the phrase before "who", where a finite verb stands between."""
    doc, low = reading.doc, max(start, hit.start - 20)
    who = next((i for i in range(hit.start - 1, low, -1) if doc[i].lower_ == "who"), None)
    if who is None:
        return None
    low = next((i + 1 for i in range(who - 1, low, -1) if doc[i].text in {",", "”", '"', "»"}), low)
    if any(reading.is_finite(token) or token.is_punct for token in doc[low:who]):
        return None
    between = [token for token in doc[who + 1 : hit.start] if reading.is_finite(token)]
    is_main = hit.head.tag_ in {"VBD", "VBZ", "VBP"} and len(between) == 1 and not any(t.pos_ == "CCONJ" for t in doc[who : hit.start])
    return _head_at(reading, who - 1, start, end) if is_main else None


def over_clause(reading: Reading, hit: CueHit, start: int, end: int) -> Token | None:
    """The phrase before a relative clause between commas that ends right before the verb: "and Oman, which hosts the talks, called"."""
    doc = reading.doc
    if hit.start - 4 <= start or doc[hit.start - 1].text != "," or hit.head.tag_ not in {"VBD", "VBZ", "VBP"}:
        return None
    low = max(start, hit.start - LONGEST_CLAUSE)
    which = next((i for i in range(hit.start - 2, low, -1) if doc[i].lower_ in {"which", "who"} and doc[i - 1].text == ","), None)
    if which is None or which - 2 < start or any(doc[i].text == "," for i in range(which, hit.start - 1)):
        return None
    found = _head_at(reading, which - 2, start, end) if reading.is_finite(doc[which + 1]) else None
    while found is not None and found.dep_ == "pobj" and found.head.dep_ == "prep" and found.head.head.pos_ in {"NOUN", "PROPN"}:
        found = found.head.head
    return found


def _is_parenthesis(reading: Reading, hit: CueHit, after: Token, end: int) -> bool:
    """ ", writes SOURCE," - verb and source alone between commas."""
    clausal = hit.cue.frames & {"clause", "addressee_clause"}
    return bool(clausal) and (after.i + 1 >= end or reading.doc[after.i + 1].text in {",", ".", ";", ":", "—", "–"})


def _head_at(reading: Reading, i: int, start: int, end: int) -> Token | None:
    """The head of the nominal phrase that token `i` belongs to."""
    if not start <= i < end:
        return None
    mention = reading.actor_at(i)
    if mention is not None:
        first, last = reading.tokens(mention.span)
        return reading.doc[last - 1] if reading.doc[last - 1].pos_ in {"NOUN", "PROPN", "PRON"} else reading.doc[first]
    token = reading.doc[i]
    while (
        token.dep_ in {"det", "compound", "amod", "poss", "nummod", "nmod", "case"} and token.head != token and start <= token.head.i < end
    ):
        token = token.head
    return token if token.pos_ in {"NOUN", "PROPN"} or token.lower_ in {"he", "she", "it", "they"} else None
