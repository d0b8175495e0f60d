"""Units: "the 92nd Assault Brigade", "Infantry Battalion 77", "the army's Third Division", "the Wolves battalion"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newspkg.extract.actors.bodies import MEMBERS_OF
from newspkg.extract.actors.candidate import Candidate
from newspkg.extract.actors.identity import Identity, named
from newspkg.extract.actors.scene import Scene

ARM = (
    r"(?:Light|Heavy|Armou?red|Mechani[sz]ed|Motori[sz]ed|Infantry|Artillery|Tank|Rifle|Commando|Air Defen[cs]e|Drone|Marine|Airborne|"
    r"Ranger|Special|Assault|Border Guard|Border|Military Operations|Operations|Regional|Military|Combat|Strategic|"
    r"Mobile|Joint|Rocket|Missile|Engineer|Reconnaissance|Reserve)"
)
NUMBERED = re.compile(
    r"\b(?:\d{1,3}(?:st|nd|rd|th)|First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|[IVX]{1,4}) "
    r"(?:(?:[A-Z][\w'-]+|and|of|separate|mechani[sz]ed|assault|motori[sz]ed|airborne|infantry|tank|marine|mountain|artillery|armou?red|"
    r"paratroop|drone|territorial|defen[cs]e) ){0,5}"
    r"(?:[Bb]rigade|[Rr]egiment|[Dd]ivision|[Bb]attalion|Army(?: Corps)?|Corps|Fleet|[Ss]quadron|Group Army|Wing|Flotilla|"
    r"Detachment|Company|Platoon|Battery|Military (?:District|Region)|"
    r"(?:Separate )?(?:Mechani[sz]ed|Motor Rifle|Air Assault|Airborne|Tank|Marine|Mountain|Jaeger|Assault))\b"
)
NUMBER_AFTER = re.compile(
    rf"\b(?:{ARM} ){{0,3}}(?:Battalion|Brigade|Division|Regiment|Command|Unit|Task Force|Military Region|Military District|"
    r"Squadron|Detachment|Column|Sector|Front) (?:No\.? ?)?\d{1,4}\b(?![\w.,]*\d)(?! (?:km|kilomet|dead|killed|people|wounded|percent))"
)
BY_NAME = re.compile(
    r"(?<![\w'-])(?:[A-Z][\w'-]+ ){1,2}[\"”]?(?:brigade|battalion|regiment|legion)s?\b|[\"“][A-Z]\w+(?: [A-Z]\w+)?[\"”] "
    r"(?:brigade|battalion|regiment|grouping|group of (?:forces|troops))\b"
)
GROUPING = re.compile(
    r"\b(?:(?:Northern|Southern|Eastern|Western|Central|[A-Z][a-z]+) )(?:Grouping|[Gg]roup|grouping) of (?:[Ff]orces|[Tt]roops)\b"
)
KINDS = (
    (
        re.compile(r"Motor(?:i[sz]ed)? Rifle|Guards|Airborne Division|Naval Infantry|Combined[- ]Arms|Tank Army|Spetsnaz", re.I),
        "RUS",
        "UKR",
    ),
    (re.compile(r"(?:Mechani[sz]ed|Assault|J[aä]ger|Territorial Defen[cs]e) Brigade|Air Assault", re.I), "UKR", "RUS"),
)
PATTERNS = (NUMBERED, NUMBER_AFTER, GROUPING, BY_NAME)
OPENING = re.compile(r"(?:The|A|An|One|Another|In|On|At|But|And|Its|Their|His|Only|When|While|After|That|This) ")
OWNER = re.compile(r"\b(?:the )?(?:army|military|navy|air force|corps|division|brigade)'s $", re.IGNORECASE)


def find_units(scene: Scene) -> Iterator[Candidate]:
    """A candidate for each unit, of the group or country named before it or of the one that the text speaks of."""
    for pattern in PATTERNS:
        for match in pattern.finditer(scene.text):
            opening = OPENING.match(scene.text, match.start()) if pattern is not NUMBERED else None
            start = opening.end() if opening else match.start()
            if " " in scene.text[start : match.end()] and not _is_nations(scene, start, pattern):
                yield _candidate(scene, start, match.end(), pattern)


def _is_nations(scene: Scene, start: int, pattern: re.Pattern[str]) -> bool:
    """A unit without a name or number of its own ("the Peruvian brigade")."""
    hit = scene.country_starting.get(start)
    return pattern is BY_NAME and hit is not None


def _candidate(scene: Scene, start: int, end: int, pattern: re.Pattern[str]) -> Candidate:
    body = scene.body_ending.get(scene.owner_end(start))
    identity = _of_body(scene, start, end, body.value.identity) if body else None
    qualifier = scene.qualifier_before(start)
    begin, alpha3 = qualifier or (scene.widened(start), None)
    owner = OWNER.search(scene.text, max(0, begin - 20), begin)
    members = MEMBERS_OF.search(scene.text, max(0, begin - 60), begin)
    first = body.start if identity and body else next((each.start() for each in (members, owner) if each), begin)
    name = scene.text[start:end].replace('"', "").replace("“", "").replace("”", "")
    made = identity or named(name, "military", alpha3 or _by_kind(name, scene) or scene.country_near(start))
    return Candidate(first, end, made, 63 if identity else 56 if pattern is BY_NAME else 61)


def _by_kind(name: str, scene: Scene) -> str | None:
    """The army that calls its units so, of two that the article speaks of: motor rifles are Russia's, mechanised brigades Ukraine's."""
    told = scene.nearness.shares
    return next((alpha3 for pattern, alpha3, foe in KINDS if alpha3 in told and foe in told and pattern.search(name)), None)


def _of_body(scene: Scene, start: int, end: int, body: Identity) -> Identity | None:
    """A unit of an armed group."""
    if body.kind != "armed_group":
        return None
    return named(f"{scene.text[start:end]} of {body.name}", body.kind, body.country_code)
