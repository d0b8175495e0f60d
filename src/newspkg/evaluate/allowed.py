"""What the columns of a coding may hold, which must be filled, and which refer to a row of the same file."""

from __future__ import annotations

from collections.abc import Mapping

KINDS = (
    "state", "government", "military", "armed_group", "igo", "party", "person", "company", "media", "ngo", "civilians", "other",
)  # fmt: skip
CLAIM_TYPES = (
    "assertion", "confirmation", "denial", "accusation", "condemnation", "warning", "demand", "commitment", "assessment", "support",
    "rejection",
)  # fmt: skip

ALLOWED: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "actors": {"kind": KINDS},
    "weapons": {"level": ("system", "class")},
    "events": {
        "type": ("attack", "battle", "force_posture", "arms_transfer", "policy", "diplomacy", "civil"),
        "factuality": ("actual", "planned", "denied"),
        "date_precision": ("day", "week", "month", "season", "year"),
        "place_precision": ("site", "settlement", "district", "admin1", "country", "water"),
        "target_kind": (
            "military", "energy", "transport", "industry", "residential", "government", "medical", "education", "other_civilian",
        ),
    },
    "claims": {"type": CLAIM_TYPES, "quotation": ("direct", "indirect", "mixed"), "polarity": ("affirmed", "negated")},
}  # fmt: skip

REQUIRED: Mapping[str, tuple[str, ...]] = {
    "actors": ("id", "name", "kind", "mentions"),
    "weapons": ("id", "name", "class", "level", "mentions"),
    "events": ("id", "type", "subtype", "factuality", "triggers"),
    "claims": ("speaker_text", "content", "type", "quotation"),
}

REFERENCES: Mapping[str, Mapping[str, str]] = {
    "actors": {},
    "weapons": {},
    "events": {"initiator": "actors", "target": "actors"},
    "claims": {"speaker": "actors", "event": "events"},
}
