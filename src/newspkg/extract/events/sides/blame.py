"""Who did it, where only an accusation or a claim of responsibility says so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from newspkg.extract.events.draft import Draft
from newspkg.extract.events.scene import Scene
from newspkg.extract.events.sides.accused import ACCUSING, accused
from newspkg.extract.events.sides.parties import Party, acting
from newspkg.model import ActorRole, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

REACH = 3  # sentences between an attack and the words that say whose it was
FAR = 8  # the same where all attacks are spoken of
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
    for number, who in blamed.items():
        named = [party for party in who if party is not None]
        if len(named) < len(who) or len(dict(named)) > 1:
            contested.add(number)
        else:
            actor, span = named[0]
            found[number] = replace(found[number], roles=(ActorRole(actor, "initiator", span), *found[number].roles))
    return found, frozenset(contested)


def _blames(scene: Scene) -> Iterator[Blame]:
    for token in scene.doc:
        if token.pos_ not in ("VERB", "AUX", "ADP", "NOUN", "ADJ") or scene.is_boilerplate(token):
            continue
        if token.lemma_ in ACCUSING and _is_mutual(token):
            yield Blame(token.i, None, False)
        for noun in accused(token):
            of_all = any(each.lower_ in ALL for each in token.subtree if each.i > token.i)
            yield from (Blame(token.i, party, of_all) for party in acting(noun, scene) if scene.kind_of.get(party[0]) in KINDS)


def _is_mutual(token: Token) -> bool:
    """ "Blamed each other", "accuse one another"."""
    words = [each.lower_ for each in token.subtree if each.i > token.i]
    return any(pair in (("each", "other"), ("one", "another")) for pair in pairwise(words))


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
