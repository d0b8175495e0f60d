"""The words of newspkg as frozen dataclasses: what the stages hand to each other. No I/O, no data frames."""

from newspkg.model.annotation import AnnotatedDocument, DateMention, PlaceMention, QuantityMention
from newspkg.model.article import Block, BlockKind, Document, RawArticle
from newspkg.model.issue import Issue, Severity
from newspkg.model.mention import (
    ActorMention,
    ActorRole,
    ArticleReading,
    Casualties,
    ClaimMention,
    EventDate,
    EventMention,
    EventPlace,
    EventWeapon,
    TargetKind,
    WeaponMention,
)
from newspkg.model.prior import PriorIds
from newspkg.model.record import (
    KEY_SEPARATOR,
    ActorRecord,
    ArticleRecord,
    ChangeRecord,
    ClaimRecord,
    EventActorRecord,
    EventRecord,
    EventReportRecord,
    EventWeaponRecord,
    EvidenceRecord,
    Records,
    WeaponRecord,
    row_key,
)
from newspkg.model.span import Span

__all__ = [
    "KEY_SEPARATOR",
    "ActorMention",
    "ActorRecord",
    "ActorRole",
    "AnnotatedDocument",
    "ArticleReading",
    "ArticleRecord",
    "Block",
    "BlockKind",
    "Casualties",
    "ChangeRecord",
    "ClaimMention",
    "ClaimRecord",
    "DateMention",
    "Document",
    "EventActorRecord",
    "EventDate",
    "EventMention",
    "EventPlace",
    "EventRecord",
    "EventReportRecord",
    "EventWeapon",
    "EventWeaponRecord",
    "EvidenceRecord",
    "Issue",
    "PlaceMention",
    "PriorIds",
    "QuantityMention",
    "RawArticle",
    "Records",
    "Severity",
    "Span",
    "TargetKind",
    "WeaponMention",
    "WeaponRecord",
    "row_key",
]  # fmt: skip
