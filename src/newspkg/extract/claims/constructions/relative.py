"""Cues in relative clauses, whose object stands before them: "a charge SOURCE rejects", "the capture, which SOURCE disputes"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newspkg.extract.claims.contents.content import content_span
from newspkg.extract.claims.contents.ends import right_end
from newspkg.extract.claims.draft import Draft
from newspkg.extract.claims.speakers.speaker import RELATIVE, speaker_of
from newspkg.extract.claims.veto import is_vetoed
from newspkg.extract.tree import child_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from newspkg.extract.claims.cues import CueHit
    from newspkg.extract.claims.reading import Reading
    from newspkg.model import Span

TURNED = frozenset({"denial", "rejection", "confirmation", "condemnation", "support"})  # what is done to the object
NAMED = frozenset({"object_as", "quote_as"})
CHARGED = frozenset({"of", "for", "on", "over"})


def find(reading: Reading) -> Iterator[Draft]:
    """A draft for each; where such a clause ends what another source says, its comma is noted in `reading.breaks`."""
    breaks = []
    for token in reading.doc:
        hit = reading.verb_at(token.i)
        above = _antecedent(reading, token) if hit is not None else None
        if hit is None or above is None or reading.is_skipped(token.i):
            continue
        draft = _draft(reading, hit, above) if not is_vetoed(reading, hit) else None
        if draft is not None:
            breaks.append(_comma(reading, token, above))
            yield draft
    reading.breaks = tuple(sorted(each for each in breaks if each))


def _antecedent(reading: Reading, verb: Token) -> Token | None:
    """What a relative clause hangs on, where the parse makes the clause the main one ("..., a charge X rejects") too."""
    if verb.dep_ == "relcl" or (verb.dep_ == "acl" and reading.is_finite(verb)):
        return verb.head
    front, subject = child_of(verb, "dobj"), child_of(verb, "nsubj")
    is_fronted = front is not None and subject is not None and front.i < subject.i
    return front if is_fronted and front is not None and front.lemma_.lower() in reading.lexicon.words("utterance") else None


def taken_over(reading: Reading, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts; one of a clause with "which" right behind another's statement turns on that statement."""
    by_end = {draft.content[-1].end: draft for draft in drafts if draft.content}
    found = []
    for draft in drafts:
        verb = draft.hit.head
        comma = _comma(reading, verb, verb.head) if verb.dep_ == "relcl" else 0
        before = _ending(reading, by_end, comma) if comma and reading.doc[comma + 1].lower_ in {"which", "something"} else None
        stands_before = draft.content[-1].end <= reading.doc[comma].idx or reading.doc[comma + 1].lower_ == "something"
        is_turned = before is not draft and stands_before
        found.append(replace(draft, content=before.content) if before is not None and is_turned else draft)
    return found


def _ending(reading: Reading, by_end: dict[int, Draft], comma: int) -> Draft | None:
    """The draft whose content ends at a comma, with or without its closing quotation mark."""
    last = [reading.doc[i] for i in (comma - 1, comma - 2) if i >= 0 and (i == comma - 1 or reading.doc[comma - 1].is_quote)]
    return next((found for token in last if (found := by_end.get(token.idx + len(token.text))) is not None), None)


def _draft(reading: Reading, hit: CueHit, above: Token) -> Draft | None:
    subject = child_of(hit.head, "nsubj")
    if subject is None or subject.lower_ in RELATIVE or _object(hit.head) is not None or child_of(hit.head, "xcomp") is not None:
        return None
    content = _content(reading, hit, above)
    speaker = speaker_of(reading, subject) if content is not None else None
    return Draft(hit, speaker, (content,)) if content is not None and speaker is not None else None


def _object(verb: Token) -> Token | None:
    return next((child for child in verb.rights if child.dep_ in {"dobj", "ccomp"} and child.lower_ not in RELATIVE | {"whom"}), None)


def _content(reading: Reading, hit: CueHit, above: Token) -> Span | None:
    end = reading.sentence(hit.start)[1]
    if hit.cue.claim_type == "accusation" and hit.end < end and reading.doc[hit.end].lower_ in CHARGED:
        start = hit.end + (reading.doc[hit.end].lower_ == "of")
        return content_span(reading, start, right_end(reading, hit, start, end))
    if hit.cue.frames & NAMED:
        stop = right_end(reading, hit, hit.end, end)
        stop = next((i for i in range(hit.end, stop) if reading.doc[i].text == "," and reading.quote_at(i) is None), stop)
        is_called = any(token.pos_ in {"NOUN", "ADJ", "DET", "VERB"} for token in reading.doc[hit.end : stop])
        return content_span(reading, hit.end, stop) if is_called else None
    if hit.cue.claim_type not in TURNED or "object" not in hit.cue.frames:
        return None
    low = above.left_edge.i
    if above.lemma_.lower() in reading.lexicon.words("utterance"):
        return content_span(reading, low, above.i + 1)
    opener = next((i for i in range(above.i + 1, hit.start) if reading.doc[i].lower_ in RELATIVE), None)
    return content_span(reading, low, opener) if opener is not None else None


def _comma(reading: Reading, verb: Token, above: Token) -> int:
    """The comma before the clause, or before the noun of saying that it hangs on; 0 where there is none."""
    edges = [above.left_edge.i] if above.lemma_.lower() in reading.lexicon.words("utterance") else []
    edges += [i for i in range(above.i + 1, verb.i) if reading.doc[i].lower_ in RELATIVE][:1]
    return next((edge - 1 for edge in edges if edge and reading.doc[edge - 1].text in {",", "—", "–"}), 0)
