"""Rows of the table `claims`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from newspkg.ids import content_id
from newspkg.model import ArticleReading, ClaimMention, ClaimRecord, Span
from newspkg.resolve.evidence import Ledger

GAP = " "  # between the spans of a content that its cue interrupts


def claim_records(
    readings: Sequence[ArticleReading], event_of: Mapping[tuple[str, str], str], actors: set[str], ledger: Ledger
) -> tuple[ClaimRecord, ...]:
    """One row a claim with its evidence; `event_of` maps (article_id, event key) to event ids, `actors` are the ids that have a row."""
    return tuple(_record(reading, claim, event_of, actors, ledger) for reading in readings for claim in reading.claims)


def _record(
    reading: ArticleReading, claim: ClaimMention, event_of: Mapping[tuple[str, str], str], actors: set[str], ledger: Ledger
) -> ClaimRecord:
    document = reading.annotated.document
    body = document.article.body
    raw = [document.to_raw(span) for span in claim.content]
    claim_id = content_id("c", reading.article_id, *[(span.start, span.end) for span in raw], document.to_raw(claim.cue).start)
    for span in claim.content:
        ledger.add("claims", claim_id, None, reading, span, claim.coded_by)
    ledger.add("claims", claim_id, "speaker_text", reading, claim.speaker, claim.coded_by)
    ledger.add("claims", claim_id, "cue_text", reading, claim.cue, claim.coded_by)

    def said(span: Span) -> str:
        return document.to_raw(span).of(body)

    return ClaimRecord(
        claim_id=claim_id,
        article_id=reading.article_id,
        speaker_id=claim.speaker_id if claim.speaker_id in actors else None,
        speaker_text=said(claim.speaker),
        cue_text=said(claim.cue),
        claim_type=claim.claim_type,
        quotation=claim.quotation,
        content_text=GAP.join(span.of(body) for span in raw),
        polarity=claim.polarity,
        event_id=event_of.get((reading.article_id, claim.event_key or "")),
        said_on=claim.said_on,
        start=raw[0].start,
        end=raw[-1].end,
    )
