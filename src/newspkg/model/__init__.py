"""The words of newspkg as frozen dataclasses: what the stages hand to each other. No I/O, no data frames.

Each is imported when it is asked for: who checks a table needs no mention.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newspkg.model.annotation import AnnotatedDocument, DateMention, PlaceMention, QuantityMention
    from newspkg.model.article import Block, BlockKind, Document, RawArticle
    from newspkg.model.event_record import EventActorRecord, EventRecord, EventReportRecord, EventWeaponRecord
    from newspkg.model.filler import ActorRole, Casualties, EventDate, EventPlace, EventWeapon, TargetKind
    from newspkg.model.issue import Checked, Issue, Severity
    from newspkg.model.mention import (
        ActorMention,
        ArticleReading,
        ClaimMention,
        EventMention,
        WeaponMention,
    )
    from newspkg.model.prior import PriorIds
    from newspkg.model.record import (
        KEY_SEPARATOR,
        ActorRecord,
        ArticleRecord,
        ChangeRecord,
        ClaimRecord,
        EvidenceRecord,
        Records,
        WeaponRecord,
        row_key,
    )
    from newspkg.model.span import Span

HOMES = {
    "annotation": (
        "AnnotatedDocument",
        "DateMention",
        "PlaceMention",
        "QuantityMention",
    ),
    "article": (
        "Block",
        "BlockKind",
        "Document",
        "RawArticle",
    ),
    "event_record": (
        "EventActorRecord",
        "EventRecord",
        "EventReportRecord",
        "EventWeaponRecord",
    ),
    "filler": (
        "ActorRole",
        "Casualties",
        "EventDate",
        "EventPlace",
        "EventWeapon",
        "TargetKind",
    ),
    "issue": (
        "Checked",
        "Issue",
        "Severity",
    ),
    "mention": (
        "ActorMention",
        "ArticleReading",
        "ClaimMention",
        "EventMention",
        "WeaponMention",
    ),
    "prior": ("PriorIds",),
    "record": (
        "KEY_SEPARATOR",
        "ActorRecord",
        "ArticleRecord",
        "ChangeRecord",
        "ClaimRecord",
        "EvidenceRecord",
        "Records",
        "WeaponRecord",
        "row_key",
    ),
    "span": ("Span",),
}
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
    "Checked",
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


def __getattr__(name: str) -> Any:
    home = next((home for home, names in HOMES.items() if name in names), None)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = globals()[name] = getattr(import_module(f"{__name__}.{home}"), name)
    return found
