"""The lines of the codelist of triggers, and a line as seen in a text."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newspkg.extract.events.naming.needs import NEGATION, Term, parse_needs
from newspkg.extract.events.syntax import Arguments
from newspkg.model import Span
from newspkg.specs import Codelists

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True)
class Entry:
    """One way in which a line of the codelist of triggers is met; `words` is the trigger, word by word, in base forms."""

    words: tuple[str, ...]
    pos: str
    frame: str
    event_type: str
    event_subtype: str
    needs: tuple[Term, ...]

    @property
    def is_negative(self) -> bool:
        """Whether the event is that something is not done: "trains did not run"."""
        return any(term.sets == NEGATION for term in self.needs)


@dataclass(frozen=True)
class Trigger:
    """An entry seen in a text: its head token, its span, its arguments.

    `words` are its tokens, `also` further words that name the event with it, `inner` the verbs below it that tell only what it is about.
    """

    entry: Entry
    token: Token
    span: Span
    arguments: Arguments
    also: tuple[Span, ...] = ()
    words: tuple[Token, ...] = ()
    inner: tuple[Token, ...] = ()

    @property
    def spans(self) -> tuple[Span, ...]:
        return (self.span, *self.also)


def read_entries(codelists: Codelists) -> dict[tuple[str, str], list[Entry]]:
    """The entries by part of speech and head word, those that ask more first."""
    found: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for row in codelists.rows("event_triggers"):
        words = tuple(row["trigger"].split())
        for terms in parse_needs(row["needs"]) or ((),):
            entry = Entry(words, row["pos"], row["frame"], row["event_type"], row["event_subtype"], terms)
            found[row["pos"], words[0] if row["pos"] == "verb" else words[-1]].append(entry)
    for entries in found.values():
        entries.sort(key=_precedence)
    return dict(found)


_RANK = {"open_fire": 0, "launch": 1, "intercept": 2, "impact": 3, "strike": 4, "sanction": 1}
# frames whose needs are so plain that nothing else is meant
_FIRST = frozenset({"mobilize", "test", "exchange", "sanction", "expel", "doctrine"})


def _precedence(entry: Entry) -> tuple[int, bool, bool, int, int]:
    """What asks more is looked at first; longer triggers before all."""
    asked = sum(1 + bool(term.slots) for term in entry.needs if not term.negated)
    return -len(entry.words), not entry.needs, not (entry.needs and entry.frame in _FIRST), -asked, _RANK.get(entry.frame, 5)
