"""Verbal cues: quotations and clauses around "said", objects of "condemned", infinitives of "vowed"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newspkg.extract.claims.constructions import objects
from newspkg.extract.claims.constructions.asides import if_quoted, is_parenthesis, is_quoted, quoted_as
from newspkg.extract.claims.constructions.before import content_before, left_ready, quoted_before
from newspkg.extract.claims.constructions.clauses import bare_clause, that_at, that_clause
from newspkg.extract.claims.constructions.introduced import introduced, quotation_behind
from newspkg.extract.claims.contents.complement import complement
from newspkg.extract.claims.contents.content import left_start
from newspkg.extract.claims.cues import SPEECH
from newspkg.extract.claims.draft import Draft, Speaker
from newspkg.extract.claims.frame import Attribution, Frame, frame_of, has_clause
from newspkg.extract.claims.reading import LONGEST_FRAGMENT
from newspkg.extract.claims.speakers.speaker import THIRD, speaker_of
from newspkg.extract.claims.speakers.subject import subject_of
from newspkg.extract.claims.veto import is_vetoed
from newspkg.extract.tree import child_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newspkg.extract.claims.cues import CueHit
    from newspkg.extract.claims.reading import Reading
    from newspkg.model import Span

CLAUSAL = frozenset({"clause", "addressee_clause"})


def find(reading: Reading) -> Iterator[Draft]:
    """A draft for every verbal cue that has a speaker and content."""
    found = [each for hit in _hits(reading) if (each := _attribution(reading, hit)) is not None]
    attributing = [each for each in found if _attributes(reading, each)]
    cues = [each.hit.head.i for each in attributing]
    reading.sources = {each.frame.first: each.hit.head for each in attributing}
    reading.cuts = tuple(sorted({cut for each in found if (cut := _cut(reading, each, cues)) is not None}))
    for each in found:
        content = _content(reading, each.hit, each.frame, cues)
        is_bodied = each.hit.cue.condition != "person" or _is_somebody(reading, each.speaker)
        content = content or quotation_behind(reading, each.hit, each.frame)
        if any(span.overlaps(each.speaker.span) for span in content):
            continue
        if content and not _is_inner(reading, each.hit) and (is_bodied or is_quoted(reading, content)):
            yield Draft(each.hit, each.speaker, content)


def _is_inner(reading: Reading, hit: CueHit) -> bool:
    """Whether a quotation holds a cue that is no speaking: what is quoted opposes or expects in its speaker's name."""
    return reading.quote_at(hit.head.i) is not None and SPEECH not in hit.cue.frames and hit.cue.condition != "quote"


def _attributes(reading: Reading, each: Attribution) -> bool:
    """Whether a cue has something that it could attribute."""
    frame = each.frame
    if each.hit.cue.condition == "quote":
        return bool(_content(reading, each.hit, frame, []))
    if SPEECH in each.hit.cue.frames or objects.content(reading, each.hit, frame):
        return True
    is_behind = has_clause(reading.doc, frame.after, frame.stop) or that_at(reading, frame, frame.stop) is not None
    return bool(each.hit.cue.frames & CLAUSAL) and (is_behind or left_ready(reading, frame))


def _hits(reading: Reading) -> Iterator[CueHit]:
    i = 0
    while i < len(reading.doc):
        hit = None if reading.is_skipped(i) else reading.verb_at(i)
        if hit is None or is_vetoed(reading, hit):
            i += 1
            continue
        yield hit
        i = hit.end


def _attribution(reading: Reading, hit: CueHit) -> Attribution | None:
    subject = subject_of(reading, hit)
    speaker = speaker_of(reading, subject, SPEECH in hit.cue.frames or hit.is_passive) if subject is not None else None
    if subject is None or speaker is None or reading.span(hit.start, hit.end).overlaps(speaker.span):
        return None
    return Attribution(hit, speaker, frame_of(reading, hit, subject))


def _cut(reading: Reading, each: Attribution, cues: list[int]) -> int | None:
    """Where the content of an attribution that follows it begins, if that is inside the sentence, behind another cue."""
    frame = each.frame
    if not each.hit.cue.frames & CLAUSAL or each.hit.is_participle or not left_ready(reading, frame):
        return None
    if (
        has_clause(reading.doc, frame.after, frame.stop)
        or that_at(reading, frame, frame.stop) is not None
        or objects.content(reading, each.hit, frame)
    ):
        return None
    start = left_start(reading, frame, cues)
    if any(frame.start <= cue < start for cue in cues):
        return start
    is_nested = any(frame.start <= cue < frame.first and _is_level(reading, cue, frame.first) for cue in cues)
    return frame.first if is_nested else None  # "The men deny the charges, their lawyer said"


def _is_level(reading: Reading, cue: int, first: int) -> bool:
    """Whether a cue is spoken as the token `first` is: in the same quotation, or in a few words quoted inside a sentence."""
    quote = reading.quote_at(cue)
    return quote == reading.quote_at(first) or (quote is not None and quote.inner_end - quote.inner <= LONGEST_FRAGMENT)


def _is_somebody(reading: Reading, speaker: Speaker) -> bool:
    """Whether a speaker is a person or a body, and no document."""
    words = reading.lexicon.words("source") | THIRD
    return speaker.actor_id is not None or any(token.lemma_.lower() in words for token in reading.doc[slice(*reading.tokens(speaker.span))])


def _content(reading: Reading, hit: CueHit, frame: Frame, cues: list[int]) -> tuple[Span, ...]:
    is_clausal = bool(hit.cue.frames & CLAUSAL)
    if is_clausal and reading.doc[frame.first].lower_ == "as" and frame.first > frame.start:
        return content_before(reading, frame, cues)
    if is_clausal and is_parenthesis(reading, hit, frame) and (found := content_before(reading, frame, cues)):
        return found
    if is_clausal:
        for step in (introduced, that_clause):
            found = step(reading, hit, frame)
            if found:
                return if_quoted(reading, hit, found)
    if "quote_as" in hit.cue.frames and (found := quoted_as(reading, hit, frame, cues)):
        return found
    is_how = frame.first > frame.start and "how" in (reading.doc[frame.first - 1].lower_, reading.doc[frame.first].lower_)
    if is_how and (found := quoted_before(reading, frame)):
        return found  # "A disgrace", was how SOURCE described the vote
    found = () if _holds_noun(reading, hit) else objects.content(reading, hit, frame)
    if found:
        return found
    if is_clausal and not hit.is_participle:
        found = content_before(reading, frame, cues) or bare_clause(reading, hit, frame)
    elif is_clausal:
        found = bare_clause(reading, hit, frame)
    return if_quoted(reading, hit, found)


def _holds_noun(reading: Reading, hit: CueHit) -> bool:
    """Whether the cue only carries a noun of saying: "reiterated his call for restraint" is the call's claim."""
    noun = child_of(hit.head, "dobj")
    cue = reading.lexicon.noun_at("noun", noun) if noun is not None and hit.head.lemma_ in reading.lexicon.words("light") else None
    return noun is not None and cue is not None and bool(complement(reading, noun, cue))
