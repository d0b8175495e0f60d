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
        found = (
            _by_position(reading, hit, start, end)
            or _inherited(verb)
            or _before_comma(reading, hit, start, end)
            or _over_insertion(reading, hit, start, end)
            or _over_relative(reading, hit, start, end)
        )
    elif found.i < verb.i:
        found = _inverted(reading, hit, found, end) or _closer(reading, hit, found, start) or found
    return found if found is not None and start <= found.i < end else None


def _inverted(reading: Reading, hit: CueHit, subject: Token, end: int) -> Token | None:
    """The source in "The rebels, writes SOURCE, hold the town", where the parse takes what is spoken of for the subject."""
    if subject.i != hit.start - 2 or reading.doc[hit.start - 1].text != ",":
        return None
    after = _head_at(reading, hit.end, hit.end, end)
    return after if after is not None and _is_parenthesis(reading, hit, after, end) else None


def _closer(reading: Reading, hit: CueHit, subject: Token, start: int) -> Token | None:
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


def _before_comma(reading: Reading, hit: CueHit, start: int, end: int) -> Token | None:
    """The phrase that a participle of saying behind a comma qualifies."""
    i = hit.head.i - 1
    is_apart = hit.head.tag_ == "VBG" and i > start and reading.doc[i].text == ","
    return _head_at(reading, i - 1, start, end) if is_apart else None


def _of_earlier_cue(reading: Reading, verb: Token, start: int) -> Token | None:
    """A participle of saying behind a comma goes on with the last finite cue of its sentence."""
    for i in range(verb.i - 1, start - 1, -1):
        token = reading.doc[i]
        if (
            token.tag_ in {"VBD", "VBZ", "VBP"}
            and reading.quote_at(i) == reading.quote_at(verb.i)
            and reading.lexicon.verb_at(reading.doc, i)
        ):
            return _own(token) or _inherited(token)
    return None


def _own(verb: Token) -> Token | None:
    return min((child for child in verb.children if child.dep_ in SUBJECTS), key=lambda child: abs(child.i - verb.i), default=None)


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
    if after is not None and (after.dep_ not in {"dobj", "pobj", "dative"} or _is_parenthesis(reading, hit, after, end)):
        return after
    return _behind_apposition(reading, i, start, end)


def _over_insertion(reading: Reading, hit: CueHit, start: int, end: int) -> Token | None:
    """ "The envoy, citing a report, called for" - the sentence's first phrase, where no finite verb comes between."""
    doc = reading.doc
    if hit.head.tag_ not in {"VBD", "VBZ", "VBP"} or hit.start - 1 <= start or doc[hit.start - 1].text != ",":
        return None
    first = next((i for i in range(start, hit.start) if doc[i].text == ","), hit.start - 1)
    if first >= hit.start - 2 or doc[first + 1].tag_ not in {"VBG", "VBN", "IN", "WP", "WDT"}:
        return None
    if any(reading.is_finite(token) for token in doc[start:first]) or doc[start].pos_ in {"ADP", "SCONJ", "ADV", "VERB"}:
        return None
    return next(
        (token for token in doc[start:first] if token.pos_ in {"NOUN", "PROPN"} and token.dep_ not in {"pobj", "compound", "poss"}), None
    )


def _over_relative(reading: Reading, hit: CueHit, start: int, end: int) -> Token | None:
    """ "A source who feared reprisals told of": the phrase before "who", where a finite verb stands between."""
    doc, low = reading.doc, max(start, hit.start - 20)
    who = next((i for i in range(hit.start - 1, low, -1) if doc[i].lower_ == "who"), None)
    if who is None or any(reading.is_finite(token) or token.is_punct for token in doc[low:who]):
        return None
    between = [token for token in doc[who + 1 : hit.start] if reading.is_finite(token)]
    is_main = hit.head.tag_ in {"VBD", "VBZ", "VBP"} and len(between) == 1 and not any(t.pos_ == "CCONJ" for t in doc[who : hit.start])
    return _head_at(reading, who - 1, start, end) if is_main else None


def _is_parenthesis(reading: Reading, hit: CueHit, after: Token, end: int) -> bool:
    """ ", writes SOURCE," - verb and source alone between commas."""
    clausal = hit.cue.frames & {"clause", "addressee_clause"}
    return bool(clausal) and (after.i + 1 >= end or reading.doc[after.i + 1].text in {",", ".", ";", ":", "—", "–"})


def _behind_apposition(reading: Reading, i: int, start: int, end: int) -> Token | None:
    """ "its governor, NAME, said": the name between commas right before the verb."""
    if i - 1 <= start or reading.doc[i].text != ",":
        return None
    mention = reading.actor_at(i - 1)
    head = _head_at(reading, i - 1, start, end)
    if mention is None or mention.kind != "person" or head is None:
        return None
    first = reading.tokens(mention.span)[0]
    return head if first > start and reading.doc[first - 1].text == "," else None


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
