"""The place that a telling's own sentence gives it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newspkg.extract.events.naming.entries import Trigger
from newspkg.extract.events.scene import Scene
from newspkg.extract.events.setting.belonging import is_bound
from newspkg.extract.events.setting.covering import covering
from newspkg.extract.events.setting.locating import FINENESS, told_first
from newspkg.extract.events.setting.spoken_of import spoken_of
from newspkg.extract.events.setting.when import SPEECH
from newspkg.extract.events.syntax import distance
from newspkg.extract.tree import children
from newspkg.model import EventPlace, PlaceMention

if TYPE_CHECKING:
    from spacy.tokens import Token

ORIGINS = frozenset(["from", "since", "out"])
LOCATIVES = frozenset(
    "in at on near over into to against across outside off around inside toward towards onto within along above beside through upon of"
    " under north south east west".split()
)
STANDING = frozenset(["in", "at", "near", "outside", "inside", "on", "off"])  # where a decision or a meeting is, not what it is about
LEAVING = frozenset(["from", "of", "in", "at", "near", "around", "outside", "out"])  # a withdrawal or a flight is where it begins
AWAY = frozenset(["to", "toward", "towards", "into", "for"])  # where trains do not go, where people are taken
MOVING = ("withdraw", "flee", "evacuate")
BEFALLS = ("outage", "under_attack", "harm", "die", "impact")
SKIES = ("airspace", "sky", "skies")
TALKING = ("arms_transfer", "policy", "diplomacy")
SPEECHES = frozenset("speech statement interview briefing address post news conference report message broadcast remark visit".split())
FAR = 8  # steps in the tree to the farthest place that is still a telling's
WINDOW = 80  # tokens around a telling in which its place is looked for
DECIDING = ("arms_transfer", "policy")
MEETINGS = frozenset(
    "summit conference meeting talks ceremony forum gathering session congress fair show exhibition receive host visit".split()
)
OF_CITY = re.compile(r"['’]s? (?:[a-z]+ )?|\s?(?:of|in) |, (?:in )?")
CLAUSES = ("relcl", "acl", "advcl", "ccomp")


def place_of(trigger: Trigger, scene: Scene) -> EventPlace | None:
    """The most precise place that the trigger's arguments name, else the nearest in its sentence."""
    token, near = trigger.token, list[PlaceMention]()
    is_civil = trigger.entry.event_type == "civil"
    allowed, origins = _prepositions(trigger), frozenset() if is_civil or trigger.entry.frame in MOVING else ORIGINS
    origins = AWAY if is_civil else origins
    nouns = [noun for prep, noun in trigger.arguments.obliques if prep in allowed and not (prep == "of" and scene.is_party(noun))]
    if trigger.entry.event_type not in TALKING:
        nouns = [*trigger.arguments.patients, *children(token, "npadvmod"), *nouns]
    if trigger.entry.frame == "fall_to":
        nouns = [*trigger.arguments.agents, *nouns]  # "Homs has fallen"
    near += _suffering(trigger, scene)
    for noun in nouns:
        if scene.sentence[noun.i] == scene.sentence[token.i]:
            near += _places_under(noun, scene, origins)
    near += _modifying(token, scene) if trigger.entry.pos == "noun" else []
    if trigger.entry.pos == "verb" and token.pos_ in ("NOUN", "PROPN"):  # a verb taken for a noun, whose subject the parser put below it
        near = [place for place in near if place not in [scene.place_at(noun) for noun in trigger.arguments.agents]]
    if trigger.entry.event_type == "attack" and (whole := covering(nouns, scene)) is not None:
        return as_event_place(whole)
    near = near or (_around(trigger, scene, allowed) if not is_bound(token) else [])
    return as_event_place(_finest([told_first(place, scene) for place in near], scene)) if near else None


def _suffering(trigger: Trigger, scene: Scene) -> list[PlaceMention]:
    """The place that is the subject: "Poltava lost power", "Odesa came under fire", "Jordan closed its airspace"."""
    if trigger.entry.frame not in BEFALLS:
        return []
    if any(scene.lemma(noun) in SKIES for noun in trigger.arguments.patients):
        return [place for noun in trigger.arguments.agents if (place := scene.place_at(noun)) and place.precision == "country"]
    found = [scene.place_at(noun) for noun in trigger.arguments.agents if scene.actor_at(noun) is None]
    return [place for place in found if place is not None and place.precision not in ("country", "water")]


def _prepositions(trigger: Trigger) -> frozenset[str]:
    if trigger.entry.frame in MOVING:
        return LEAVING
    if trigger.entry.event_type == "civil" and trigger.entry.frame != "detain":  # "arrested over a bombing in Ankara"
        return LOCATIVES - AWAY | ORIGINS
    return STANDING if trigger.entry.event_type in TALKING or trigger.entry.frame == "detain" else LOCATIVES


def _modifying(token: Token, scene: Scene) -> list[PlaceMention]:
    """ "The Kherson attack", "Gaza's bombardment"."""
    before = children(token, "compound", "nmod", "poss")
    return [place for child in before if (place := scene.place_at(child)) and not scene.actor_at(child)]


def _places_under(noun: Token, scene: Scene, origins: frozenset[str]) -> list[PlaceMention]:
    found = []
    for token in noun.subtree:
        place = scene.place_at(token) or spoken_of(token, scene)
        if place is None or (scene.actor_at(token) is not None and token != noun and token.dep_ not in ("pobj",)):
            continue
        if token.dep_ == "pobj" and token.head.lower_ in origins:
            continue
        inner = [up for up in (token, *token.ancestors) if up.i > noun.i]
        if not any(up.dep_ in CLAUSES and noun.is_ancestor(up) for up in inner):
            found.append(place)
    return found


def _around(trigger: Trigger, scene: Scene, allowed: frozenset[str]) -> list[PlaceMention]:
    """Places of the sentence in a phrase of place, the nearest in the tree first; only those as near as the nearest."""
    ranked, told = [], trigger.token
    near = scene.doc[max(told.sent.start, told.i - WINDOW) : min(told.sent.end, told.i + WINDOW)]
    for token in near:
        place = scene.place_at(token)
        if place is None or token.dep_ != "pobj" or token.head.lower_ not in allowed or scene.actor_at(token) is not None:
            continue
        if _is_of_another_clause(token, told) or _is_whence(token, scene):
            continue
        if trigger.entry.event_type in DECIDING and not _is_of_the_act(token, told):
            continue
        if not _is_where_it_was_said(token, told):
            ranked.append((distance(told, token), token.i, place))
    if not ranked:
        return []
    best = min(ranked)[0]
    return [place for steps, _, place in ranked if steps <= best + 2] if best <= FAR else []


def _is_of_another_clause(place: Token, trigger: Token) -> bool:
    """ "Had struck airfields and that it had captured X": the place of a verb beside, which has a subject of its own."""
    beside = [up for up in place.ancestors if up.dep_ == "conj" and up.pos_ == "VERB" and up != trigger and not up.is_ancestor(trigger)]
    is_below = trigger.dep_ == "advcl" and trigger.i < place.i  # "shelled a base, wounding two, and blew up X"
    return any(children(verb, "nsubj", "nsubjpass", "mark") or (is_below and verb.i > trigger.i) for verb in beside)


def _is_whence(place: Token, scene: Scene) -> bool:
    """ "Troops from Uganda": where they are of."""
    return place.head.lower_ == "from" and (scene.is_person(place.head.head) or scene.actor_at(place.head.head) is not None)


def _is_of_the_act(place: Token, trigger: Token) -> bool:
    """A decision is made where its own verb says so, or at a meeting there: not where the things are that it is about."""
    at = place.head.head
    acts = (trigger, trigger.head) if trigger.pos_ in ("NOUN", "PROPN") or trigger.dep_ == "xcomp" else (trigger,)
    return at in acts or (at.lemma_ in MEETINGS and any(at.head.head == act for act in acts))


def _is_where_it_was_said(place: Token, trigger: Token) -> bool:
    """ "In a speech in Kyiv", "said in Geneva that": the place of the saying, not of what is told."""
    verb = place.head.head
    if verb.lemma_ in SPEECHES:
        return True
    return verb.pos_ == "VERB" and verb.lemma_ in SPEECH and verb != trigger and verb.is_ancestor(trigger)


def _finest(places: list[PlaceMention], scene: Scene) -> PlaceMention:
    best = min(places, key=lambda place: (FINENESS[place.precision], place.span.start))
    quarters = [place for place in places if place.precision == "district"] if best.precision == "settlement" else []
    text = scene.annotated.text
    for quarter in quarters:
        between = text[best.span.end : quarter.span.start] or text[quarter.span.end : best.span.start]
        if OF_CITY.fullmatch(between):
            return quarter
    return best


def as_event_place(place: PlaceMention) -> EventPlace:
    return EventPlace(place.name, place.precision, place.span, place.country_code, place.admin1, place.latitude, place.longitude)
