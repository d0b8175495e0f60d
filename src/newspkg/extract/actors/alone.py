"""Organs without their country's name ("the army", "its troops", "police"): whether they are actors, where they begin, whose they are."""

from __future__ import annotations

import re

from newspkg.extract.actors.names import Hit
from newspkg.extract.actors.owners import SENDS, VIOLENT, is_of_subject, owner_by_pronoun
from newspkg.extract.actors.scene import Scene
from newspkg.extract.actors.world import Organ

SOURCE_IN = re.compile(r"(?:source|official|officer|analyst|contact)s? (?:in|at|from|within|inside) $")
IN_PLACE = re.compile(r" in (?:the )?([\w.]+(?: [A-Z]\w+)?)")
SOURCES = frozenset(
    {"Prosecutor's Office", "Customs", "Emergency Service", "Security Service", "Intelligence Service", "Court", "Border Guard",
     "Weather Service", "Nuclear Agency", "Central Bank", "Migration Service", "Investigative Committee"}
)  # fmt: skip
SAYS = frozenset(
    "say report tell announce confirm add state warn deny claim accuse estimate describe note allege identify name find seize open order "
    "rule sentence charge put count record write insist blame".split()
)
FORCES = frozenset("troops soldiers forces servicemen commandos marines".split())
WORK = (
    VIOLENT
    | SENDS
    | frozenset(
        "clash repel fight search detain arrest recover free rescue retake recapture push retreat pull shell patrol foil besiege "
        "surround cordon".split()
    )
)
NEAR = 90  # characters between a state and what is its own


def owner_of(scene: Scene, article: int | None) -> str | None:
    return owner_by_pronoun(scene, article) if article is not None and scene.low.startswith(("its ", "their "), article) else None


def _is_its_own(scene: Scene, hit: Hit[Organ], article: int | None) -> bool:
    """ "Its troops", "its officials" of a state named just before, with no body between."""
    if article is None or hit.value.label not in ("Armed Forces", "Government") or not scene.low.startswith("its ", article):
        return False
    bodies = scene.within(scene.bodies, article - NEAR, article)
    named = any(each.value.kind in ("name", "metonym") for each in scene.within(scene.countries, article - NEAR, article))
    return not bodies and (named or (hit.value.label == "Armed Forces" and is_of_subject(scene, article)))


def begin_alone(scene: Scene, hit: Hit[Organ], begin: int, speaks: bool) -> int | None:
    """Where an organ without a country's name begins ("the army", "police"); None where it is no actor."""
    article, is_bare, alone = scene.article_before(begin), begin == hit.start, hit.value.alone
    if alone == "never" and hit.value.label in SOURCES and _is_source(scene, hit, begin):
        return begin if article is None else article
    if alone == "never" and _is_placed(scene, hit.end) and scene.is_subject(hit.end - 1):
        return begin if article is None else article
    if alone == "never" and (SOURCE_IN.search(scene.low, max(0, begin - 20), begin) or _is_its_own(scene, hit, article)):
        return begin if article is None else article
    indefinite = article is not None and scene.low.startswith(("a ", "an "), article)
    if alone == "bare":
        return begin if article is None or indefinite else article
    if article is None and alone == "never":
        return begin if is_bare and _are_at_work(scene, hit) else None
    if article is None:
        return begin if alone == "subject" and is_bare and scene.is_subject(hit.end - 1) else None
    if indefinite:
        return article if speaks and alone != "never" else None
    return article if alone != "never" else None


def _are_at_work(scene: Scene, hit: Hit[Organ]) -> bool:
    """ "Troops killed two gunmen": bare at the head of a sentence, as who does what forces do."""
    token = scene.token_at(hit.end - 1)
    if token is None or hit.value.kind != "military" or token.dep_ != "nsubj" or token.text.lower() not in FORCES:
        return False
    return scene.text[hit.start].isupper() and token.head.lemma_.lower() in WORK


def _is_source(scene: Scene, hit: Hit[Organ], begin: int) -> bool:
    """Whether something is said by it or according to it."""
    token = scene.token_at(hit.end - 1)
    if "source" in scene.low[hit.start : hit.end]:
        return False
    if token is None or scene.low.endswith((" according to ", " according to the "), 0, begin):
        return token is not None
    return token.dep_ == "nsubj" and token.head.lemma_.lower() in SAYS


def _is_placed(scene: Scene, end: int) -> bool:
    """Whether the words say where it is ("a court in Lima")."""
    inside = IN_PLACE.match(scene.text, end)
    return inside is not None and scene.place_in(inside.start(1), inside.end(1)) is not None
