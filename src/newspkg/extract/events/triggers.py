"""Finds the words that name events: verbs, nouns and phrases of the codelist whose arguments fit their frame."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newspkg.extract.events.scene import Scene
from newspkg.extract.events.syntax import Arguments, children, of_noun, of_verb, phrase
from newspkg.model import Span
from newspkg.specs import Codelists, listed

if TYPE_CHECKING:
    from spacy.tokens import Token

Sets = Mapping[str, frozenset[str]]


@dataclass(frozen=True)
class Entry:
    """One line of the codelist of triggers; `words` is the trigger, word by word, in base forms."""

    words: tuple[str, ...]
    pos: str
    frame: str
    event_type: str
    event_subtype: str
    needs: tuple[str, ...]


@dataclass(frozen=True)
class Trigger:
    """An entry seen in a text: its head token, its span and its arguments."""

    entry: Entry
    token: Token
    span: Span
    arguments: Arguments


class TriggerFinder:
    """Looks up every verb and noun of a scene; the first entry whose needs are met wins."""

    def __init__(self, codelists: Codelists) -> None:
        self.entries: dict[tuple[str, str], list[Entry]] = defaultdict(list)
        for row in codelists.rows("event_triggers"):
            words = tuple(row["trigger"].split())
            entry = Entry(
                words,
                row["pos"],
                row["frame"],
                row["event_type"],
                row["event_subtype"],
                () if row["needs"] == "any" else listed(row["needs"]),
            )
            key = words[0] if row["pos"] == "verb" else words[-1]
            self.entries[row["pos"], key].append(entry)
        for found in self.entries.values():
            found.sort(key=lambda entry: (-len(entry.words), not entry.needs, _RANK.get(entry.frame, 5)))
        sets: dict[str, set[str]] = defaultdict(set)
        for row in codelists.rows("event_objects"):
            sets[row["set"]].add(row["word"])
        self.sets: Sets = {name: frozenset(words) for name, words in sets.items()}

    def __call__(self, scene: Scene) -> Iterator[Trigger]:
        taken: set[int] = set()
        for token in scene.doc:
            if token.i in taken or scene.is_closed(token):
                continue
            trigger = self._at(token, scene)
            if trigger is not None:
                taken.update(range(token.i + 1, token.i + len(trigger.entry.words)) if trigger.entry.pos == "verb" else ())
                yield trigger

    def _at(self, token: Token, scene: Scene) -> Trigger | None:
        pos: str
        arguments_of: Callable[[Token], Arguments]
        if token.pos_ in ("VERB", "AUX") or (token.pos_ == "ADJ" and token.lower_.endswith(("ed", "en"))):
            pos, arguments_of = "verb", of_verb
        elif token.pos_ in ("NOUN", "PROPN"):
            pos, arguments_of = "noun", of_noun
        else:
            return None
        arguments: Arguments | None = None
        for entry in self._entries(pos, token, scene):
            span = _matched(entry, token, scene)
            if span is None:
                continue
            arguments = arguments or arguments_of(token)
            if self._met(entry, token, arguments, scene):
                return Trigger(entry, token, span, arguments)
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
        nouns = [*arguments.patients, *(noun for _, noun in arguments.obliques)]
        if entry.frame == "intercept" and not arguments.patients:  # a passive that was not seen as one
            nouns += arguments.agents
        if entry.frame in (
            "impact",
            "arrive",
            "die",
            "flee",
            "protest",
            "ceasefire",
            "withdraw",
            "clash",
            "strike",
            "harm",
            "outage",
            "mobilize",
        ):
            nouns += arguments.agents
        if entry.pos == "noun":
            nouns += list(children(token, "compound", "amod", "nmod"))
            nouns += [inner for noun in nouns for inner in phrase(noun) if inner.pos_ in ("NOUN", "PROPN")][:12]
        return any(self._is(need, noun, scene) for need in entry.needs for noun in nouns)

    def _is(self, need: str, noun: Token, scene: Scene) -> bool:
        if need == "weapon":
            return scene.weapon_of(noun) is not None or scene.is_count_of_weapons(noun)
        if need == "place":
            return scene.place_at(noun) is not None and scene.actor_at(noun) is None
        if need == "actor":
            return scene.actor_at(noun) is not None
        if need == "armed":
            actor = scene.actor_at(noun)
            return (actor is not None and actor.kind in ("military", "armed_group")) or scene.lemma(noun) in self.sets["troops"]
        if need == "facility":
            return scene.facility_of(noun) is not None
        if need == "people" and (scene.actor_at(noun) is not None and scene.actor_at(noun).kind == "person"):  # type: ignore[union-attr]
            return True
        words = self.sets.get(need, frozenset())
        lemma = scene.lemma(noun)
        if any(f"{lemma} of {scene.lemma(inner)}" in words for prep in children(noun, "prep") for inner in children(prep, "pobj")):
            return True
        return (
            lemma in words
            or any(f"{scene.lemma(child)} {lemma}" in words for child in children(noun, "compound", "amod"))
            or (need == "people" and noun.pos_ == "NUM")
        )


_RANK = {"open_fire": 0, "launch": 1, "intercept": 2, "impact": 3, "strike": 4}


def _plausible(entry: Entry, arguments: Arguments, scene: Scene) -> bool:
    """A bare "hit", "attack" or "meet" needs something of war or politics around it."""
    nouns = [*arguments.agents, *arguments.patients, *(noun for _, noun in arguments.obliques)]
    if entry.event_type in ("attack", "battle"):
        return any(scene.weapon_of(n) or scene.place_at(n) or scene.facility_of(n) or scene.is_party(n) for n in nouns)
    return bool(nouns)


def _matched(entry: Entry, token: Token, scene: Scene) -> Span | None:
    """The span of an entry at its head token, or None: following words, particles apart from their verb, preceding compounds."""
    words, doc = entry.words, scene.doc
    if len(words) == 1:
        return Span(token.idx, token.idx + len(token))
    if entry.pos == "noun":
        first = token.i - len(words) + 1
        if first < 0 or any(
            doc[first + n].lower_ not in (word,) and scene.lemma(doc[first + n]) != word for n, word in enumerate(words[:-1])
        ):
            return None
        return Span(doc[first].idx, token.idx + len(token))
    after = doc[token.i + 1 : token.i + len(words)]
    if len(after) == len(words) - 1 and all(
        scene.lemma(own) == word or own.lower_ == word for own, word in zip(after, words[1:], strict=True)
    ):
        return Span(token.idx, after[-1].idx + len(after[-1]))
    if len(words) == 2 and any(
        child.lower_ == words[1] for child in children(token, "prt", "advmod", "prep", "acomp", "oprd") if child.i > token.i
    ):
        return Span(token.idx, token.idx + len(token))
    if len(words) == 2 and any(scene.lemma(child) == words[1] for child in children(token, "dobj")):
        return Span(token.idx, token.idx + len(token))
    return None
