"""Unnamed parties to whom something is done, or who tell it: "two men were arrested", "tribal elders said"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newspkg.extract.actors.candidate import Candidate
from newspkg.extract.actors.doings import DONE, MOVED, MOVES, NUMBER, QUALITY, SPEECH, is_done_to
from newspkg.extract.actors.identity import named
from newspkg.extract.actors.names import Hit, NameIndex
from newspkg.extract.actors.scene import Scene
from newspkg.extract.actors.world import CountryWord
from newspkg.specs import Codelists

COUNTED = re.compile(rf"\b(?:{NUMBER}|a|an|several|many|other|another|the other|all|some) (?:{QUALITY}|[a-z]+ ){{0,2}}$", re.IGNORECASE)
REACH = 60  # characters before a noun in which its number stands
HOMELESS = frozenset({"company", "other"})
ACTS = frozenset(
    "call count urge demand condemn write note put criticise criticize denounce document record attack hack knock deface leak breach steal "
    "target disrupt".split()
)


class Parties:
    """Finds unnamed parties by the nouns of the codelist `party_nouns`, and peoples by their number."""

    def __init__(self, codelists: Codelists) -> None:
        rows = codelists.rows("party_nouns")
        self._done_to = NameIndex({row["noun"]: row["actor_kind"] for row in rows if row["role"] == "acted"})
        self._sources = NameIndex({row["noun"]: row["actor_kind"] for row in rows if row["role"] == "source"})

    def find(self, scene: Scene) -> Iterator[Candidate]:
        """A candidate for each noun in such a place of its clause."""
        for hit in self._done_to.find(scene.low, scene.low_words):
            counted = COUNTED.search(scene.text, max(0, hit.start - REACH), hit.start)
            if counted and is_done_to(scene, hit.end - 1, DONE):
                yield _candidate(scene, counted.start(), hit)
        for hit in self._sources.find(scene.low, scene.low_words):
            if _tells(scene, hit):
                yield _candidate(scene, _widened(scene, hit.start), hit, 61)
        for people in scene.countries:
            if people.value.kind == "people":
                yield from _people(scene, people)


def _tells(scene: Scene, hit: Hit[str]) -> bool:
    if scene.low.endswith(("according to ", "according to the "), 0, _widened(scene, hit.start)):
        return True
    token = scene.token_at(hit.end - 1)
    return token is not None and token.dep_ == "nsubj" and token.head.lemma_.lower() in SPEECH | ACTS


def _widened(scene: Scene, start: int) -> int:
    """Where the phrase begins, with the country or town it names."""
    qualifier = scene.qualifier_before(start)
    return qualifier[0] if qualifier else start


def _candidate(scene: Scene, start: int, hit: Hit[str], rank: int = 9) -> Candidate:
    owner = scene.qualifier_before(hit.start)
    alpha3 = owner[1] if owner else None if hit.value in HOMELESS else scene.country_near(hit.start)
    label = scene.text[hit.start : hit.end].capitalize()
    name = label if alpha3 is None else f"{label} of {scene.world.country_name(alpha3)}"
    return Candidate(start, hit.end, named(name, hit.value, alpha3), rank)


def _people(scene: Scene, hit: Hit[CountryWord]) -> Iterator[Candidate]:
    """A people by its number ("some 40,000 Thais"): civilians who move, are moved or held."""
    counted = COUNTED.search(scene.text, max(0, hit.start - REACH), hit.start)
    token = scene.token_at(hit.end - 1)
    if not counted or token is None:
        return
    moves = token.dep_ == "nsubj" and token.head.lemma_.lower() in MOVES
    if moves or is_done_to(scene, hit.end - 1, MOVED | DONE):
        name = f"Civilians of {scene.world.country_name(hit.value.alpha3)}"
        yield Candidate(counted.start(), hit.end, named(name, "civilians", hit.value.alpha3), 21)
