"""An article's indexes as the event extractor asks them: what stands at a token, whose a noun phrase is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from newspkg.extract.events.forces import is_whole
from newspkg.extract.events.scene_index import by_sentence, by_token, closed, is_adjective, is_half, numbered, paragraphs
from newspkg.extract.events.setting.spells import spelled
from newspkg.extract.events.syntax import phrase
from newspkg.model import ActorMention, AnnotatedDocument, DateMention, PlaceMention, QuantityMention, Span, WeaponMention

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

OWNERS = ("armed_group", "government", "military")
STANDS = frozenset(["in", "at", "on", "near", "over", "of", "outside", "around", "across", "against", "inside"])


class Spots:
    """Indexes of one annotated article with its weapons and actors."""

    def __init__(
        self,
        annotated: AnnotatedDocument,
        weapons: tuple[WeaponMention, ...],
        actors: tuple[ActorMention, ...],
        facilities: Mapping[str, str],
        countries: Mapping[str, str],
        people: frozenset[str] = frozenset(),
    ) -> None:
        self.annotated, self.weapons, self.actors = annotated, weapons, actors
        self.doc: Doc = annotated.doc
        self.facilities, self.countries, self.people = facilities, countries, people
        self._actor = by_token(self.doc, sorted(actors, key=lambda a: a.is_named))
        self._weapon = by_token(self.doc, weapons)
        self._weapon_near: dict[int, list[int]] = {}
        self._place = by_token(self.doc, [place for place in annotated.places if not is_half(place.span, annotated.text)])
        self._place = {at: place for at, place in self._place.items() if not is_adjective(self.doc[at])}
        self._quantity = {q.head: q for q in reversed(annotated.quantities) if q.head is not None}
        self._number = by_token(self.doc, annotated.quantities)
        self.sentence = numbered(self.doc)
        self._words: dict[int, set[str]] = {}
        for at in sorted(self._weapon):
            for number in (self.sentence[at], self.sentence[at] + 1):
                self._weapon_near.setdefault(number, []).append(at)
        self.starts = {number: sentence.start for number, sentence in enumerate(self.doc.sents)}
        self.paragraph = paragraphs(annotated)
        self.located = self._located()
        self._closed = closed(annotated)
        self.dates = spelled(annotated)
        self._dates = by_sentence(self.dates, self.doc, self.sentence)
        self._quantities = by_sentence(annotated.quantities, self.doc, self.sentence)
        self.country_of, self.kind_of = {a.actor_id: a.country_code for a in actors}, {a.actor_id: a.kind for a in actors}
        self.class_of = {weapon.weapon_id: weapon.weapon_class for weapon in weapons}
        proper = {a.actor_id for a in actors if not a.span.of(annotated.text)[1:].islower()}
        self.bands = frozenset(a.actor_id for a in actors if a.kind == "armed_group") - proper  # "gunmen", "the attackers"
        named = [(a.span.of(annotated.text).lower().removeprefix("the "), a) for a in actors if a.kind in OWNERS]
        self._groups = {word: a.actor_id for word, a in named if a.kind == "armed_group" or word == "junta"}

    def _located(self) -> dict[int, tuple[PlaceMention, ...]]:
        """By line, the places below a country that stand in a phrase of place and in no actor's name."""
        found: dict[int, tuple[PlaceMention, ...]] = {}
        for token in self.doc:
            place = self.place_at(token)
            stands = token.dep_ == "pobj" and token.head.lower_ in STANDS and self.actor_at(token) is None
            if stands and place is not None and place.precision != "country":
                found[self.paragraph[token.i]] = (*found.get(self.paragraph[token.i], ()), place)
        return found

    def is_boilerplate(self, token: Token) -> bool:
        return token.i in self._closed

    def is_closed(self, token: Token) -> bool:
        """Boilerplate, or the inside of an actor's or a weapon's name."""
        actor = self._actor.get(token.i)
        return token.i in self._closed or (actor is not None and actor.is_named and token.pos_ == "PROPN") or token.is_space

    def lemma(self, token: Token) -> str:
        lemma = token.lemma_.lower()
        return (
            lemma[:-1] if lemma.endswith("s") and token.tag_ in ("NNPS", "NNS") and len(lemma) > 4 and not lemma.endswith("ss") else lemma
        )

    def words_in(self, sentence: int) -> set[str]:
        """The words of a sentence in lower case, and their lemmas."""
        if not self._words:
            for token in self.doc:
                self._words.setdefault(self.sentence[token.i], set()).update((token.lower_, self.lemma(token)))
        return self._words[sentence]

    def actor_at(self, token: Token) -> ActorMention | None:
        return self._actor.get(token.i)

    def weapon_at(self, token: Token) -> WeaponMention | None:
        return self._weapon.get(token.i)

    def place_at(self, token: Token) -> PlaceMention | None:
        return self._place.get(token.i)

    def quantity_of(self, token: Token) -> QuantityMention | None:
        return self._quantity.get(token.i) or self._number.get(token.i)

    def quantities_in(self, sentence: int) -> tuple[QuantityMention, ...]:
        return self._quantities.get(sentence, ())

    def dates_in(self, sentence: int) -> tuple[DateMention, ...]:
        return self._dates.get(sentence, ())

    def owner_of(self, head: Token) -> tuple[str, Span] | None:
        """The actor whose a noun phrase is: a possessor or compound that is an actor, or an adjective of nationality."""
        tokens = [token for token in phrase(head) if token.i <= head.i or _is_of(token, head)]
        for token in tokens:
            actor = self.actor_at(token)
            if (
                actor is not None
                and token != head
                and actor.kind in ("state", "military", "armed_group", "government", "igo")
                and token.dep_ in ("poss", "compound", "nmod", "amod")
            ):
                return actor.actor_id, actor.span
        for token in tokens:
            country = self.countries.get(token.text) if self.place_at(token) is None else None
            side = self.side_of(country) if country else self._groups.get(token.lower_) or self._groups.get(f"{token.lower_}s")
            if side and token != head and token.dep_ in ("amod", "compound", "nmod"):
                return side, Span(token.idx, token.idx + len(token))
        return None

    def side_of(self, country: str) -> str | None:
        """The actor that an adjective of nationality stands for: the country's forces where the article has them, else the state."""
        forces = self.forces_of(country)
        return forces if forces is not None and is_whole(forces) else self.state_of(country) or forces

    def forces_of(self, country: str) -> str | None:
        """The forces of a country as a whole, if the article names them."""
        own = [actor.actor_id for actor in self.actors if actor.kind == "military" and actor.country_code == country]
        return next((actor for actor in own if is_whole(actor)), own[0] if own else None)

    def state_of(self, country: str | None) -> str | None:
        return next((a.actor_id for a in self.actors if country and a.kind == "state" and a.country_code == country), None)


def _is_of(token: Token, head: Token) -> bool:
    """Below a noun by "of" alone: "the base of the Russian fleet", not "the attack on a Russian base"."""
    preps = [up for up in token.ancestors if up.dep_ == "prep" and head.is_ancestor(up)]
    return bool(preps) and all(prep.lower_ == "of" for prep in preps)
