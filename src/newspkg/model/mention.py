"""What the extractors find in one article. All spans are offsets into `Document.text`; no span, no mention."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from newspkg.model.annotation import AnnotatedDocument, Qualifier
from newspkg.model.filler import ActorRole, ActorRoleName, Casualties, EventDate, EventPlace, EventWeapon, TargetKind
from newspkg.model.span import Span

Factuality = Literal["actual", "planned", "denied"]
Quotation = Literal["direct", "indirect", "mixed"]
Polarity = Literal["affirmed", "negated"]
CodedBy = Literal["machine", "person"]


@dataclass(frozen=True, slots=True)
class WeaponMention:
    """A weapon system or class named in the text. `weapon_id` is the same for all mentions of it, in every article.

    `quantity` is the number that this very mention states ("six ATACMS missiles": 6; "a missile": 1); `range_km` a stated range.
    """

    span: Span
    weapon_id: str
    name: str
    weapon_class: str
    level: Literal["system", "class"]
    origin_country_codes: str | None = None
    wikidata_id: str | None = None
    quantity: int | None = None
    qualifier: Qualifier | None = None
    range_km: float | None = None
    coded_by: CodedBy = "machine"


@dataclass(frozen=True, slots=True)
class ActorMention:
    """A state, body, force, group or person. `actor_id` is the same for all mentions of it, in every article.

    `is_named` is False for pronouns and the like: they resolve roles and speakers but are no evidence of the actor.
    """

    span: Span
    actor_id: str
    name: str
    kind: str
    country_code: str | None = None
    parent_id: str | None = None
    role_title: str | None = None
    wikidata_id: str | None = None
    is_named: bool = True
    coded_by: CodedBy = "machine"


@dataclass(frozen=True)
class EventMention:
    """One event as one article tells it, all its tellings in the article put together; `triggers` are the words that name it.

    `key` is unique within the article. `roles` hold initiator, target and further actors, the first of a role being the principal one.
    """

    key: str
    event_type: str
    event_subtype: str
    triggers: tuple[Span, ...]
    factuality: Factuality = "actual"
    date: EventDate | None = None
    place: EventPlace | None = None
    roles: tuple[ActorRole, ...] = ()
    weapons: tuple[EventWeapon, ...] = ()
    target_kind: TargetKind | None = None
    fatalities: Casualties | None = None
    injured: Casualties | None = None
    coded_by: CodedBy = "machine"

    def first(self, role: ActorRoleName) -> ActorRole | None:
        return next((each for each in self.roles if each.role == role), None)


@dataclass(frozen=True, slots=True)
class ClaimMention:
    """One attributed statement. `content` has one span or more, in text order; `event_key` names an `EventMention` of the article."""

    speaker: Span
    cue: Span
    content: tuple[Span, ...]
    claim_type: str
    quotation: Quotation
    polarity: Polarity = "affirmed"
    speaker_id: str | None = None
    event_key: str | None = None
    said_on: date | None = None
    coded_by: CodedBy = "machine"


@dataclass(frozen=True)
class ArticleReading:
    """All that was found in one article: the hand-over from the extractors to the resolution."""

    annotated: AnnotatedDocument
    weapons: tuple[WeaponMention, ...] = ()
    actors: tuple[ActorMention, ...] = ()
    events: tuple[EventMention, ...] = ()
    claims: tuple[ClaimMention, ...] = ()

    @property
    def article_id(self) -> str:
        return self.annotated.document.article.article_id
