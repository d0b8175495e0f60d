"""One telling of an event, with what its own clause says; tellings are put together afterwards."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newspkg.extract.events.naming.entries import Trigger
from newspkg.model import ActorRole, Casualties, EventDate, EventPlace, EventWeapon, Span, TargetKind
from newspkg.model.mention import Factuality

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True)
class Draft:
    """What one trigger says. `is_anaphoric` marks "the attack", "it": a telling of something told before.

    `is_firm` marks tellings by a verb whose needs are met, which need no more to be believed.
    `is_part` marks harm told with a place of its own within a barrage: an event besides, never the barrage itself.
    `is_weak` marks tellings that are no event by themselves (deaths, an explosion without a cause): they join one or are dropped.
    """

    trigger: Trigger
    event_type: str
    event_subtype: str | None
    factuality: Factuality = "actual"
    is_anaphoric: bool = False
    is_weak: bool = False
    is_firm: bool = False
    is_part: bool = False
    date: EventDate | None = None
    place: EventPlace | None = None
    roles: tuple[ActorRole, ...] = ()
    weapons: tuple[EventWeapon, ...] = ()
    target_kind: TargetKind | None = None
    fatalities: Casualties | None = None
    injured: Casualties | None = None
    triggers: tuple[Span, ...] = ()
    victims: frozenset[str] = frozenset()  # nouns of what was acted on
    words: frozenset[str] = frozenset()  # base forms of the words by which it was told
    carried: frozenset[str] = frozenset()  # munitions that a drone let go: they are its strike's, not a strike beside it

    @property
    def token(self) -> Token:
        return self.trigger.token

    def actors(self, role: str) -> tuple[str, ...]:
        return tuple(each.actor_id for each in self.roles if each.role == role)
