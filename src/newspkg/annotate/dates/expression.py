"""What the grammar finds: date expressions as they are written, before a reference time gives them a value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from newspkg.dates import Unit
from newspkg.model import Span

Anchor = Literal["reference", "focus"]


@dataclass(frozen=True, slots=True)
class Calendar:
    """A date named by its parts; what is None was not said. `weekday` counts from Monday = 0; `is_bc` marks years before Christ."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    season: str | None = None
    weekday: int | None = None
    is_bc: bool = False


@dataclass(frozen=True, slots=True)
class Weekday:
    """A weekday alone: `weeks` 0 is the nearest by context, -1 "last", 1 "next"; `in_week` makes it a day of that calendar week."""

    weekday: int
    weeks: int = 0
    in_week: bool = False


@dataclass(frozen=True, slots=True)
class Offset:
    """`count` units from the anchor; told to the precision of the unit ("two years ago" is a year)."""

    anchor: Anchor
    unit: Unit
    count: int


@dataclass(frozen=True, slots=True)
class Sibling:
    """A month or season placed by its year alone: "last March", "the next spring", "October of that year"."""

    anchor: Anchor
    years: int
    month: int | None = None
    season: str | None = None
    day: int | None = None
    strict: bool = True  # the nearest one before or after the anchor; else of the year `years` away


@dataclass(frozen=True, slots=True)
class Fixed:
    """A value that needs no reference: `PAST_REF`, a duration, a decade."""

    value: str | None


@dataclass(frozen=True, slots=True)
class WarDay:
    """The n-th day of a war."""

    war: str | None
    number: int


@dataclass(frozen=True, slots=True)
class Night:
    """A night or time of day alone ("overnight", "before dawn"), whose day the context gives. `into` is "overnight into Monday"."""


Meaning = Calendar | Weekday | Offset | Sibling | Fixed | WarDay | Night


@dataclass(frozen=True, slots=True)
class Expression:
    """A span and what it says. `part` is a TIMEX time of day (`MO`, `NI`); `until` is the other end of a range or of a night.

    `opens_range` marks a first end: its days run to those of the next expression.
    """

    span: Span
    meaning: Meaning
    part: str | None = None
    is_night: bool = False
    until: Meaning | None = None
    opens_range: bool = False
