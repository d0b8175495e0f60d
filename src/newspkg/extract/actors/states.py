"""States: where the name of a country or its capital means the state, not a place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from newspkg.extract.actors.candidate import Candidate
from newspkg.extract.actors.capitals import capital_acts
from newspkg.extract.actors.identity import Identity
from newspkg.extract.actors.names import Hit
from newspkg.extract.actors.scene import Scene
from newspkg.extract.actors.world import CountryWord

if TYPE_CHECKING:
    from spacy.tokens import Token

PLACE_BEFORE = re.compile(
    r"\b(?:in|into|inside|across|within|near|outside|over|around|throughout|through|along|off|via|under|beyond|east|west|north|south|"
    r"eastern|western|northern|southern|central|occupied|north-?east(?:ern)?|south-?west(?:ern)?|north-?west(?:ern)?|south-?east(?:ern)?)"
    r"(?: of)? (?:the |both |parts of |much of |most of |all of )?$",
    re.IGNORECASE,
)
MOVE_TO = re.compile(
    r"\b(?:travel\w*|return\w*|fl[ey]w?\w*|fled|flee\w*|visit\w*|trip|came|come|went|deploy\w*|sail\w*|head\w*|go|going|gone|"
    r"arriv\w*|deport\w*|evacuat\w*|moved?|bound) "
    r"(?:back )?(?:to|from|for|towards?) (?:the )?$",
    re.IGNORECASE,
)
PART_OF = re.compile(
    r"\b(?:half|parts?|most|much|all|thirds?|quarters?|fifths?|tenths?|areas?|swath(?:e|es|s)?|corners?|whole|per ?cent|rest|"
    r"stretch(?:es)?|outskirts|streets|residents|people|population|cities|towns|villages|map) of (?:the )?$|% of (?:the )?$",
    re.IGNORECASE,
)
GIVE_FROM = re.compile(
    r"\b(?:envoys?|delegations?|officials|representatives|mediators|negotiators|ministers|leaders|criticism|condemnation|"
    r"gift|aid|support|help|missiles?|drones?|weapons?|shells|arms|bought|purchased|received|demands?|pressure|buying|response|statement|"
    r"order(?:ed)?|threats?|independence|guarantees|permission|approval|word|figures?|comment|reaction|answer|reply|condolences|"
    r"warnings?|denial|statements|signals?|assurances|orders|instructions|loans?|oil|gas|grain|imports) from (?:the )?$",
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
AGREED = ("deal", "deals", "agreement", "bargain", "pact", "accord", "blow", "balance", "note", "tone")  # what is struck without arms
NATIONS = ("sh", "ch", "ese", "iss")
HEADED = re.compile(r"(?:^|\n)[\s*•#–-]*$")
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
        elif kind == "adjective" and _is_nation(scene, hit):
            yield _people(scene, hit)
        elif kind in ("name", "metonym") and not scene.is_in_body(hit.start, hit.end) and _is_state(scene, hit):
            start = hit.start - 4 if scene.text[max(0, hit.start - 4) : hit.start] in ("the ", "The ") else hit.start
            yield Candidate(start, hit.end, _meant(scene, hit), 20)


def _meant(scene: Scene, hit: Hit[CountryWord]) -> Identity:
    """The state, or the body that sits in its capital ("Brussels") where the article names the body and not the state."""
    body = next((each.value for each in scene.bodies if each.start == hit.start and each.value.needs_context), None)
    state = hit.value.alpha3
    if body is None or any(each.value.alpha3 == state and each.value.kind != hit.value.kind for each in scene.countries):
        return scene.world.state_of(state)
    return body.identity


def _is_nation(scene: Scene, hit: Hit[CountryWord]) -> bool:
    """ "The Dutch will send", "by the French": an adjective without a noun, for the people."""
    if not scene.text[hit.start : hit.end].endswith(NATIONS) or scene.text[max(0, hit.start - 4) : hit.start].lower() != "the ":
        return False
    token = scene.token_at(hit.start)
    return token is not None and token.dep_ in ("nsubj", "nsubjpass", "pobj", "dobj", "dative", "conj") and not _has_noun_next(scene, token)


def _has_noun_next(scene: Scene, token: Token) -> bool:
    after = token.nbor() if token.i + 1 < len(token.doc) else token
    return after.pos_ in ("NOUN", "PROPN", "ADJ") or after.text == "-"


def _people(scene: Scene, hit: Hit[CountryWord]) -> Candidate:
    token = scene.token_at(hit.start)
    verb = token.head.lemma_.lower() if token is not None else ""
    verb = token.head.head.lemma_.lower() if token is not None and token.head.lower_ == "by" else verb
    agreed = token is not None and any(child.lower_ in AGREED for child in token.head.children if child.dep_ == "dobj")
    identity = scene.world.forces_of(hit.value.alpha3) if verb in ATTACKED and not agreed else scene.world.state_of(hit.value.alpha3)
    return Candidate(hit.start - 4, hit.end, identity, 20)


def _is_state(scene: Scene, hit: Hit[CountryWord]) -> bool:
    before, after = scene.text[max(0, hit.start - 40) : hit.start], scene.text[hit.end : hit.end + 40]
    if (
        PLACE_BEFORE.search(before)
        or _is_one_of_places(scene, hit)
        or MOVE_TO.search(before)
        or before.endswith(("-", "/"))
        or AFTER_PLACE.match(after)
    ):
        return False
    if re.search(r"\bfrom (?:the )?$", before) and not GIVE_FROM.search(before):
        return False
    if HEADED.search(before) and after.startswith(":"):
        return False
    possessive = after.startswith("'")
    if not possessive and PART_OF.search(before):
        return False
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
    return hit.value.kind == "name" or capital_acts(scene, hit, before, after)


def _is_one_of_places(scene: Scene, hit: Hit[CountryWord]) -> bool:
    """Whether it is joined to a place before it ("in Syria and |Iraq|")."""
    first = token = scene.token_at(hit.start)
    while token is not None and token.dep_ in ("conj", "appos") and token.head.i < token.i:
        token = token.head
    if token is None or first is None or token.i == first.i:
        return False
    while token.i and token.nbor(-1).dep_ in ("compound", "amod", "det", "nmod"):
        token = token.nbor(-1)
    return PLACE_BEFORE.search(scene.text, max(0, token.idx - 40), token.idx) is not None


def _listed(scene: Scene, hit: Hit[CountryWord]) -> bool:
    """Whether the word before the comma is a country too: a list of states, not "Xanthi, Greece"."""
    return (
        any(other.end == hit.start - 2 and other.value.kind == hit.value.kind for other in scene.countries)
        or scene.text[hit.end : hit.end + 5] == " and "
    )


def _place_follows(scene: Scene, end: int) -> bool:
    return any(0 < place.span.start - end <= 4 for place in scene.annotated.places)
