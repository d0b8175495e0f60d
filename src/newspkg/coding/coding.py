"""An article's coding by hand: what a person found in it, with every span resolved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from newspkg.model import Span

TABLES = ("actors", "weapons", "events", "claims")


@dataclass(frozen=True, slots=True)
class CodedRow:
    """One coded actor, weapon, event or claim: its values as written, its spans, and for a claim those of its speaker and cue.

    `line` is the 1-based physical line where the row begins.
    """

    values: Mapping[str, Any]
    spans: tuple[Span, ...]
    speaker_spans: tuple[Span, ...] = ()
    cue_spans: tuple[Span, ...] = ()
    line: int = 1

    def __getitem__(self, name: str) -> Any:
        return self.values.get(name)

    @property
    def is_correction(self) -> bool:
        """The row names what it expects the machine to have found, and stands for that row alone."""
        return "expect" in self.values


@dataclass(frozen=True, slots=True)
class Coding:
    """The coding of the article `article_id`; ids in its rows are local to it. `body` is what the offsets refer to.

    `is_partial`: it corrects the machine's coding row by row; otherwise it stands in its place. `spot` is where the file names the article.
    """

    article_id: str
    body: str
    actors: tuple[CodedRow, ...] = ()
    weapons: tuple[CodedRow, ...] = ()
    events: tuple[CodedRow, ...] = ()
    claims: tuple[CodedRow, ...] = ()
    is_partial: bool = False
    spot: int = field(default=1, compare=False)

    def table(self, name: str) -> tuple[CodedRow, ...]:
        rows: tuple[CodedRow, ...] = getattr(self, name)
        return rows
