"""An article as the event extractor sees it: which weapon, which facility, how many a noun phrase names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newspkg.extract.events.spots import Spots
from newspkg.extract.tree import children
from newspkg.model import Span, WeaponMention

if TYPE_CHECKING:
    from spacy.tokens import Token

PARTIES = ("state", "government", "military", "armed_group", "igo", "person")
PLATFORMS = frozenset(["combat_aircraft", "helicopter", "support_aircraft", "warship", "submarine", "tank", "armoured_vehicle"])
MUNITIONS = frozenset(
    "attack_drone drone naval_drone missile cruise_missile ballistic_missile hypersonic_missile anti_ship_missile air_to_surface_missile"
    " anti_tank_missile guided_bomb bomb rocket_artillery artillery combat_drone cluster_munition".split()
)
COUNTS = frozenset("all both most some rest none dozen score hundred others other sixth one more another half remainder".split())


class Scene(Spots):
    """One annotated article with its weapons and actors, asked by noun phrase."""

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

    def has_munitions_before(self, token: Token) -> bool:
        """Whether the arms named last before a token are such as are fired: "20 missiles .. five landed", not "18 guns .. six arrived"."""
        before = [weapon for weapon in self.weapons if weapon.span.start < token.idx]
        return bool(before) and before[-1].weapon_class in MUNITIONS

    def is_count_of_weapons(self, head: Token) -> bool:
        """A bare number or "all", "the rest", which may stand for weapons named before."""
        return (
            bool(self.weapons)
            and (head.pos_ == "NUM" or head.lower_ in COUNTS)
            and all(
                noun.lower_ in ("them", "these", "those", "which")
                for prep in children(head, "prep")
                if prep.lower_ not in ("but", "except", "bar")
                for noun in children(prep, "pobj")
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


GROUPS = frozenset(
    "wave swarm barrage salvo volley number dozen score hundred thousand million billion tonne ton pair series group batch fleet flurry"
    " type kind"
    " shipment delivery use arrival package launch firing hail pack round set rest majority total handful couple consignment stockpile"
    " supply amount quantity cache load part half third quarter combination mix mixture trio string spate burst stream cargo lot".split()
)
