"""Finds the words that name events: verbs, nouns and phrases of the codelist whose arguments fit their frame."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from newspkg.extract.events.clauses import absorbed, inner_verbs
from newspkg.extract.events.needs import Asker, Needs, parse_needs
from newspkg.extract.events.scene import Scene
from newspkg.extract.events.syntax import Arguments, of_noun, of_verb
from newspkg.extract.events.words import matched_words
from newspkg.model import Span
from newspkg.specs import Codelists

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True)
class Entry:
    """One line of the codelist of triggers; `words` is the trigger, word by word, in base forms."""

    words: tuple[str, ...]
    pos: str
    frame: str
    event_type: str
    event_subtype: str
    needs: Needs


@dataclass(frozen=True)
class Trigger:
    """An entry seen in a text: its head token, its span, its arguments; `also` are further words that name the event with it."""

    entry: Entry
    token: Token
    span: Span
    arguments: Arguments
    also: tuple[Span, ...] = ()
    inner: tuple[Token, ...] = ()

    @property
    def spans(self) -> tuple[Span, ...]:
        return (self.span, *self.also)


class TriggerFinder:
    """Looks up every verb and noun of a scene; the first entry whose needs are met wins."""

    def __init__(self, codelists: Codelists) -> None:
        self.entries: dict[tuple[str, str], list[Entry]] = defaultdict(list)
        for row in codelists.rows("event_triggers"):
            words = tuple(row["trigger"].split())
            needs = parse_needs(row["needs"])
            entry = Entry(words, row["pos"], row["frame"], row["event_type"], row["event_subtype"], needs)
            self.entries[row["pos"], words[0] if row["pos"] == "verb" else words[-1]].append(entry)
        for found in self.entries.values():
            found.sort(key=lambda entry: (-len(entry.words), not entry.needs, -_strictness(entry.needs), _RANK.get(entry.frame, 5)))
        sets: dict[str, set[str]] = defaultdict(set)
        for row in codelists.rows("event_objects"):
            sets[row["set"]].add(row["word"])
        self.asker = Asker({name: frozenset(words) for name, words in sets.items()})

    def __call__(self, scene: Scene) -> Iterator[Trigger]:
        found = {token.i: trigger for token in scene.doc if not scene.is_closed(token) and (trigger := self._at(token, scene))}
        for trigger in list(found.values()):
            self._settle(trigger, found)
        yield from (found[at] for at in sorted(found))

    def _settle(self, trigger: Trigger, found: dict[int, Trigger]) -> None:
        """Each event is told once: a light verb gives way to its noun, the verb of what is allowed or promised to the one that says so."""
        at = trigger.token.i
        if at not in found:
            return
        for inner in trigger.inner:
            found.pop(inner.i, None)
        if len(trigger.entry.words) > 1:
            within = range(at + 1, at + len(trigger.entry.words)) if trigger.span.end > trigger.token.idx + len(trigger.token) else ()
            for other in within:
                found.pop(other, None)
        if trigger.entry.frame != "launch" or trigger.entry.pos != "verb":
            return
        told = next((noun.i for noun in trigger.arguments.patients if noun.i in found and found[noun.i].entry.pos == "noun"), None)
        if told is not None:
            found[told] = replace(found[told], also=(*found[told].also, trigger.span))
            del found[at]

    def _at(self, token: Token, scene: Scene) -> Trigger | None:
        if token.pos_ in ("VERB", "AUX") or (token.pos_ == "ADJ" and token.lower_.endswith(("ed", "en"))):
            pos = "verb"
        elif token.pos_ in ("NOUN", "PROPN"):
            pos = "noun"
        else:
            return None
        arguments: Arguments | None = None
        for entry in self._entries(pos, token, scene):
            span = matched_words(entry.words, pos, token, scene)
            if span is None:
                continue
            arguments = arguments or (of_verb(token) if pos == "verb" else of_noun(token))
            inner = inner_verbs(token, arguments) if entry.frame in ABSORBING else []
            full = absorbed(arguments, inner)
            if self._met(entry, token, full, scene):
                return Trigger(entry, token, span, full, inner=tuple(inner))
        return None

    def _entries(self, pos: str, token: Token, scene: Scene) -> list[Entry]:
        """The entries of a word by its base form, and by the word itself where that is a plural of its own ("talks")."""
        lemma = scene.lemma(token)
        return self.entries.get((pos, lemma), []) + (self.entries.get((pos, token.lower_), []) if token.lower_ != lemma else [])

    def _met(self, entry: Entry, token: Token, arguments: Arguments, scene: Scene) -> bool:
        if entry.frame == "protest" and entry.pos == "verb" and arguments.patients:
            return False  # "this demonstrates the risk"
        if not entry.needs:
            return entry.pos == "noun" or _plausible(entry, arguments, scene)
        return self.asker.met(entry.needs, entry.frame, token, arguments, scene)


ABSORBING = frozenset({"authorize", "restrict", "transfer", "buy", "sell", "propose", "agree"})
_RANK = {"open_fire": 0, "launch": 1, "intercept": 2, "impact": 3, "strike": 4, "sanction": 1}


def _strictness(needs: Needs) -> int:
    """How many conditions the easiest alternative asks: what asks more is looked at first."""
    return min((len(terms) + sum(bool(term.slots) for term in terms) for terms in needs), default=0)


def _plausible(entry: Entry, arguments: Arguments, scene: Scene) -> bool:
    """A bare "hit", "attack" or "meet" needs something of war or politics around it."""
    nouns = [*arguments.agents, *arguments.patients, *(noun for _, noun in arguments.obliques)]
    if entry.event_type in ("attack", "battle"):
        return any(scene.weapon_of(n) or scene.place_at(n) or scene.facility_of(n) or scene.is_party(n) for n in nouns)
    return bool(nouns)
