"""What a trigger needs among its arguments to name an event, as the codelist of triggers says it.

`weapon|aid` is met by either; `agent:armed+into:place` by both, each in its slot. A slot is `agent`, `object`, `mod` (what stands
before a noun), `clause` (the infinitive clause below) or a preposition; several slots, and several sets, are joined by `/`; `!` forbids.
Without a slot any argument will do.
"""

from __future__ import annotations

from dataclasses import dataclass

from newspkg.specs import listed


@dataclass(frozen=True)
class Term:
    """One condition: in one of the slots (none: anywhere) a noun of one of the sets; or none such, where negated."""

    slots: tuple[str, ...]
    sets: tuple[str, ...]
    negated: bool = False


NEGATION = ("negation",)  # asked of the verb itself: that it be denied
Needs = tuple[tuple[Term, ...], ...]


def parse_needs(cell: str) -> Needs:
    """The alternatives of a cell; none where it says `any`."""
    return () if cell == "any" else tuple(tuple(map(_term, alternative.split("+"))) for alternative in listed(cell))


def _term(text: str) -> Term:
    slots, _, sets = text.removeprefix("!").rpartition(":")
    return Term(tuple(slots.split("/")) if slots else (), tuple(sets.split("/")), text.startswith("!"))
