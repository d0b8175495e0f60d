"""Quotations with nothing but a source and its verb behind them, whatever the verb: “Nonsense,” sniffed the minister."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from newspkg.extract.claims.contents.content import content_span
from newspkg.extract.claims.cues import Cue, CueHit
from newspkg.extract.claims.draft import Draft
from newspkg.extract.claims.speakers.speaker import THIRD, speaker_of
from newspkg.extract.tree import child_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from newspkg.extract.claims.quotes import Quote
    from newspkg.extract.claims.reading import Reading
    from newspkg.model import Span

INQUIT = Cue(("inquit",), "assertion", frozenset({"clause"}), "affirmed", "quote")
ENDS = frozenset({",", "!", "?", "…", "...", "—", "–"})  # before the closing mark, where the sentence goes on
MODIFYING = frozenset({"det", "compound", "amod", "poss", "nummod", "nmod", "case"})
LONGEST_SOURCE = 9  # tokens
LONGEST_INSERTION = 24  # tokens of a source and its apposition
DULL = frozenset({"be", "have", "do", "become", "seem", "read"})


def unclaimed(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts without those of this construction whose quotation another draft holds."""
    spans = sorted({span for draft in drafts if draft.hit.cue != INQUIT for span in draft.content})
    starts, ends = [span.start for span in spans], list(accumulate((span.end for span in spans), max))

    def is_held(span: Span) -> bool:
        at = bisect_right(starts, span.start)
        return bool(at and ends[at - 1] > span.start) or (at < len(starts) and starts[at] < span.end)

    return [draft for draft in drafts if draft.hit.cue != INQUIT or not is_held(draft.content[0])]


def find(reading: Reading) -> Iterator[Draft]:
    """A draft for each quotation that ends on a comma and has SOURCE VERB or VERB SOURCE right behind it."""
    for quote in reading.quotes:
        first, last = reading.tokens_of(quote)
        if quote.depth or not quote.is_closed or last <= first or reading.is_skipped(first) or not _goes_on(reading, last):
            continue
        found = _verb_and_source(reading, last + 1 + (reading.doc[last + 1].text in {",", "—", "–"}))
        draft = _draft(reading, quote, *found) if found is not None else None
        if draft is not None:
            yield draft


def _goes_on(reading: Reading, last: int) -> bool:
    """Whether the sentence goes on behind a quotation whose closing mark is token `last`."""
    doc = reading.doc
    return last + 3 < len(doc) and (doc[last - 1].text in ENDS or doc[last + 1].text in {",", "—", "–"}) and not doc[last + 1].is_space


def _verb_and_source(reading: Reading, start: int) -> tuple[Token, Token] | None:
    """The finite verb at or behind token `start` and the head of the noun phrase beside it, where they end a clause."""
    doc, stop = reading.doc, min(start + LONGEST_SOURCE, len(reading.doc))
    verb = next((doc[i] for i in range(start, stop) if doc[i].tag_ in {"VBD", "VBZ"}), None)
    if verb is None and (apart := _behind_apposition(reading, start)) is not None:
        return apart
    if verb is None or any(doc[i].is_punct or doc[i].tag_ in {"WP", "IN", "CC"} for i in range(start, verb.i)):
        return None
    if verb.lemma_ in {"be", "come"} and verb.i == start:
        return _maker(reading, _head(reading, verb.i + 1))
    source = _head(reading, verb.i + 1) if verb.i == start else _head(reading, start)
    if source is None or verb.lemma_ in DULL:
        return None
    end = max(source.i, verb.i) + 1
    is_closed = end < len(doc) and (doc[end].is_punct or doc[end].is_space or doc[end].tag_ in {"IN", "RB", "TO"})
    return (verb, source) if is_closed and (verb.i == start or source.i < verb.i) else None


def _behind_apposition(reading: Reading, start: int) -> tuple[Token, Token] | None:
    """The verb and the source of “Run,” NAME, a nurse in Gao, recounted: the tagger takes the verb for a participle."""
    end = reading.sentence(start)[1]
    near = reading.doc[start : min(end, start + LONGEST_INSERTION)]
    commas = [token.i for token in near if token.text == ","]
    verb = reading.doc[commas[1] + 1] if len(commas) == 2 and commas[1] + 1 < end else None
    if verb is None or verb.tag_ not in {"VBN", "VBD"} or any(reading.is_finite(token) for token in near if token.i != verb.i):
        return None
    source = _head(reading, start)
    return (verb, source) if source is not None and source.i < commas[0] else None


def _maker(reading: Reading, noun: Token | None) -> tuple[Token, Token] | None:
    """The noun and its source in “A farce,” was the verdict of SOURCE, “Never,” came SOURCE's reply."""
    if noun is None or not any(noun.lemma_.lower() in reading.lexicon.words(kind) for kind in ("noun", "utterance", "document")):
        return None
    of = next((child for child in noun.children if child.dep_ == "prep" and child.lower_ in {"of", "from", "by"}), None)
    source = child_of(noun, "poss") or (child_of(of, "pobj") if of is not None else None)
    return (noun, source) if source is not None else None


def _head(reading: Reading, i: int) -> Token | None:
    """The head of the noun phrase that begins at token `i`; a mention's last word where there is one."""
    if i >= len(reading.doc):
        return None
    mention = reading.actor_at(i)
    if mention is not None:
        return reading.doc[reading.tokens(mention.span)[1] - 1]
    token = reading.doc[i]
    while token.dep_ in MODIFYING and i < token.head.i < i + LONGEST_SOURCE:
        token = token.head
    return token if token.pos_ in {"NOUN", "PROPN"} or token.lower_ in THIRD else None


def _draft(reading: Reading, quote: Quote, verb: Token, source: Token) -> Draft | None:
    speaker = speaker_of(reading, source)
    span = content_span(reading, *reading.tokens_of(quote))
    is_person = speaker is not None and (speaker.actor_id is not None or source.lower_ in THIRD or source.pos_ in {"NOUN", "PROPN"})
    return Draft(CueHit(INQUIT, verb, verb.i, verb.i + 1), speaker, (span,)) if speaker and is_person and span else None
