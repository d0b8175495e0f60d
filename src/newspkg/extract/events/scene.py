"""An article as the event extractor sees it: what stands at a token, which weapon a noun phrase names, whose it is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from newspkg.extract.events.scene_index import by_sentence, by_token, closed, is_half, numbered, paragraphs
from newspkg.extract.events.syntax import children, phrase
from newspkg.model import ActorMention, AnnotatedDocument, DateMention, PlaceMention, QuantityMention, Span, WeaponMention

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

PARTIES = ("state", "government", "military", "armed_group", "igo", "person")
PLATFORMS = frozenset(["combat_aircraft", "helicopter", "support_aircraft", "warship", "submarine", "tank", "armoured_vehicle"])
COUNTS = frozenset("all both most some rest none dozen score hundred others other sixth one more another half remainder".split())


class Scene:
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
        self._quantity = {q.head: q for q in reversed(annotated.quantities) if q.head is not None}
        self._number = by_token(self.doc, annotated.quantities)
        self.sentence = numbered(self.doc)
        for at in sorted(self._weapon):
            for number in (self.sentence[at], self.sentence[at] + 1):
                self._weapon_near.setdefault(number, []).append(at)
        self.starts = {number: sentence.start for number, sentence in enumerate(self.doc.sents)}
        self.paragraph = paragraphs(annotated)
        self.located = self._located()
        self._closed = closed(annotated)
        self._dates = by_sentence(annotated.dates, self.doc, self.sentence)
        self._quantities = by_sentence(annotated.quantities, self.doc, self.sentence)
        self.country_of = {a.actor_id: a.country_code for a in actors}
        self.class_of = {weapon.weapon_id: weapon.weapon_class for weapon in weapons}
        self.kind_of = {a.actor_id: a.kind for a in actors}
        self._groups = {a.span.of(annotated.text).lower().removeprefix("the "): a.actor_id for a in actors if a.kind == "armed_group"}

    def _located(self) -> dict[int, tuple[PlaceMention, ...]]:
        """By line, the places below a country that stand in a phrase of place and in no actor's name."""
        found: dict[int, tuple[PlaceMention, ...]] = {}
        for token in self.doc:
            place = self.place_at(token)
            if (
                place is not None
                and place.precision != "country"
                and token.dep_ == "pobj"
                and token.head.lower_ in STANDS
                and self.actor_at(token) is None
            ):
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

    def weapon_of(self, head: Token) -> WeaponMention | None:
        """The weapon that a noun phrase names by its head, or through "wave of", "dozens of", "five of the six"."""
        if (own := self.weapon_at(head)) is not None:
            return own
        for prep in children(head, "prep"):
            if prep.lower_ in ("of", "with", "by") and (head.pos_ == "NUM" or self.lemma(head) in GROUPS):
                for noun in children(prep, "pobj"):
                    if (inner := self.weapon_at(noun)) is not None and (prep.lower_ == "of" or self.lemma(head) in GROUPS):
                        return inner
        return None

    def has_just_named_weapons(self, token: Token) -> bool:
        """Whether a weapon was named before in this sentence or the one before: "Germany has three batteries. Norway gave two."."""
        here = self.sentence[token.i]
        return any(at < token.i and here - self.sentence[at] <= 1 for at in self._weapon_near.get(here, ()))

    def is_count_of_weapons(self, head: Token) -> bool:
        """A bare number or "all", "the rest", which may stand for weapons named before."""
        return (
            bool(self.weapons)
            and (head.pos_ == "NUM" or head.lower_ in COUNTS)
            and all(
                noun.lower_ in ("them", "these", "those", "which") for prep in children(head, "prep") for noun in children(prep, "pobj")
            )
        )

    def facility_of(self, head: Token) -> tuple[str, Span] | None:
        """The kind of target that a noun phrase names, with the words that say so: the head with its modifiers, else the head alone."""
        for token in [head, *[noun for prep in children(head, "prep") if prep.lower_ == "of" for noun in children(prep, "pobj")]]:
            parts = [child for child in children(token, "compound", "amod") if child.i < token.i]
            for first in range(len(parts)):
                words = " ".join([self.lemma(part) for part in parts[first:]] + [self.lemma(token)])
                if words in self.facilities:
                    return self.facilities[words], Span(parts[first].idx, token.idx + len(token))
            word = next((word for word in (self.lemma(token), token.lower_) if word in self.facilities), None)
            if word is not None and self.actor_at(token) is None:
                return self.facilities[word], Span(token.idx, token.idx + len(token))
        return None

    def is_person(self, noun: Token) -> bool:
        """A noun for persons, in the singular or the plural."""
        return bool({self.lemma(noun), noun.lower_, noun.lower_[:-1]} & self.people) and noun.pos_ in ("NOUN", "PROPN")

    def is_party(self, token: Token) -> bool:
        actor = self.actor_at(token)
        return actor is not None and actor.kind in PARTIES

    def owner_of(self, head: Token) -> tuple[str, Span] | None:
        """The actor whose a noun phrase is: a possessor or compound that is an actor, or an adjective of nationality."""
        tokens = [token for token in phrase(head) if token.i <= head.i or _is_of(token, head)]
        for token in tokens:
            actor = self.actor_at(token)
            if (
                actor is not None
                and token != head
                and actor.kind in ("state", "military", "armed_group", "government")
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
        return forces if forces is not None and is_whole(forces) else self.state_of(country)

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


def is_whole(forces: str) -> bool:
    """The forces of a country as a whole, not a staff, a branch or a unit of theirs."""
    words = frozenset(forces.split("-"))
    return bool(words & WHOLE) and not words & PARTIAL


WHOLE = frozenset(["armed", "defense", "defence", "military", "army", "forces", "troops", "tatmadaw"])
PARTIAL = frozenset(
    "staff general ground air naval navy marine marines special territorial border security space missile command unit brigade division"
    " regiment corps intelligence guard chiefs operations rocket airborne coast joint board council missile strategic unmanned".split()
)
STANDS = frozenset(["in", "at", "on", "near", "over", "of", "outside", "around", "across", "against", "inside"])
GROUPS = frozenset(
    "wave swarm barrage salvo volley number dozen score hundred thousand million billion tonne ton pair series group batch fleet flurry"
    " type kind"
    " shipment delivery use arrival package launch firing hail pack round set rest majority total handful couple consignment stockpile"
    " supply amount quantity cache load part half third quarter combination mix mixture trio string spate burst stream cargo lot".split()
)
