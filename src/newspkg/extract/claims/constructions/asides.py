"""How a cue and its statement stand to each other: cues that attribute only quotations, cues between commas, "quoted X as saying"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newspkg.extract.claims.constructions.before import content_before
from newspkg.extract.claims.contents.content import is_marked

if TYPE_CHECKING:
    from newspkg.extract.claims.cues import CueHit
    from newspkg.extract.claims.frame import Frame
    from newspkg.extract.claims.reading import Reading
    from newspkg.model import Span


def is_quoted(reading: Reading, content: tuple[Span, ...]) -> bool:
    return all(reading.quote_at(reading.tokens(span)[0]) is not None for span in content)


def is_parenthesis(reading: Reading, hit: CueHit, frame: Frame) -> bool:
    """ ", he went on," - a person and a verb of speech between commas."""
    doc, last = reading.doc, frame.after
    is_short = frame.first > frame.start and doc[frame.first].lower_ in {"he", "she"} and last == frame.first + 1 + len(hit.cue.words)
    return is_short and doc[frame.first - 1].text == "," and (last >= frame.end or doc[last].text in {",", "."})


def quoted_as(reading: Reading, hit: CueHit, frame: Frame, cues: list[int]) -> tuple[Span, ...]:
    """ "CONTENT, SOURCE quoted an official as saying." """
    doc = reading.doc
    last = next((i for i in range(hit.end, frame.end) if doc[i].lower_ == "saying" and doc[i - 1].lower_ == "as"), None)
    if last is None or (last + 1 < frame.end and not doc[last + 1].is_punct):
        return ()
    return content_before(reading, replace(frame, after=last + 1, stop=last + 1), cues)


def if_quoted(reading: Reading, hit: CueHit, found: tuple[Span, ...]) -> tuple[Span, ...]:
    """Verbs that attribute only quotations ("continued", "smiled") attribute nothing else."""
    is_theirs = hit.cue.condition != "quote" or any(_is_mostly_quoted(reading, span, hit) for span in found)
    return found if is_theirs else ()


def _is_mostly_quoted(reading: Reading, span: Span, hit: CueHit) -> bool:
    """Whether a span is a quotation, or holds quoted words: behind the cue anywhere, before it at the end."""
    if is_quoted(reading, (span,)):
        return True
    is_behind = span.start > reading.doc[hit.start].idx
    return is_marked(span.of(reading.text) if is_behind else reading.text[span.end - 1 : span.end + 2])
