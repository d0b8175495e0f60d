"""Labels that attribute: "MINISTER: We will answer." in transcripts and feeds, "Quote from X: ..."."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newspkg.extract.claims.contents.content import body_start, content_span
from newspkg.extract.claims.cues import Cue, CueHit
from newspkg.extract.claims.draft import Draft, Speaker

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newspkg.extract.claims.reading import Reading
    from newspkg.model import ActorMention

LABEL = re.compile(
    r"[ \t*_>•-]{0,6}(?:\d{1,2}[:.]\d{2} {1,2}[-–—|]? ?)?(?:\[[^\]\n]{1,20}\] ?)?"
    r"([^\n:“\"]{2,70}?)(?:,? \(?\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?\)?)?[*_ ]{0,2}:[*_]{0,2}[ \t]{1,4}"
)
SPOKEN = Cue(("label",), "assertion", frozenset({"colon"}), "affirmed", "")
QUOTED = re.compile(r"(?i)\b(?:quote|quotes|statement|comment|post|message)\b(?: \w+)? (?:from|by|of)\b")
SPEAKERS = frozenset({"person", "government", "military", "armed_group", "company", "ngo", "party", "igo", "media", "other"})
OWN = frozenset({"we", "our", "i", "my", "us"})
TAIL = re.compile(r"(?:: | [–—-] )([^:–—,.;!?“”\"]{2,50})$")
LONGEST_HEADLINE = 160  # characters
LONGEST_LABEL = 9  # tokens
LONGEST_SOURCE = 5  # words
LONGEST_REST = 3  # words of a label that are not the actor's name


def find(reading: Reading) -> Iterator[Draft]:
    yield from _of_quotes(reading)
    start = 0
    for line in reading.text.split("\n"):
        labelled = list(_of_line(reading, start, line))
        tail = _of_tail(reading, start, line) if not labelled else None
        yield from labelled if tail is None else [tail]
        start += len(line) + 1


def _of_quotes(reading: Reading) -> Iterator[Draft]:
    """ "The prime minister: “We are ready.”" - a sentence that is a source, a colon and a quotation."""
    for quote in reading.quotes:
        first, last = reading.tokens_of(quote)
        colon = first - 2
        if quote.depth or colon < 1 or reading.doc[colon].text != ":" or reading.is_skipped(colon):
            continue
        start, _ = reading.sentence(colon)
        label = reading.doc[start:colon]
        at_line_start = not start or "\n" in reading.doc[start - 1].text
        if at_line_start or not 0 < len(label) <= LONGEST_LABEL or any(token.pos_ in {"VERB", "AUX"} or token.is_punct for token in label):
            continue
        speaker = _labelled(reading, start, colon)
        span = content_span(reading, first, last)
        if speaker is not None and span is not None:
            yield Draft(CueHit(SPOKEN, reading.doc[start], start, colon), speaker, (span,))


def _labelled(reading: Reading, start: int, end: int) -> Speaker | None:
    """Who a label names: an actor's mention, or a noun for a source."""
    mention = next((found for i in range(end - 1, start - 1, -1) if (found := reading.actor_at(i)) is not None), None)
    if mention is not None and mention.is_named:
        return Speaker(mention.span, mention.actor_id)
    is_source = reading.doc[end - 1].lemma_.lower() in reading.lexicon.words("source")
    return Speaker(reading.span(start, end), None) if is_source else None


def _of_line(reading: Reading, start: int, line: str) -> Iterator[Draft]:
    match = LABEL.match(line)
    if match is None or not line[match.end() :].strip():
        return
    first, last = reading.tokens_between(start + match.start(1), start + match.end(1))
    is_clause = any(reading.is_finite(token) for token in reading.doc[first:last]) and not QUOTED.search(match.group(1))
    if last <= first or reading.is_skipped(first) or is_clause:
        return
    mention = next((found for i in range(first, last) if (found := reading.actor_at(i)) is not None and found.is_named), None)
    body_first, body_last = reading.tokens_between(start + match.end(), start + len(line))
    if mention is None or not _speaks(reading, mention, match.group(1), body_first, body_last):
        return
    turns = [
        (mention, first, last, body_first),
        *((who, low, high, high + 1) for who, low, high in _replies(reading, body_first, body_last)),
    ]
    for (who, low, high, begin), end in zip(turns, [*(low for _, low, _, _ in turns[1:]), body_last], strict=True):
        span = content_span(reading, begin, end)
        if span is not None:
            yield Draft(CueHit(SPOKEN, reading.doc[low], low, high), Speaker(who.span, who.actor_id), (span,))


def _replies(reading: Reading, first: int, last: int) -> Iterator[tuple[ActorMention, int, int]]:
    """The further labels of a line: "Hamas: we hit a base. Israel: you did not"."""
    for i in range(first + 2, last - 2):
        mention = reading.actor_at(i)
        if mention is None or not mention.is_named or reading.doc[i - 1].text not in {".", "!", ";", "?"}:
            continue
        low, high = reading.tokens(mention.span)
        if low == i and high < last - 1 and reading.doc[high].text == ":" and reading.quote_opening(high + 1) is None:
            yield mention, low, high


def _of_tail(reading: Reading, start: int, line: str) -> Draft | None:
    """ "Two hurt in raid: police", "Two hurt in raid – state media": a headline with its source at the end."""
    match = TAIL.search(line) if len(line) < LONGEST_HEADLINE else None
    if match is None or len(match.group(1).split()) > LONGEST_SOURCE or not line[: match.start()].strip():
        return None
    first, last = reading.tokens_between(start + match.start(1), start + match.end(1))
    low, high = reading.tokens_between(start, start + match.start())
    if last <= first or reading.is_skipped(first) or not any(t.pos_ == "VERB" or reading.is_finite(t) for t in reading.doc[low:high]):
        return None
    mention = next((found for i in range(first, last) if (found := reading.actor_at(i)) is not None), None)
    covers = mention is not None and reading.tokens(mention.span)[1] == last and mention.kind in SPEAKERS
    if not covers and reading.doc[last - 1].lemma_.lower() not in reading.lexicon.words("source"):
        return None
    speaker = Speaker(mention.span, mention.actor_id) if mention is not None and covers else Speaker(reading.span(first, last), None)
    span = content_span(reading, body_start(reading, low, high), high)
    return Draft(CueHit(SPOKEN, reading.doc[first], first, last), speaker, (span,)) if span else None


def _speaks(reading: Reading, mention: ActorMention, label: str, first: int, last: int) -> bool:
    """Whether a label is its actor's, and what follows is said rather than told of it."""
    if last <= first or reading.doc[last - 1].text == "?":
        return False
    quoted = reading.quote_opening(first) is not None
    rest = label.replace(mention.span.of(reading.text), "")
    if QUOTED.search(label):
        return True
    if len(re.findall(r"\w+", rest)) > LONGEST_REST or "'s" in rest or "’s" in rest:
        return False
    if mention.kind in SPEAKERS:
        return quoted or _is_statement(reading, first, last)
    return quoted or any(token.lower_ in OWN for token in reading.doc[first : min(last, first + 6)])


def _is_statement(reading: Reading, first: int, last: int) -> bool:
    tokens = reading.doc[first:last]
    return any(token.pos_ == "VERB" or reading.is_finite(token) or reading.quote_opening(token.i) is not None for token in tokens)
