"""Noun phrases as attributions use them: from a head to the tokens that name it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

    from newspkg.extract.claims.reading import Reading

MODIFYING = frozenset({"det", "amod", "compound", "poss", "nummod"})
STOPS = frozenset(',;:()[]—–“”"‘«»')


def noun_phrase(reading: Reading, head: Token) -> tuple[int, int]:
    """The tokens of the noun phrase of `head`: its modifiers, prepositional and unmarked relative ones too, up to a comma or a conjunct."""
    start, end = head.i, head.i + 1
    low, high = head.left_edge.i, head.right_edge.i
    while start > low and not _stops(reading.doc[start - 1]):
        start -= 1
    while end <= high and not _stops(reading.doc[end]) and not _conjoined(reading.doc[end], head):
        end += 1
    mention = reading.actor_at(head.i)
    if mention is not None:
        first, last = reading.tokens(mention.span)
        start, end = min(start, first), max(end, last)
        while start and reading.doc[start - 1].dep_ in MODIFYING and start <= reading.doc[start - 1].head.i < end:
            start -= 1
    return _past_time(reading, start, head.i), end


def with_conjuncts(reading: Reading, head: Token) -> tuple[int, int]:
    """The noun phrase of `head` with the bare nouns joined to it by "and": "officials and medics"."""
    start, end = noun_phrase(reading, head)
    for child in head.children:
        if child.dep_ == "conj" and child.pos_ == "NOUN" and child.left_edge.i == child.i and 1 <= child.i - end <= 2:
            end = child.i + 1
    return start, end


def _past_time(reading: Reading, start: int, head: int) -> int:
    """Behind the time of day that stands before an entry of a feed ("13:05 Residents")."""
    first = reading.doc[start].text
    at_line_start = not start or "\n" in reading.doc[start - 1].text
    return start + 1 if at_line_start and start < head and first[:1].isdigit() and ":" in first else start


def _stops(token: Token) -> bool:
    return token.text in STOPS or token.is_space


def _conjoined(token: Token, head: Token) -> bool:
    return token.head == head and token.dep_ in {"cc", "conj", "preconj"}


def named_behind(reading: Reading, end: int) -> Token | None:
    """The head of a person's name between commas that ends right before token `end`: "a nurse, Amna Idris, said"."""
    if end < 3 or reading.doc[end - 1].text != ",":
        return None
    mention = reading.actor_at(end - 2)
    if mention is None or mention.kind != "person" or not mention.is_named:
        return None
    first, last = reading.tokens(mention.span)
    if last == end - 1 and any(token.text == "," for token in reading.doc[first:last]):  # the mention holds the title too
        return reading.doc[last - 1]
    if last != end - 1 or first < 2 or reading.doc[first - 1].text != "," or reading.is_finite(reading.doc[first - 2]):
        return None
    return reading.doc[last - 1]


def past_bracket(reading: Reading, i: int) -> int:
    """Past "(OFAC)" behind a name."""
    if i >= len(reading.doc) or reading.doc[i].text != "(":
        return i
    return next((j + 1 for j in range(i, min(i + 6, len(reading.doc))) if reading.doc[j].text == ")"), i)
