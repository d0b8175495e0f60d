"""Which names mean the forces of a country as a whole."""

from __future__ import annotations

WHOLE = frozenset(["armed", "defense", "defence", "military", "army", "forces", "troops", "tatmadaw"])
PARTIAL = frozenset(
    "staff general ground air naval navy marine marines special territorial border security space missile command unit brigade division"
    " regiment corps intelligence guard chiefs operations rocket airborne coast joint board council missile strategic unmanned".split()
)


def is_whole(forces: str) -> bool:
    """The forces of a country as a whole, not a staff, a branch or a unit of theirs."""
    words = frozenset(forces.split("-"))
    return bool(words & WHOLE) and not words & PARTIAL
