"""Claims: paired where their contents share at least half of their words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from newspkg.coding import CodedRow, Coding
from newspkg.evaluate.bundle import Grounds
from newspkg.evaluate.slots import plain
from newspkg.evaluate.spans import overlap
from newspkg.evaluate.tally import Scores, pair
from newspkg.model import ClaimRecord, Records, Span

Found = tuple[ClaimRecord, list[Span]]


def _words(body: str, spans: Iterable[Span]) -> Counter[str]:
    return Counter(word for span in spans for word in re.findall(r"\w+", body[span.start : span.end].casefold()))


def _jaccard(body: str, coded: CodedRow, spans: list[Span]) -> float:
    """Shared words over all words where the contents touch and share at least half, else 0."""
    one, two = _words(body, coded.spans), _words(body, spans)
    both, either = (one & two).total(), (one | two).total()
    is_near = any(overlap(a, b) for a in coded.spans for b in spans)
    return both / either if is_near and both >= either / 2 else 0


def _is_speaker(body: str, coded: CodedRow, row: ClaimRecord, actors: Mapping[str, str]) -> bool:
    if coded["speaker"] and row.speaker_id:
        return actors.get(coded["speaker"]) == row.speaker_id
    span = coded.speaker_spans[0]
    return not row.speaker_id and plain(body[span.start : span.end]) == plain(row.speaker_text)


def score_claims(
    coding: Coding, records: Records, grounds: Grounds, actors: Mapping[str, str], events: Mapping[str, str], scores: Scores
) -> None:
    coded = coding.claims
    found = [(row, grounds.content(row.claim_id, Span(row.start, row.end))) for row in records.claims]
    pairs = pair(coded, found, lambda one, two: _jaccard(coding.body, one, two[1]))
    said = {i for i, j in pairs.items() if _is_speaker(coding.body, coded[i], found[j][0], actors)}
    typed = sum(coded[i]["type"] == found[pairs[i]][0].claim_type for i in said)
    for figure, hits in (("claims", len(pairs)), ("claims speaker", len(said)), ("claims typed", typed)):
        scores.count(figure, hits, len(coded), len(found))
    for i, j in pairs.items():
        _score_slots(coded[i], found[j][0], events, scores)
    _tell(coded, found, pairs, said, scores)


def _score_slots(coded: CodedRow, row: ClaimRecord, events: Mapping[str, str], scores: Scores) -> None:
    scores.slot("claim quotation", row.quotation == coded["quotation"])
    scores.slot("claim polarity", row.polarity == (coded["polarity"] or "affirmed"))
    if coded["event"] in events:
        scores.slot("claim event", row.event_id == events[coded["event"]])


def _tell(coded: tuple[CodedRow, ...], found: list[Found], pairs: Mapping[int, int], said: set[int], scores: Scores) -> None:
    for i, row in enumerate(coded):
        told = f"{row['speaker_text']!r} {row['cue']!r} {str(row['content'])[:60]!r}"
        if i not in pairs:
            scores.fault("claims missed", told)
        elif i not in said:
            scores.fault("claims speaker", f"{told}, not {found[pairs[i]][0].speaker_text!r}")
        elif row["type"] != found[pairs[i]][0].claim_type:
            scores.fault("claims mistyped", f"{told}: {row['type']}, not {found[pairs[i]][0].claim_type}")
    for j, (claim, _) in enumerate(found):
        if j not in pairs.values():
            scores.fault("claims not coded", f"{claim.speaker_text!r} {claim.cue_text!r} {claim.content_text[:60]!r}")
