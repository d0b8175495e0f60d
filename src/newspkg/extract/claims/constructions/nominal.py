"""Nouns that attribute: "the group's pledge to withdraw", "claims by bloggers that ...", "The ministry's tally: ..."."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newspkg.extract.claims.contents.complement import complement
from newspkg.extract.claims.contents.content import content_span
from newspkg.extract.claims.cues import SPEECH, CueHit
from newspkg.extract.claims.draft import Draft
from newspkg.extract.claims.speakers.speaker import speaker_of
from newspkg.extract.claims.speakers.subject import subject_of
from newspkg.extract.claims.veto import is_vetoed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from newspkg.extract.claims.cues import Cue
    from newspkg.extract.claims.reading import Reading
    from newspkg.model import Span


def find(reading: Reading) -> Iterator[Draft]:
    for token in reading.doc:
        if token.pos_ not in {"NOUN", "PROPN"} or reading.is_skipped(token.i):
            continue
        for kind, content in (("tally", _after_colon), ("noun", complement)):
            cue = reading.lexicon.noun_at(kind, token)
            draft = _draft(reading, token, cue, content(reading, token, cue)) if cue and not _is_phrased(reading, token) else None
            if draft is not None:
                yield draft
                break


def _is_phrased(reading: Reading, token: Token) -> bool:
    """Whether the noun is a part of a verbal cue ("expressed hope")."""
    hits = (reading.verb_at(i) for i in range(max(token.i - 4, 0), token.i))
    return any(hit is not None and hit.end > token.i for hit in hits)


def _draft(reading: Reading, token: Token, cue: Cue, content: tuple[Span, ...]) -> Draft | None:
    owner = _owner(reading, token) if content else None
    speaker = speaker_of(reading, owner) if owner is not None else None
    if speaker is not None and speaker.actor_id is None and " " not in content[0].of(reading.text):  # "villagers' pleas for help"
        return None
    if speaker is not None and owner is not None and speaker.actor_id is None and content[0].overlaps(speaker.span):
        speaker = replace(speaker, span=reading.span(owner.left_edge.i, owner.i + 1))
    if speaker is None or any(span.overlaps(speaker.span) for span in content):
        return None
    return Draft(CueHit(cue, token, token.i, token.i + 1), speaker, content)


def _owner(reading: Reading, token: Token) -> Token | None:
    """Whose the word is: "X's claim", "its claim", "the claim by X", "X issued a warning"."""
    maker = _maker(reading, token)
    for child in token.children:
        if child.dep_ == "poss":
            return maker if child.tag_ == "PRP$" and maker is not None else child
        if child.dep_ in {"prep", "agent"} and child.lower_ in {"by", "from"} and child.i == token.i + 1:
            return next((each for each in child.children if each.dep_ == "pobj"), None)
    before = reading.doc[token.i - 1] if token.i else None
    if before is not None and before.lower_ in {"'s", "’s"} and token.i > 1:
        return reading.doc[token.i - 2]
    return maker if token.head.lemma_.lower() in reading.lexicon.words("light") else None


def _maker(reading: Reading, token: Token) -> Token | None:
    """The subject of the verb that has the noun for its object, where the verb is said of it as a fact."""
    verb = token.head
    if token.dep_ != "dobj" or verb.pos_ != "VERB":
        return None
    hit = CueHit(reading.lexicon.starting("verb", "say")[0], verb, verb.i, verb.i + 1)
    return None if is_vetoed(reading, hit) else subject_of(reading, hit)


def _after_colon(reading: Reading, token: Token, cue: Cue) -> tuple[Span, ...]:
    _, end = reading.sentence(token.i)
    doc = reading.doc
    i = token.i + 1
    if i < end and doc[i].text != ":" and _colon_after_predicate(reading, token, end):
        i = next(j for j in range(i, end) if doc[j].text == ":")
    if i >= end - 1 or doc[i].text != ":" or _speaks_on(reading, i + 1, end):
        return ()
    span = content_span(reading, i + 1, end)
    return (span,) if span else ()


def _speaks_on(reading: Reading, start: int, end: int) -> bool:
    """Whether what follows a colon has a cue of its own: "gave another account: the man, they said, was a farmer"."""
    cues = (reading.verb_at(i) for i in range(start, end) if reading.is_finite(reading.doc[i]))
    return any(SPEECH in hit.cue.frames and reading.quote_at(hit.start) is None for hit in cues if hit is not None)


def _colon_after_predicate(reading: Reading, token: Token, end: int) -> bool:
    """ "Their tally keeps changing: ..." - one short clause of which the noun is the subject."""
    doc = reading.doc
    if token.dep_ not in {"nsubj"}:
        return False
    return any(
        doc[j].text == ":" and not any(doc[k].text in {",", ";"} for k in range(token.i, j))
        for j in range(token.i + 1, min(token.i + 9, end))
    )
