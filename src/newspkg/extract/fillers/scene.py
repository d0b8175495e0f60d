"""One article's attacks with the phrases that their sentences say of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from newspkg.extract.events.naming.nouns import of_noun
from newspkg.extract.events.sides.accused import accused
from newspkg.extract.events.syntax import Arguments, conjuncts, of_verb
from newspkg.extract.fillers.phrases import core_span, head_of
from newspkg.extract.fillers.words import Words
from newspkg.extract.tree import children
from newspkg.model import ArticleReading, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Filled = dict[str, list[Span]]
VIOLENT = ("attack", "battle")
REACH, FAR = 2, 4  # sentences between an event and the harm that is told of it; and the words that say whose it was
PINNED = ("attribute", "blame")
AT = ("on", "against", "at", "in", "near", "outside", "into", "inside", "under", "to", "of")
SIDES = ("armed_group", "military", "government", "party")
GROUND = frozenset(
    ["town", "village", "neighborhood", "neighbourhood", "area", "region", "outskirt", "highway", "position", "operation", "shot", "effort"]
)


class Scene:
    """One article being read."""

    def __init__(self, reading: ArticleReading, words: Words) -> None:
        self.reading, self.words = reading, words
        self.doc: Doc = reading.annotated.doc
        self.found: list[dict[str, dict[Span, None]]] = [defaultdict(dict) for _ in reading.events]
        self.actors = {(actor.span.start, actor.span.end): actor for actor in reading.actors}
        self.weapons = [weapon.span for weapon in reading.weapons]
        self.actor_ends = {actor.span.end: actor for actor in reading.actors}
        self.weapon_ends = {weapon.span.end for weapon in reading.weapons}
        self.sentence = {token.i: number for number, sentence in enumerate(self.doc.sents) for token in sentence}

    def filled(self) -> tuple[Filled, ...]:
        self.heads = [
            [head_of(self.doc, trigger) for trigger in event.triggers] if event.event_type in VIOLENT else []
            for event in self.reading.events
        ]
        for number, heads in enumerate(self.heads):
            for head in heads:
                self._of_trigger(number, head)
        for token in self.doc:
            if (doers := self._blamed(token)) and (host := self._host(token, FAR)) is not None:
                for noun in doers:
                    self._add(host, "initiator", noun)
            if self.words.is_harm(token) and (host := self._host(token)) is not None:
                self._victims(host, self._harmed(token))
        return tuple({role: sorted(spans) for role, spans in roles.items()} for roles in self.found)

    def _of_trigger(self, number: int, head: Token) -> None:
        told = of_noun(head) if head.pos_ in ("NOUN", "PROPN") else of_verb(head)
        self._victims(number, told.patients)
        for noun in [*told.patients, *(noun for prep, noun in told.obliques if prep in AT and self.words.is_thing(noun))]:
            if self._may_be_struck(noun):
                self._add(number, "target", noun)
        for noun in told.agents:
            if self._is_person(noun):
                self._add(number, "initiator", noun)
                self._body_of(number, noun)

    def _body_of(self, number: int, noun: Token) -> None:
        """The named side in "fighters of the Red Front", "Red Front fighters"."""
        inside = Span(noun.left_edge.idx, noun.right_edge.idx + len(noun.right_edge))
        for actor in self.reading.actors:
            if actor.kind in SIDES and inside.contains(actor.span) and actor.is_named:
                self.found[number]["initiator"][actor.span] = None

    def _blamed(self, token: Token) -> list[Token]:
        """Who claims a deed or is blamed for one: "X claimed responsibility", "attributed to X", "accused X of"."""
        lemma = token.lemma_.lower()
        if token.pos_ == "VERB" and lemma.startswith(("perpetrat", "mastermind")):
            return [noun for noun in of_verb(token).agents if self._is_doer(noun)]
        claims = lemma == "claim" or lemma in PINNED
        return [noun for noun in accused(token) if noun.pos_ != "PRON" and (claims or self._is_doer(noun))]

    def _is_doer(self, noun: Token) -> bool:
        return self._is_person(noun) or noun.idx + len(noun) in self.actor_ends

    def _add(self, number: int, role: str, noun: Token) -> None:
        self.found[number][role][core_span(noun, self.words.titles)] = None

    def _victims(self, number: int, nouns: Iterable[Token]) -> None:
        for noun in nouns:
            if self._is_person(noun) and not any(child.lower_ in ("no", "nobody") for child in noun.children):
                named = [child for child in children(noun, "appos") if child.pos_ == "PROPN" and child.i > noun.i]
                self._add(number, "victim", named[0] if named else noun)

    def _host(self, token: Token, reach: int = REACH) -> int | None:
        """The attack told nearest before or in the same sentence."""
        at = self.sentence[token.i]
        ranked = [
            (at - self.sentence[head.i], abs(head.i - token.i), number)
            for number, heads in enumerate(self.heads)
            for head in heads
            if 0 <= at - self.sentence[head.i] <= reach
        ]
        return min(ranked)[2] if ranked else None

    def _harmed(self, token: Token) -> Iterator[Token]:
        if token.pos_ == "NOUN":
            for noun in [
                *children(token, "poss"),
                *(noun for prep in children(token, "prep") if prep.lower_ == "of" for noun in children(prep, "pobj")),
            ]:
                yield from conjuncts(noun)
            return
        told: Arguments = of_verb(token)
        yield from told.agents if token.lemma_.lower() in self.words.dying else told.patients

    def _is_person(self, noun: Token) -> bool:
        if noun.pos_ == "PRON" or noun.idx + len(noun) in self.weapon_ends:
            return False
        actor = self.actor_ends.get(noun.idx + len(noun))
        if actor is not None and actor.kind in ("person", "civilians"):
            return True
        return self.words.is_person(noun)

    def _may_be_struck(self, noun: Token) -> bool:
        """A thing of the list, or any other common noun that is neither a person nor a weapon nor an actor."""
        end = noun.idx + len(noun)
        if self._is_person(noun) or end in self.weapon_ends or end in self.actor_ends or noun.ent_type_ in ("DATE", "TIME", "GPE"):
            return False
        lemma = noun.lemma_.lower()
        return self.words.is_thing(noun) or (noun.pos_ == "NOUN" and noun.lower_ != lemma and lemma not in self.words.deeds | GROUND)
