"""Phrases that frame a whole clause: "according to X", "in X's view", "by X's count"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newspkg.extract.claims.contents.framed import framed
from newspkg.extract.claims.cues import SLOT, CueHit, matched, near_words
from newspkg.extract.claims.draft import Draft
from newspkg.extract.claims.speakers.phrase import noun_phrase, past_bracket
from newspkg.extract.claims.speakers.speaker import OWNING, speaker_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from newspkg.extract.claims.cues import Cue
    from newspkg.extract.claims.reading import Reading

    Owner = tuple[int, Token, bool]

LONGEST_OWNER = 10  # tokens between "by" and the noun of "by X's count"
CLAUSE_ENDS = frozenset({",", ";", "—", "–", "("})


def find(reading: Reading) -> Iterator[Draft]:
    for token in reading.doc:
        cues = reading.lexicon.starting("framing", token.lower_)
        if not cues or reading.is_skipped(token.i):
            continue
        near = near_words(reading.doc, token.i)
        cues = [cue for cue in cues if len(cue.words) == 1 or cue.words[1] == SLOT or cue.words[1] in near]
        owners = _owners(reading, token) if any(SLOT in cue.words for cue in cues) else ()
        drafts = (_framed(reading, token, cue, owners) for cue in cues)
        found = next((draft for draft in drafts if draft is not None), None)
        if found is not None:
            yield found


def _framed(reading: Reading, token: Token, cue: Cue, owners: Sequence[Owner]) -> Draft | None:
    owned = _owned(reading, cue, owners) if SLOT in cue.words else _plain(reading, token, cue)
    if owned is None:
        return None
    source, cue_end, after = owned
    speaker = speaker_of(reading, source)
    if speaker is None or (cue.words == ("per",) and speaker.actor_id is None):
        return None
    content = framed(reading, cue, token.i, after)
    return Draft(CueHit(cue, token, token.i, cue_end), speaker, content) if content else None


def _plain(reading: Reading, token: Token, cue: Cue) -> tuple[Token, int, int] | None:
    """ "according to SOURCE": the source, the cue's end, the phrase's end."""
    end = matched(reading.doc, token.i, cue.words)
    if end is None or end >= len(reading.doc):
        return None
    source = _source_from(reading, end)
    if source is None:
        return None
    last = noun_phrase(reading, source)[1]
    return source, end, past_bracket(reading, _past_apposition(reading, source, max(last, end + 1)))


def _source_from(reading: Reading, i: int) -> Token | None:
    """The head of the noun phrase that begins at token `i`."""
    doc = reading.doc
    mention = reading.actor_at(i)
    token = doc[i]
    while (
        token.dep_ in {"det", "amod", "compound", "nummod", "poss", "nmod", "advmod", "quantmod", "case"}
        and token.head.i > token.i
        and token.head.i - i < 12
    ):
        token = token.head
    if mention is not None and reading.actor_at(token.i) is None and token.dep_ not in {"pobj"}:
        return doc[reading.tokens(mention.span)[1] - 1]
    return token


def _past_apposition(reading: Reading, source: Token, end: int) -> int:
    """Past ", the head of X, better known as Y," or " — the head of X — "."""
    for child in source.children:
        if child.dep_ in {"appos", "relcl"} and end <= child.i and child.left_edge.i - end <= 2:
            end = max(end, child.right_edge.i + 1)
    return end


def _owners(reading: Reading, token: Token) -> tuple[Owner, ...]:
    """The sources that may stand between the first word of a phrase and its tail, with the tokens at which the tail would begin."""
    doc, found = reading.doc, []
    for i in range(token.i + 1, min(token.i + LONGEST_OWNER, len(doc))):
        if doc[i].text in CLAUSE_ENDS or doc[i].text == ".":
            break
        before = doc[i - 1]
        if before.lower_ in {"'s", "’s", "'", "’"}:
            found.append((i, doc[i - 2], True))
        elif before.lower_ in OWNING or before.pos_ in {"NOUN", "PROPN", "PRON"}:
            found.append((i, before, before.lower_ in OWNING))
    return tuple(found)


def _owned(reading: Reading, cue: Cue, owners: Sequence[Owner]) -> tuple[Token, int, int] | None:
    """ "by SOURCE's count", "as SOURCE put it": the source, and where the phrase ends."""
    tail = cue.words[cue.words.index(SLOT) + 1 :]
    is_clause = cue.words[0] in {"as", "to", "if"}
    for i, owner, is_possessive in owners:
        if (is_possessive or is_clause) and (end := matched(reading.doc, i, tail)) is not None:
            return owner, end, end
    return None
