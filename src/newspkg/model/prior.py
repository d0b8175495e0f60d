"""What an earlier version already named: the ids that must last."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class PriorIds:
    """Ids of an earlier version by what they were given for.

    `events` maps (article_id, start, end) of a trigger, in offsets of the raw body, to the event_id published for it.
    """

    events: Mapping[tuple[str, int, int], str] = field(default_factory=dict)
