"""Who did it, where only an accusation or a claim of responsibility says so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from newspkg.extract.events.draft import Draft
from newspkg.extract.events.scene import Scene
from newspkg.extract.events.sides.parties import Party, parties
from newspkg.extract.events.syntax import children, conjuncts, is_passive, subject
from newspkg.model import ActorRole, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

REACH = 3  # sentences between an attack and the words that say whose it was
FAR = 8  # the same where all attacks are spoken of
ACCUSING = frozenset(["blame", "accuse", "suspect"])
PINNING = frozenset(["blame", "attribute", "pin", "ascribe", "impute", "trace"])
CLAIMED = frozenset(
    "responsibility attack strike bombing blast explosion assault raid ambush killing shooting shelling credit salvo barrage operation"
    " bombardment rocket launch hit airstrike".split()
)
OWNING = frozenset(["take", "assume", "accept", "admit", "acknowledge", "avow"])  # what one does with responsibility, with credit
DEEDS = CLAIMED | frozenset(
    (
        "it this carry commit launch attack shell bomb kill fire target strike hit terrorism massacre violence incident"
        " death murder shoot be all both three two four bombardment ambush raid destroy damage abduct abduction"
        " kidnapping explode violation deaths drone missile"
    ).split()
)
TELLING = ACCUSING | PINNING | OWNING | {"claim", "hold", "work"}  # the verbs and nouns that may tell whose an attack is
DENYING = frozenset(["deny", "reject", "dismiss", "disclaim"])
ALL = frozenset(["all", "both", "three", "two", "four", "five", "attacks", "strikes", "bombings", "blasts", "assaults", "explosions"])
KINDS = ("state", "government", "military", "armed_group", "other", "person", "party")


@dataclass(frozen=True, slots=True)
class Blame:
    """An actor to whom an attack is put down at the token `at`; `of_all` where more than one attack is meant.

    No party where the sides blame each other.
    """

    at: int
    party: Party | None
    of_all: bool


def with_blamed(events: list[Draft], scene: Scene) -> tuple[list[Draft], frozenset[int]]:
    """The attacks, with whom one side alone is blamed for or says is its own; and the places of those that are contested."""
    blamed: dict[int, list[Party | None]] = {}
    for blame in _blames(scene):
        for number in _meant(blame, events, scene):
            blamed.setdefault(number, []).append(blame.party)
    found, contested = list(events), set()
    for number, accused in blamed.items():
        named = [party for party in accused if party is not None]
        if len(named) < len(accused) or len(dict(named)) > 1:
            contested.add(number)
        else:
            actor, span = named[0]
            found[number] = replace(found[number], roles=(ActorRole(actor, "initiator", span), *found[number].roles))
    return found, frozenset(contested)


def _blames(scene: Scene) -> Iterator[Blame]:
    for token in scene.doc:
        if token.pos_ not in ("VERB", "AUX", "ADP", "NOUN") or scene.is_boilerplate(token):
            continue
        if token.lemma_ in ACCUSING and _is_mutual(token):
            yield Blame(token.i, None, False)
        for noun in _accused(token):
            of_all = any(each.lower_ in ALL for each in token.subtree if each.i > token.i)
            yield from (Blame(token.i, party, of_all) for party in parties(noun, scene) if scene.kind_of.get(party[0]) in KINDS)


def _is_mutual(token: Token) -> bool:
    """ "Blamed each other", "accuse one another"."""
    words = [each.lower_ for each in token.subtree if each.i > token.i]
    return any(pair in (("each", "other"), ("one", "another")) for pair in pairwise(words))


def _accused(token: Token) -> list[Token]:
    """The nouns that name the accused, by the verb or phrase of blaming."""
    lemma = token.lemma_
    if lemma not in TELLING and token.lower_ != "behind":
        return []
    objects = children(token, "dobj", "obj")
    if lemma in PINNING and (pinned := _after(token, "on", "to")):
        return pinned
    if lemma in ACCUSING and _is_of_an_attack(token):
        accused = children(token, "nsubjpass") if is_passive(token) else objects
        return [each for noun in accused for each in conjuncts(noun)]
    if lemma in OWNING and any(noun.lower_ in ("responsibility", "credit") for noun in objects):
        return _subject(token)
    if lemma == "claim":
        claimed = [noun for noun in objects if noun.lemma_ in CLAIMED]
        if claimed:
            return _subject(token)
        return _after(token, "by") if token.tag_ == "VBN" and (token.head.lemma_ in CLAIMED or is_passive(token)) else []
    if token.lower_ == "behind" and token.head.lemma_ in ("be", "stand") and token.head.lemma_ not in DENYING:
        return _subject(token.head)
    if lemma == "hold" and any(child.lower_ == "responsible" for child in token.subtree):
        return objects or children(token, "nsubj")
    if lemma == "work" and token.dep_ == "attr":
        return _after(token, "of")
    return []


def _is_of_an_attack(token: Token) -> bool:
    """ "Accused them of shelling the town", "blamed them for the blast", or of nothing said; not "for the delay"."""
    preps = children(token, "prep")
    below = [each for prep in preps if prep.lower_ in ("of", "for", "over") for each in children(prep, "pobj", "pcomp")]
    return not below or any(each.lemma_ in DEEDS for noun in below for each in noun.subtree)


def _subject(verb: Token) -> list[Token]:
    found = subject(verb)
    return list(conjuncts(found)) if found is not None else []


def _after(token: Token, *prepositions: str) -> list[Token]:
    preps = [prep for prep in children(token, "prep", "agent", "dative") if prep.lower_ in prepositions]
    return [each for prep in preps for noun in children(prep, "pobj") for each in conjuncts(noun)]


def _meant(blame: Blame, events: list[Draft], scene: Scene) -> list[int]:
    """The attacks that are spoken of: those told in the sentence, else the last before; all of them where several are meant."""
    gaps: dict[int, int] = {}
    for number, event in enumerate(events):
        if event.event_type != "attack" or event.actors("initiator") or (blame.party and blame.party[0] in event.actors("target")):
            continue
        far = FAR if blame.of_all else REACH
        near = [gap for each in event.triggers if 0 <= (gap := scene.sentence[blame.at] - _sentence(each, scene)) <= far]
        if near:
            gaps[number] = min(near)
    if blame.of_all:
        return list(gaps)
    return [max(number for number, gap in gaps.items() if gap == min(gaps.values()))] if gaps else []


def _sentence(span: Span, scene: Scene) -> int:
    found = scene.doc.char_span(span.start, span.end, alignment_mode="expand")
    return scene.sentence[found.start] if found is not None else 0
