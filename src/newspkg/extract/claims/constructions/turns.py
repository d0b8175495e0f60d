"""Whose turn it is: the paragraphs of transcripts behind a speaker's label, the posts of feeds under an account's name."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from newspkg.extract.claims.constructions.labels import SPOKEN
from newspkg.extract.claims.contents.content import content_span
from newspkg.extract.claims.cues import CueHit
from newspkg.extract.claims.draft import Draft, Speaker

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newspkg.extract.claims.reading import Reading

NAME = r"[A-Z][\w.’'-]{0,24}(?: [A-Z(][\w.’')-]{0,24}){0,6}"
TIME = r"\(?\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?\)?"
TURN = re.compile(rf"[*_>•-]{{0,3}} ?(?:{TIME} ?[-–—|]? ?)?({NAME})(?:,? {TIME})?[*_ ]{{0,2}}:[*_]{{0,2}}[ \t]{{1,4}}(?=\S)")
ACCOUNT = re.compile(r"[*_>•]{0,3} ?((?:[^\W\d_][\w.’'-]{0,24} ){0,6})\(?(@\w{2,30})\)?(?: ?[·•|,–—-] ?[\w .,:·-]{0,40})?:?[*_ ]{0,3}")
ASKING = re.compile(r"(?i)(?:q|question|questioner|host|anchor|moderator|interviewer|reporter|journalist|presenter|operator)\b")
RULE = 3  # spaces of a line that was a rule
FEWEST = 3  # labelled lines that make a transcript
SHORTEST = 4  # words of a paragraph that says something


def find(reading: Reading) -> Iterator[Draft]:
    lines = list(_lines(reading.text))
    told = [(start, line) for start, line in lines if line.strip()]
    yield from _posts(reading, told)
    if _is_transcript([line for _, line in told]):
        yield from _turns(reading, lines)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for line in text.split("\n"):
        if line.strip() or len(line) >= RULE:
            yield start, line
        start += len(line) + 1


def _is_transcript(lines: list[str]) -> bool:
    """Most labels are taken up again, as those of people who talk to each other are."""
    labels = [match.group(1) for line in lines if (match := TURN.match(line))]
    return len(labels) >= FEWEST and len(labels) * 4 >= len(lines) and len(set(labels)) < len(labels)


def _turns(reading: Reading, lines: list[tuple[int, str]]) -> Iterator[Draft]:
    label: tuple[int, int] | None = None
    for start, line in lines:
        match = TURN.match(line)
        if not line.strip() or (match is None and _is_heading(reading, start)):
            label = None  # whose turn it was ends at a rule, and at a heading
            continue
        if match:
            is_answer = ASKING.match(match.group(1)) is None
            label = (start + match.start(1), start + match.end(1)) if is_answer else None
        draft = _said(reading, label, start + (match.end() if match else 0), start + len(line)) if label else None
        if draft is not None:
            yield draft


def _is_heading(reading: Reading, start: int) -> bool:
    block = reading.annotated.block_at(start)
    return block is not None and block.kind != "paragraph"


def _posts(reading: Reading, lines: list[tuple[int, str]]) -> Iterator[Draft]:
    for (start, line), (below, post) in pairwise(lines):
        match = ACCOUNT.fullmatch(line) if len(line) < 160 else None
        if match is None or ACCOUNT.fullmatch(post[:160]):
            continue
        group = 1 if match.group(1) else 2
        label = (start + match.start(group), start + match.start(group) + len(match.group(group).rstrip()))
        draft = _said(reading, label, below, below + len(post))
        if draft is not None:
            yield draft


def _said(reading: Reading, label: tuple[int, int], start: int, end: int) -> Draft | None:
    """What the characters `start` to `end` say, if they say something: no question, no remark of one word."""
    first, last = reading.tokens_between(*label)
    low, high = reading.tokens_between(start, end)
    if last <= first or high - low < SHORTEST or reading.is_skipped(low) or reading.text[start:end].rstrip().endswith("?"):
        return None
    span = content_span(reading, low, high)
    mention = next((found for i in range(first, last) if (found := reading.actor_at(i)) is not None), None)
    speaker = Speaker(mention.span, mention.actor_id) if mention is not None else Speaker(reading.span(first, last), None)
    return Draft(CueHit(SPOKEN, reading.doc[first], first, last), speaker, (span,)) if span else None
