"""Rows of the table `claims`."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence

from newspkg.model import ArticleReading, ClaimMention, ClaimRecord, Span
from newspkg.resolve.claimids import Place
from newspkg.resolve.evidence import Ledger

GAP = " "  # between the spans of a content that its cue interrupts


def claim_records(
    reading: ArticleReading, ids: Sequence[str], event_of: Mapping[str, str], actors: Container[str], ledger: Ledger
) -> Iterator[ClaimRecord]:
    """One row a claim of an article with its evidence; `ids` are those of its claims in turn, `event_of` maps the keys of its events to
    event ids, `actors` are the ids that have a row.
    """
    for claim_id, claim in zip(ids, reading.claims, strict=True):
        yield _record(claim_id, reading, claim, event_of, actors, ledger)


def places(reading: ArticleReading) -> list[Place]:
    """Where the claims of an article stand, by which they get their ids."""
    return [_place(reading, claim) for claim in reading.claims]


def _place(reading: ArticleReading, claim: ClaimMention) -> Place:
    document = reading.annotated.document
    return reading.article_id, tuple(document.to_raw(span) for span in claim.content), document.to_raw(claim.cue).start


def _record(
    claim_id: str, reading: ArticleReading, claim: ClaimMention, event_of: Mapping[str, str], actors: Container[str], ledger: Ledger
) -> ClaimRecord:
    document = reading.annotated.document
    body = document.article.body
    raw = [document.to_raw(span) for span in claim.content]
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
        event_id=event_of.get(claim.event_key or ""),
        said_on=claim.said_on,
        start=raw[0].start,
        end=raw[-1].end,
    )
