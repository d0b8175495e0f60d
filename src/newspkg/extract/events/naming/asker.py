"""Whether a trigger's arguments meet its needs: sets of the codelist `event_objects`, and weapons, places, actors of the scene."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from newspkg.extract.events.naming.needs import NEGATION, Term
from newspkg.extract.events.scene import GROUPS, PLATFORMS, Scene
from newspkg.extract.events.syntax import Arguments, conjuncts, obliques, phrase
from newspkg.extract.tree import children

if TYPE_CHECKING:
    from spacy.tokens import Token

Sets = Mapping[str, frozenset[str]]
SUBJECTS_COUNT = frozenset(
    "impact arrive die flee protest ceasefire withdraw clash strike harm outage mobilize capture deploy".split()
)  # frames in which the subject may be what is asked for


class Asker:
    """Says of a noun whether it is of a set of the codelist `event_objects`, or a weapon, place, actor, facility of the scene."""

    def __init__(self, sets: Sets) -> None:
        self.sets = sets

    def met(self, terms: tuple[Term, ...], frame: str, token: Token, arguments: Arguments, scene: Scene) -> bool:
        """Whether all the conditions of one alternative are met by the arguments of a trigger at `token`."""
        return all(self._term(term, frame, token, arguments, scene) for term in terms if term.sets != NEGATION) and (
            is_negated(token) or not any(term.sets == NEGATION for term in terms)
        )

    def _term(self, term: Term, frame: str, token: Token, arguments: Arguments, scene: Scene) -> bool:
        nouns = _slots(term.slots, token, arguments) if term.slots else _anywhere(frame, token, arguments)
        return term.negated != any(self.is_of(need, each, scene) for noun in nouns for each in _heads(noun, scene) for need in term.sets)

    def is_of(self, need: str, noun: Token, scene: Scene) -> bool:
        """Whether a noun is of a set; sets of the scene first, then those of the codelist."""
        actor = scene.actor_at(noun)
        if need in ("weapon", "platform", "munition", "ship"):
            return _is_weapon(need, noun, scene)
        if need == "place":
            return actor is None and (scene.place_at(noun) is not None or (noun.pos_ == "PROPN" and noun.ent_type_ in ("GPE", "LOC")))
        if need == "land":  # a place, also where it stands for the state
            return scene.place_at(noun) is not None
        if need in KINDS:
            return (
                actor.kind in KINDS[need]
                if actor is not None
                else (need in ("person", "party") and noun.ent_type_ == "PERSON" and scene.place_at(noun) is None)
            )
        if need == "armed":
            return (actor is not None and actor.kind in ("military", "armed_group")) or self._in("troops", noun, scene)
        if need == "facility":
            return scene.facility_of(noun) is not None
        if need == "prisoners" and noun.tag_ in ("NNS", "NNPS") and any(child.lower_ in HELD for child in children(noun, "amod")):
            return True  # "two captured Thais"
        if need == "near_prisoners":
            return any(self._in("prisoners", each, scene) for each in scene.doc[max(0, noun.i - NEAR) : noun.i] if each.pos_ == "NOUN")
        if need == "counted":
            return any(child.dep_ == "nummod" and child.lower_ not in ("one", "1") for child in noun.children)
        if need == "air_defence":
            weapon = scene.weapon_of(noun)
            return weapon is not None and weapon.weapon_class == "air_defence"
        if need == "arms_deal":
            return self._in("contract", noun, scene) and any(scene.weapon_of(each) for each in _before(noun))
        if need == "near_weapon":  # "approved the deal", right after the rockets that it is about
            return scene.has_just_named_weapons(noun)
        if need == "someone":
            return noun.pos_ == "PRON" and noun.lower_ in PERSONS
        if need == "anything":
            return True
        if need == "name":  # of a place that no gazetteer has
            return noun.pos_ == "PROPN" and actor is None and scene.weapon_at(noun) is None and noun.ent_type_ not in NO_PLACES
        if need == "people" and actor is not None and actor.kind in ("person", "civilians"):
            return True
        if need == "people" and (noun.ent_type_ == "NORP" or noun.pos_ == "NUM" or scene.is_person(noun)):
            return True
        if need == "evacuee" and noun.ent_type_ == "NORP" and noun.tag_ in ("NNS", "NNPS"):
            return True  # "Armenians"
        return self._in(need, noun, scene)

    def _in(self, name: str, noun: Token, scene: Scene) -> bool:
        words, lemma = self.sets.get(name, frozenset()), scene.lemma(noun)
        if name == "aid" and any(scene.lemma(child) in self.sets.get("not_aid", ()) for child in children(noun, "compound", "amod")):
            return False  # "humanitarian aid" is no weapon
        if not words.isdisjoint((lemma, noun.lower_, noun.lower_.removesuffix("s"))):
            return True
        before = [child for child in children(noun, "compound", "amod", "nmod", "poss") if child.i < noun.i]
        before += [child for child in children(noun, "acl") if child.tag_ == "VBN"]
        if any(f"{word} {lemma}" in words for child in before for word in (scene.lemma(child), child.lower_)):
            return True
        return any(f"{lemma} of {scene.lemma(inner)}" in words for prep in children(noun, "prep") for inner in children(prep, "pobj"))


SEEN = frozenset(
    "weapon platform munition ship place land armed facility near_weapon someone anything name evacuee people counted air_defence arms_deal"
    " near_prisoners negation".split()
)  # sets of the scene: what else a need may name is a set of the codelist


def _is_weapon(need: str, noun: Token, scene: Scene) -> bool:
    weapon = scene.weapon_of(noun)
    if weapon is None:
        elliptic = (need == "munition" and scene.has_munitions_before(noun)) or (
            need == "weapon" and noun.dep_ in ("dobj", "nsubjpass") and scene.has_just_named_weapons(noun)
        )
        return elliptic and scene.is_count_of_weapons(noun)
    if need == "ship":
        return weapon.weapon_class in ("warship", "submarine")
    return need == "weapon" or (weapon.weapon_class in PLATFORMS) == (need == "platform")


def is_negated(token: Token) -> bool:
    """ "Trains did not run", "would not let them pass"."""
    return bool(children(token, "neg"))


KINDS = {
    "actor": ("state", "government", "military", "armed_group", "igo", "person", "company", "party", "ngo", "civilians", "other", "media"),
    "party": ("state", "government", "military", "armed_group", "igo", "person", "party"),
    "person": ("person",),
    "group": ("armed_group",),
    "company": ("company",),
}
PERSONS = frozenset(["he", "she", "they", "him", "her", "them", "who", "we", "us", "i", "his", "their"])


def _slots(slots: tuple[str, ...], token: Token, arguments: Arguments) -> list[Token]:
    found = [noun for prep, noun in arguments.obliques if prep in slots]
    found += [inner for noun in arguments.patients for prep, inner in obliques(noun) if prep in slots]
    found += arguments.agents if "agent" in slots else ()
    found += arguments.patients if "object" in slots else ()
    found += arguments.clause if "clause" in slots else ()
    return found + (_before(token) if "mod" in slots else [])


def _before(token: Token) -> list[Token]:
    return [each for child in children(token, "compound", "amod", "nmod", "poss") for each in conjuncts(child)]


def _anywhere(frame: str, token: Token, arguments: Arguments) -> list[Token]:
    nouns = [*arguments.patients, *(noun for _, noun in arguments.obliques), *arguments.clause]
    if frame in SUBJECTS_COUNT or (frame == "intercept" and not arguments.patients):  # a passive that was not seen as one
        nouns += arguments.agents
    if token.pos_ in ("NOUN", "PROPN"):
        nouns += _before(token)
        nouns += [inner for noun in nouns for inner in phrase(noun) if inner.pos_ in ("NOUN", "PROPN")][:12]
    return nouns


NEAR = 60  # words back to what "the exchange" was of
HELD = frozenset("captured captive imprisoned detained jailed interned".split())
NO_PLACES = ("PERSON", "DATE", "TIME", "MONEY", "NORP", "PRODUCT", "EVENT")
ORDINALS = frozenset("first second third fourth fifth last latest next unit battery set version variant copy component".split())


def _heads(noun: Token, scene: Scene) -> list[Token]:
    """A noun, and what it counts or groups: "dozens of prisoners", "a group of soldiers", "two of the men", "the last of them"."""
    if noun.pos_ == "PROPN":
        return [noun, *(child for child in children(noun, "compound", "nmod", "appos") if child.pos_ == "NOUN")]  # "the tanker Aurora"
    if noun.pos_ not in ("NUM", "PRON", "ADJ") and scene.lemma(noun) not in GROUPS | ORDINALS:
        return [noun]
    return [noun, *(inner for prep in children(noun, "prep") if prep.lower_ == "of" for inner in children(prep, "pobj"))]
