"""Phrases that frame a whole clause: "according to X", "in X's view", "by X's count"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newspkg.extract.claims.contents.content import body_start, content_span
from newspkg.extract.claims.cues import SLOT, CueHit, matched
from newspkg.extract.claims.draft import Draft
from newspkg.extract.claims.speakers.phrase import noun_phrase, past_bracket
from newspkg.extract.claims.speakers.shared import is_past
from newspkg.extract.claims.speakers.speaker import OWNING, speaker_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from newspkg.extract.claims.cues import Cue
    from newspkg.extract.claims.reading import Reading
    from newspkg.model import Span

LONGEST_OWNER = 10  # tokens between "by" and the noun of "by X's count"
RELATIVE = frozenset({"who", "which", "whose"})
CLAUSE_ENDS = frozenset({",", ";", "—", "–", "("})


def find(reading: Reading) -> Iterator[Draft]:
    for token in reading.doc:
        if reading.is_skipped(token.i):
            continue
        for cue in reading.lexicon.starting("framing", token.lower_):
            draft = _framed(reading, token, cue)
            if draft is not None:
                yield draft
                break


def _framed(reading: Reading, token: Token, cue: Cue) -> Draft | None:
    owned = _owned(reading, token, cue) if SLOT in cue.words else _plain(reading, token, cue)
    if owned is None:
        return None
    source, cue_end, after = owned
    speaker = speaker_of(reading, source)
    if speaker is None or (cue.words == ("per",) and speaker.actor_id is None):
        return None
    content = _content(reading, cue, token.i, after)
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


def _owned(reading: Reading, token: Token, cue: Cue) -> tuple[Token, int, int] | None:
    """ "by SOURCE's count": the tail of the phrase within reach, an owner between."""
    tail = cue.words[cue.words.index(SLOT) + 1 :]
    doc = reading.doc
    for i in range(token.i + 1, min(token.i + LONGEST_OWNER, len(doc))):
        if doc[i].text in CLAUSE_ENDS or doc[i].text == ".":
            return None
        end = matched(doc, i, tail)
        owner = doc[i - 1] if end is not None else None
        if end is None or owner is None:
            continue
        if cue.words[0] in {"as", "to"} and owner.pos_ in {"NOUN", "PROPN", "PRON"}:  # "as X put it"
            return owner, end, end
        if owner.lower_ in {"'s", "’s", "'", "’"}:
            return doc[i - 2], end, end
        if owner.lower_ in OWNING:
            return owner, end, end
    return None


def _content(reading: Reading, cue: Cue, first: int, after: int) -> tuple[Span, ...]:
    start, end = reading.sentence(first)
    begin = body_start(reading, start, end)
    if first <= begin + 1:
        return _only(content_span(reading, after, _clause_stop(reading, after, end)))
    quote = reading.quote_opening(after + 1) if after + 1 < end and reading.doc[after].text == "," else None
    if quote is not None and SLOT in cue.words:  # ", as X put it, “...”"
        return _only(content_span(reading, after + 1, reading.tokens_of(quote)[1] + 1))
    span = content_span(reading, _left_bound(reading, begin, first), first)
    more = _more(reading, span, after, end)
    return (*_only(span), *more)


def _left_bound(reading: Reading, start: int, first: int) -> int:
    """Behind a semicolon; behind the relative pronoun in "which, according to SOURCE, used gas"."""
    if reading.doc[first - 2].lower_ in RELATIVE and reading.doc[first - 1].text == "," and first - 2 > start:
        return first
    return next((i + 1 for i in range(first - 1, start, -1) if reading.doc[i].text == ";" and reading.quote_at(i) is None), start)


def _clause_stop(reading: Reading, after: int, end: int, marks: str = ";") -> int:
    return next((i for i in range(after, end) if reading.doc[i].text in marks and reading.quote_at(i) is None), end)


def _more(reading: Reading, span: Span | None, after: int, end: int) -> tuple[Span, ...]:
    """The rest of a clause that the phrase interrupts: where no verb stands before it."""
    if after >= end - 1 or reading.doc[after].text != ",":
        return ()
    if span is None:
        return _only(content_span(reading, after + 1, _clause_stop(reading, after + 1, end, ";:,")))
    if reading.doc[after + 1].lower_ in RELATIVE or (_is_whole(reading, span, after) and not _shares_subject(reading, span, after + 1)):
        return ()
    return _only(content_span(reading, after + 1, _clause_stop(reading, after + 1, end, ";:")))


def _shares_subject(reading: Reading, span: Span, i: int) -> bool:
    """Whether the clause goes on with a further predicate: "had attacked twice, according to X, and left 30 dead"."""
    doc = reading.doc
    if doc[i].lower_ not in {"and", "but"} or i + 1 >= len(doc):
        return False
    verb = next((doc[j] for j in range(i + 1, min(i + 3, len(doc))) if doc[j].pos_ != "ADV"), doc[i])
    first, last = reading.tokens(span)
    is_verb = reading.is_finite(verb) or (is_past(verb) and verb.tag_ == "VBN")
    return is_verb and reading.verb_at(verb.i) is None and any(reading.is_finite(token) for token in doc[first:last])


def _is_whole(reading: Reading, span: Span, after: int) -> bool:
    """Whether a finite verb stands in the span, other than an auxiliary cut off from its verb ("were, according to X, invented")."""
    first, last = reading.tokens(span)
    tail = reading.doc[last - 1]
    is_cut = tail.pos_ == "AUX" and tail.head.i > after
    return not is_cut and any(reading.is_finite(token) for token in reading.doc[first:last])


def _only(span: Span | None) -> tuple[Span, ...]:
    return () if span is None else (span,)
