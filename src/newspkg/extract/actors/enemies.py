""" "The enemy", "the invaders": the forces of the other side, seen from who speaks or acts."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from operator import attrgetter

from newspkg.extract.actors.candidate import Candidate
from newspkg.extract.actors.scene import Scene

ENEMY = re.compile(r"\b[Tt]he (?:enemy|foe|adversary|aggressors?)\b(?! (?:of|to|is)\b)")
INVADERS = re.compile(r"\b[Tt]he (?:occupiers|invaders|occupying forces|invading forces|occupation forces|invading army|invasion force)\b")
SAYS = re.compile(r"\b(?:says?|said|claims?|claimed|reports?|reported|according to|announced|writes|wrote)\b")
SENTENCE_END = re.compile(r"[.!?][\"”’']? (?=[A-Z\"“])|\n")
SIDES = ("military", "government", "state", "person")
REACH = 600  # characters before "the enemy" in which the speaker stands


def find_enemies(scene: Scene, named: list[Candidate]) -> Iterator[Candidate]:
    """A candidate for each such word, where one foe of the side is known and the article names it."""
    present = {each.identity.country_code for each in named}
    sided = [each for each in named if each.identity.kind in SIDES and scene.world.foes.get(each.identity.country_code or "")]
    for match in ENEMY.finditer(scene.text) if sided else ():
        if not scene.is_compound(match.end() - 1):
            yield from _forces(scene, match, _side(scene, sided, match), present)
    for match in INVADERS.finditer(scene.text):
        yield from _forces(scene, match, scene.country_near(match.start()), present)


def _side(scene: Scene, sided: list[Candidate], match: re.Match[str]) -> str | None:
    """Whose enemy: of who is said after it in the sentence to tell it, else of who was named last."""
    stop = SENTENCE_END.search(scene.text, match.end(), match.end() + 300)
    says = SAYS.search(scene.text, match.end(), stop.start() if stop else match.end() + 200)
    at = bisect_left(sided, match.start(), key=attrgetter("start"))
    after = sided[at : at + 1]
    if says and after and says.start() < after[0].start < (stop.start() if stop else says.end() + 100):
        return after[0].identity.country_code
    before = sided[at - 1] if at else None
    return before.identity.country_code if before and match.start() - before.end < REACH else None


def _forces(scene: Scene, match: re.Match[str], side: str | None, present: set[str | None]) -> Iterator[Candidate]:
    foes = [foe for foe in scene.world.foes.get(side or "", ()) if foe in present and foe.isupper()]
    if len(foes) == 1:
        yield Candidate(match.start(), match.end(), scene.world.forces_of(foes[0]), 45)
