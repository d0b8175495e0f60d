"""Offices told by another's: "his Turkish counterpart", "its counterpart in Lima", "the two countries' foreign ministers"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newspkg.extract.actors.candidate import Candidate
from newspkg.extract.actors.identity import Identity, named
from newspkg.extract.actors.offices import OFFICE, title_of
from newspkg.extract.actors.scene import Scene

COUNTERPART = re.compile(r"\bcounterpart\b(?:,? (?:in|from) (?:the )?(?P<place>[A-Z][\w.]+(?: [A-Z]\w+)?))?(?!,? (?:the )?[A-Z])")
POSSESSOR = re.compile(r"\b(?:his|her|its|their|whose) $", re.IGNORECASE)
SIDES = r"(?:countries|sides|neighbours|neighbors|nations|states|governments)"
OF_BOTH = re.compile(
    rf"\b(?:both (?:{SIDES}'? )?|(?:the )?two (?:{SIDES}' )?|(?:the )?{SIDES}' )"
    r"(?:deputy |top )?(?P<what>(?:foreign|defen[cs]e|interior|finance|trade|energy) (?:ministers|ministries)|prime ministers|presidents|"
    r"army chiefs|chief negotiators|negotiators|delegations|envoys|general staffs)\b",
    re.IGNORECASE,
)
OF_SEVERAL = re.compile(
    r"\b(?:the )?(?P<what>(?:foreign|defen[cs]e|interior|finance|energy|trade|health|justice) ministers) (?:of|from) (?:the )?"
    r"(?:\w+ ){1,2}(?:countries|states|nations|members|allies)\b",
    re.IGNORECASE,
)
OFFICE_LIKE = re.compile(OFFICE.pattern.rsplit(r"(?!,? [A-Z])", 1)[0], re.IGNORECASE)  # a name may follow: "Foreign Minister Ada Roe"
REACH = 400  # characters before a counterpart in which the first office stands


def find_counterparts(scene: Scene) -> Iterator[Candidate]:
    """A candidate for each office that is told only as the same office of another country, or of both."""
    for match in COUNTERPART.finditer(scene.text):
        found = _counterpart(scene, match)
        if found:
            yield found
    for match in OF_BOTH.finditer(scene.text):
        what = match["what"].capitalize()
        yield Candidate(match.start(), match.end(), named(f"Both {what.lower()}", "government"), 64)
    for match in OF_SEVERAL.finditer(scene.text):
        yield Candidate(match.start(), match.end(), named(match["what"].capitalize(), "government"), 66)


def _counterpart(scene: Scene, match: re.Match[str]) -> Candidate | None:
    place, start = match["place"], match.start()
    alpha3: str | None = None
    qualifier = scene.qualifier_before(start)
    if qualifier:
        start, alpha3 = qualifier
    elif place:
        at = match.start("place")
        alpha3 = scene.world.adjective_country(place) or scene.world.adjective_country(place.split()[0]) or scene.place_in(at, at + 1)
    else:
        return None
    possessor = POSSESSOR.search(scene.text, max(0, start - 7), start)
    identity = _same_office(scene, match.start(), alpha3) if alpha3 else None
    return Candidate(possessor.start() if possessor else start, match.end(), identity, 65) if identity else None


def _same_office(scene: Scene, offset: int, alpha3: str) -> Identity | None:
    """The office of `alpha3` that is named last before `offset` for another: a person's, or a ministry."""
    low = max(0, offset - REACH)
    organs = [hit for hit in scene.world.organ_index.find(scene.low[low:offset]) if hit.value.alone == "bare"]
    offices = list(OFFICE_LIKE.finditer(scene.text, low, offset))
    if offices and (not organs or offices[-1].end() > low + organs[-1].end):
        return scene.world.organ_of(title_of(offices[-1]), "person", alpha3)
    return scene.world.organ_of(organs[-1].value.label, organs[-1].value.kind, alpha3) if organs else None
