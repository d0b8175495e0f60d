"""What an earlier version already named: the ids that must last."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class PriorIds:
    """Ids of an earlier version by what they were given for. Offsets are those of the raw bodies as they are now.

    `events` maps (article_id, start, end) of a trigger to the event_id published for it. `claims` maps (article_id, start, end, start of
    the cue) to the claim_id, `cues` (article_id, start of the cue) where that cue attributes one claim alone. `keys` are the primary
    keys of whole tables, `renamed` maps article ids of the earlier version to those under which the same texts stand now.
    """

    events: Mapping[tuple[str, int, int], str] = field(default_factory=dict)
    claims: Mapping[tuple[str, int, int, int], str] = field(default_factory=dict)
    cues: Mapping[tuple[str, int], str] = field(default_factory=dict)
    keys: Mapping[str, frozenset[str]] = field(default_factory=dict)
    renamed: Mapping[str, str] = field(default_factory=dict)
