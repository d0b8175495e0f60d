"""Capitals: where the name of one stands for its state, not for the town."""

from __future__ import annotations

import re

from newspkg.extract.actors.names import Hit
from newspkg.extract.actors.scene import Scene
from newspkg.extract.actors.world import CountryWord

WHICH = re.compile(r", which (?:(?:has|had|have) |on \w+ )?[a-z]+(?:ed|s) ")  # "Riyadh, which backs ..": it acts
OWNS = re.compile(r", whose (?:[\w-]+ ){1,4}[a-z]+ ")
TOLD = frozenset(
    "turn look listen object reply respond complain protest "
    "appeal give sell supply provide offer hand transfer pledge promise apologise apologize donate grant".split()
)  # fmt: skip
RAIDS = frozenset("strike airstrike raid attack assault bombardment shelling barrage advance march battle bombing launch".split())
BUILDING = re.compile(
    r"'s? (?:[\w-]+ ){0,2}?(?:stations?|airports?|ports?|streets?|squares?|outskirts|suburbs?|cent(?:re|er)|downtown|"
    r"neighbou?rhoods?|metro|subway|railway|hospitals?|markets?|cathedrals?|skyline|stadiums?|universit(?:y|ies)|hotels?|museums?|parks?|landmarks?|"
    r"quarters?|districts?|harbou?r|bridges?|theatres?|theaters?|schools?|tower|rooftops|cemeter(?:y|ies)|mosques?|restaurants?)\b"
)
DELEGATES = re.compile(r"(?i)\b(?:negotiators|envoys|delegat(?:es|ions?)|diplomats|officials|mediators|emissaries|teams) from $")
JOURNEY = re.compile(
    r"\b(?:trains?|trams?|bus(?:es)?|flights?|planes?|roads?|routes?|highways?|motorways?|railways?|lines?|convoys?|trips?|"
    r"journeys?|visits?|tours?|tickets?|airlifts?|corridors?|pipelines?|ferr(?:y|ies)|shipments?|approach(?:es)?|way|drive|returns?|"
    r"advances?) (?:to|towards?|from|for) (?:the )?$"
)
BETWEEN = re.compile(
    r"\b(?:shuttl\w+|fl(?:y|ew|ies|ying|ights?)|travel\w*|roads?|railways?|trains?|highways?|borders?|routes?|halfway|midway|corridors?|"
    r"ferr\w+) between [^.;:\n]{0,40}$"
)


def capital_acts(scene: Scene, hit: Hit[CountryWord], before: str, after: str) -> bool:
    """A capital stands for its state as a subject, a possessor, or the one who is told, given or accused."""
    if OWNS.match(after):
        return True
    if re.match(r"\s*(?:,? [A-Z][a-z]+ \d|\(| [-—–] |,? [A-Z]{2,})", after) or (
        re.search(r"(?:^|\n)$", before) and re.match(r",| [—–-]|:", after)
    ):
        return False
    if BUILDING.match(after) or JOURNEY.search(before) or BETWEEN.search(scene.text, max(0, hit.start - 70), hit.start):
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
    if token.dep_ == "pobj" and token.head.lower_ in ("on", "against", "for") and token.head.head.lemma_.lower() in RAIDS:
        return False  # "strikes on Sanaa"
    if token.dep_ == "attr" and re.match(r" (?:that|who|which) ", after):
        return True  # "it was Lima that walked out"
    if DELEGATES.search(before) or re.search(r"\b(?:with|by|against|between|for|and|on) $", before):
        return True
    is_object = token.dep_ == "pobj" and token.head.lower_ in ("to", "of") and token.head.dep_ in ("dative", "prep")
    return is_object and token.head.head.pos_ in ("NOUN", "ADJ")
