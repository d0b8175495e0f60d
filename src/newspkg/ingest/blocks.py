"""The text's blocks: headings, paragraphs, list items, boilerplate."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newspkg.ingest.boilerplate import ARROW, HEADS_LINKS, LONG, is_boilerplate, looks_like_link
from newspkg.model import Block, BlockKind

LIST_MARK = re.compile(r"^[ ]*(?:(?:[-*+•·▪◦‣●■–]|\(?\d{1,2}[.)](?=[ ]+[^\W\d_]))[ ]+(?=[^\s*_])|[•▪◦‣●■](?=\w))", re.M)
# an item that stands in the line of the sentence before it; a bullet is one anywhere, a hyphen only after the end of a sentence
GLUED = re.compile(r"(?<=[.!?”\"’')\]:])[ ]+(?=[-*][ ]+[A-Z“\"‘])|(?<![ ])[ ]+(?=[•▪◦‣●■][ ]*\S)")
CREDIT = re.compile(
    r"(?<=[.!?”\"’'])[ ]*(?=[(\[](?:[A-Z][\w ]{0,30}reporting|Reporting|Writing|Editing|Compiled|Photo|Additional)\b"
    r"[^()\[\]]{0,400}[)\]][ ]*$)"
)
SENTENCE = re.compile(r"(?<=[.!?])[”\"’')*_]{0,3}[ ]+(?=[A-Z“\"‘(©*_])")
HASH = re.compile(r"[ ]{0,3}#{1,6}[ ]+\S")
BOLD = re.compile(r"[ ]*(\*\*|__)[^*_\n]+\1[ ]*:?[ ]*$")
HEADING_LENGTH = 120  # characters
FINAL = (".", "!", ",", ";", "…")
EDGE = re.compile(r"[ ]*(?:#{1,6}[ ]+)?[ *_]*")
SAYING = re.compile(r"[“\"].*[”\"]$")
CREDIT_LENGTH = 600  # characters at a line's end in which a credit is looked for
MAX_LINKS = 12  # lines after "Related" that are still its links


def split_blocks(text: str) -> Iterator[Block]:
    """The blocks of `text` in order, without white space at their edges and without list marks; they never overlap.

    A line is a block; so is an item or a credit that is glued to a sentence, and a run of boilerplate at a line's beginning or end.
    """
    links = 0
    for match in re.finditer(r"[^\n]+", text):
        if not match[0].strip():
            continue
        if links and looks_like_link(match[0]):
            links -= 1
            yield from _block(text, match.start(), match.end(), "boilerplate")
            continue
        links = MAX_LINKS if HEADS_LINKS.match(match[0]) and match.end() - match.start() < 80 else 0
        for start, end in _cut(match[0], match.start()):
            yield from _classified(text, start, end)


def _cut(line: str, offset: int) -> Iterator[tuple[int, int]]:
    """The parts of a line: before, between and after glued items; a credit in brackets at its end."""
    tail = max(0, len(line) - CREDIT_LENGTH)
    cuts = sorted({match.end() for match in GLUED.finditer(line)} | {tail + match.end() for match in CREDIT.finditer(line[tail:])})
    for start, end in zip([0, *cuts], [*cuts, len(line)], strict=True):
        if start < end:
            yield offset + start, offset + end


def _classified(text: str, start: int, end: int) -> Iterator[Block]:
    piece = text[start:end]
    mark = LIST_MARK.match(piece)
    inner = start + (mark.end() if mark else 0)
    if _is_link(piece) or (end - start <= LONG and is_boilerplate(text[inner:end]) and not _goes_on(text[inner:end])):
        yield from _block(text, inner, end, "boilerplate")
    else:
        first, last = _core(text, inner, end)
        yield from _block(text, inner, first, "boilerplate")
        yield from _block(text, first, last, "list_item" if mark else _kind(text[first:last]))
        yield from _block(text, last, end, "boilerplate")


def _is_link(piece: str) -> bool:
    """Whether a piece is an arrow with a title after it."""
    return ARROW.match(piece) is not None and len(piece) < HEADING_LENGTH and not piece.rstrip().endswith(".")


def _goes_on(piece: str) -> bool:
    """Whether sentences that are no boilerplate follow the one with which a piece begins."""
    last = max((match.end() for match in SENTENCE.finditer(piece)), default=0)
    return last > 0 and len(piece) - last > 60 and not is_boilerplate(piece[last:])


def _core(text: str, start: int, end: int) -> tuple[int, int]:
    """What remains of a piece between the sentences of boilerplate at its beginning and its end."""
    starts = [start, *(match.end() for match in SENTENCE.finditer(text, start, end))]
    ends = [*starts[1:], end]
    first, last = 0, len(starts)
    while last > first and _is_prompt(text[starts[last - 1] : ends[last - 1]]):
        last -= 1
    while first < last and _is_prompt(text[starts[first] : ends[first]]):
        first += 1
    if first == last:
        return end, end
    return starts[first], ends[last - 1]


def _is_prompt(sentence: str) -> bool:
    return len(sentence) <= LONG and is_boilerplate(sentence)


def _kind(line: str) -> BlockKind:
    bare = line.strip()
    if HASH.match(line) or BOLD.match(line):
        return "heading"
    plain = bare.strip("*_ ")
    is_short = len(plain) <= HEADING_LENGTH and not plain.endswith(FINAL) and not SAYING.match(plain)
    return "heading" if is_short and SENTENCE.search(plain) is None else "paragraph"


def _block(text: str, start: int, end: int, kind: BlockKind) -> Iterator[Block]:
    """The block without white space and marks of emphasis at its edges; none where nothing remains."""
    piece = text[start:end]
    lead = EDGE.match(piece)
    first = lead.end() if lead else 0
    last = len(piece.rstrip(" *_"))
    if first < last:
        yield Block(start + first, start + last, kind)
