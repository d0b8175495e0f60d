"""An article's coding by hand: what a person found in it, with every span resolved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from newspkg.model import Span


@dataclass(frozen=True, slots=True)
class CodedRow:
    """One coded actor, weapon, event or claim: its values as written, its spans, and for a claim those of its speaker."""

    values: Mapping[str, Any]
    spans: tuple[Span, ...]
    speaker_spans: tuple[Span, ...] = ()

    def __getitem__(self, name: str) -> Any:
        return self.values.get(name)


@dataclass(frozen=True, slots=True)
class Coding:
    """The coding of the article `article_id`; ids in its rows are local to it. `body` is what the offsets refer to."""

    article_id: str
    body: str
    actors: tuple[CodedRow, ...] = ()
    weapons: tuple[CodedRow, ...] = ()
    events: tuple[CodedRow, ...] = ()
    claims: tuple[CodedRow, ...] = ()

    def table(self, name: str) -> tuple[CodedRow, ...]:
        rows: tuple[CodedRow, ...] = getattr(self, name)
        return rows
