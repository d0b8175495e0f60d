"""States: where the name of a country or its capital means the state, not a place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newspkg.extract.actors.candidate import Candidate
from newspkg.extract.actors.names import Hit
from newspkg.extract.actors.scene import Scene
from newspkg.extract.actors.world import CountryWord

PLACE_BEFORE = re.compile(
    r"\b(?:in|into|inside|across|within|near|outside|over|around|throughout|through|along|off|via|under|beyond|east|west|north|south|"
    r"eastern|western|northern|southern|central|occupied|north-?east(?:ern)?|south-?west(?:ern)?|north-?west(?:ern)?|south-?east(?:ern)?)"
    r"(?: of)? (?:the )?$",
    re.IGNORECASE,
)
CAPITAL_BEFORE = re.compile(r"\b(?:at|from|to|of|on|for|towards?|near|upon|between|via) (?:the )?$", re.IGNORECASE)
MOVE_TO = re.compile(
    r"\b(?:travel\w*|return\w*|fl[ey]w?\w*|fled|flee\w*|visit\w*|trip|came|come|went|deploy\w*|sail\w*|head\w*|go|going|gone|"
    r"arriv\w*|deport\w*|evacuat\w*|moved?) "
    r"(?:back )?(?:to|from) (?:the )?$",
    re.IGNORECASE,
)
GIVE_FROM = re.compile(
    r"\b(?:envoys?|delegations?|officials|representatives|mediators|negotiators|ministers|leaders|criticism|condemnation|"
    r"gift|aid|support|help|missiles?|drones?|weapons?|shells|arms|bought|purchased|received|demands?|pressure|buying|response|statement|"
    r"order(?:ed)?|threats?|independence|guarantees|permission|approval) from (?:the )?$",
    re.IGNORECASE,
)
LAND = re.compile(
    r"'s? (?:\w+ )?(?:border|borders|territory|soil|coast|coastline|east|south|north|west|capital|region|regions|province|"
    r"city|cities|airspace|"
    r"second city|second-largest|largest city|waters|side)\b"
)
OFFICE_AFTER = re.compile(
    r"'s? (?:[\w-]+ ){0,3}(?:president|minister|king|emir|chief|envoy|ambassador|leader|chancellor|premier|governor)\b"
)
AFTER_PLACE = re.compile(
    r"(?:,? (?:[Rr]egion|[Oo]blast|[Pp]rovince|[Aa]irport|[Dd]istrict|[Cc]ity|[Rr]iver|[Ss]uburbs?)\b|,? [A-Z]{2}\b|-\w|/)"
)
WHICH = re.compile(r", which (?:(?:has|had|have) |on \w+ )?[a-z]+(?:ed|s) ")  # "Riyadh, which backs ..": it acts
HEADED = re.compile(r"(?:^|\n)[\s*•#–-]*$")
TOLD = frozenset(
    "appeal give sell supply provide offer hand transfer pledge promise apologise apologize donate grant".split()
)  # fmt: skip
ATTACKED = frozenset(
    "drop hit fire launch attack shell bomb outnumber leave liberate strike advance push capture kill come work storm retake take seize "
    "enter retreat cross pound target use send dig occupy control hold move press gain destroy burn defend fly land release mine jam "
    "shoot assault encircle bombard probe overrun infiltrate blow lay deploy mass wait sit creep raid intercept down lob".split()
)  # fmt: skip


def find_states(scene: Scene) -> Iterator[Candidate]:
    """A candidate for each name of a country, capital or people that acts or is acted on."""
    for hit in scene.countries:
        kind = hit.value.kind
        if kind == "people":
            if scene.text[max(0, hit.start - 4) : hit.start].lower() == "the ":
                yield _people(scene, hit)
        elif kind in ("name", "metonym") and not scene.is_in_body(hit.start, hit.end) and _is_state(scene, hit):
            start = hit.start - 4 if scene.text[max(0, hit.start - 4) : hit.start] in ("the ", "The ") else hit.start
            yield Candidate(start, hit.end, scene.world.state_of(hit.value.alpha3), 20)


def _people(scene: Scene, hit: Hit[CountryWord]) -> Candidate:
    token = scene.token_at(hit.start)
    verb = token.head.lemma_.lower() if token is not None else ""
    verb = token.head.head.lemma_.lower() if token is not None and token.head.lower_ == "by" else verb
    identity = scene.world.forces_of(hit.value.alpha3) if verb in ATTACKED else scene.world.state_of(hit.value.alpha3)
    return Candidate(hit.start - 4, hit.end, identity, 20)


def _is_state(scene: Scene, hit: Hit[CountryWord]) -> bool:
    before, after = scene.text[max(0, hit.start - 40) : hit.start], scene.text[hit.end : hit.end + 40]
    if PLACE_BEFORE.search(before) or MOVE_TO.search(before) or before.endswith(("-", "/")) or AFTER_PLACE.match(after):
        return False
    if re.search(r"\bfrom (?:the )?$", before) and not GIVE_FROM.search(before):
        return False
    if HEADED.search(before) and after.startswith(":"):
        return False
    possessive = after.startswith("'")
    if possessive and OFFICE_AFTER.match(after) and re.search(r"[A-Z][\w-]+, $", before):
        return False
    if re.search(r"[A-Z][\w'-]+, $", before) and (re.match(r"\s*(?:[.;()\n—–-]|,|$)", after)) and not _listed(scene, hit):
        return False
    if possessive and (LAND.match(after) or _place_follows(scene, hit.end)):
        return False
    token = scene.token_at(hit.end - 1)
    if token is None or (
        not possessive and token.dep_ in ("compound", "amod", "nmod") and token.head.i > token.i and token.head.pos_ in ("NOUN", "PROPN")
    ):
        return False
    return hit.value.kind == "name" or _capital_acts(scene, hit, before, after)


def _listed(scene: Scene, hit: Hit[CountryWord]) -> bool:
    """Whether the word before the comma is a country too: a list of states, not "Xanthi, Greece"."""
    return (
        any(other.end == hit.start - 2 and other.value.kind == hit.value.kind for other in scene.countries)
        or scene.text[hit.end : hit.end + 5] == " and "
    )


def _place_follows(scene: Scene, end: int) -> bool:
    return any(0 < place.span.start - end <= 4 for place in scene.annotated.places)


def _capital_acts(scene: Scene, hit: Hit[CountryWord], before: str, after: str) -> bool:
    """A capital stands for its state as a subject, a possessor, or the one who is told, given or accused."""
    if re.match(r"\s*(?:,? [A-Z][a-z]+ \d|\(| [-—–] |,? [A-Z]{2,})", after) or (
        re.search(r"(?:^|\n)$", before) and re.match(r",| [—–-]|:", after)
    ):
        return False
    token = scene.token_at(hit.end - 1)
    if token is None or after.startswith("'s") or WHICH.match(after):
        return token is not None
    while token.dep_ == "conj" and token.head.i < token.i:
        token = token.head
    if token.dep_ in ("nsubj", "nsubjpass", "dobj", "dative", "poss"):
        return True
    if token.dep_ == "pobj" and token.head.lower_ == "to" and token.head.head.lemma_ in TOLD:
        return True
    if re.search(r"\b(?:with|by|against|between|for|and|on) $", before):
        return True
    is_object = token.dep_ == "pobj" and token.head.lower_ in ("to", "of") and token.head.dep_ in ("dative", "prep")
    return is_object and token.head.head.pos_ in ("NOUN", "ADJ")
