"""Numbered units: "the 92nd Assault Brigade", "the army's Third Division"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newspkg.extract.actors.bodies import MEMBERS_OF
from newspkg.extract.actors.candidate import Candidate
from newspkg.extract.actors.identity import named
from newspkg.extract.actors.scene import Scene

UNIT = re.compile(
    r"\b(?:\d{1,3}(?:st|nd|rd|th)|First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|[IVX]{1,4}) "
    r"(?:(?:[A-Z][\w'-]+|and|of|separate|mechani[sz]ed|assault|motori[sz]ed|airborne|infantry|tank|marine|mountain|artillery) ){0,5}"
    r"(?:[Bb]rigade|[Rr]egiment|[Dd]ivision|[Bb]attalion|Army(?: Corps)?|Corps|Fleet|[Ss]quadron|Group Army|Wing|Flotilla|"
    r"Detachment|Company|Platoon|Battery|"
    r"(?:Separate )?(?:Mechani[sz]ed|Motor Rifle|Air Assault|Airborne|Tank|Marine|Mountain|Jaeger|Assault))\b"
)
OWNER = re.compile(r"\b(?:the )?(?:army|military|navy|air force|corps|division)'s $", re.IGNORECASE)


def find_units(scene: Scene) -> Iterator[Candidate]:
    """A candidate for each numbered unit, of the country named before it or that the text speaks of."""
    for match in UNIT.finditer(scene.text):
        qualifier = scene.qualifier_before(match.start())
        start, alpha3 = qualifier or (scene.widened(match.start()), scene.country_near(match.start()))
        owner = OWNER.search(scene.text, max(0, start - 20), start)
        members = MEMBERS_OF.search(scene.text, max(0, start - 60), start)
        begin = next((each.start() for each in (members, owner) if each), start)
        yield Candidate(begin, match.end(), named(match.group(), "military", alpha3), 61)
