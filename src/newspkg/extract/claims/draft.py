"""What a construction finds before it is checked: a cue, its speaker and the tokens of the content."""

from __future__ import annotations

from dataclasses import dataclass

from newspkg.extract.claims.cues import CueHit
from newspkg.model import Span


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: the words, and the actor where they are one's mention; `is_voice` where a person speaks in the actor's name."""

    span: Span
    actor_id: str | None
    is_voice: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim in the making; `content` are spans of characters in text order."""

    hit: CueHit
    speaker: Speaker
    content: tuple[Span, ...]
