"""The date and the place that a telling's own sentence gives it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newspkg.extract.events.scene import Scene
from newspkg.extract.events.syntax import Arguments, distance
from newspkg.model import DateMention, EventDate, EventPlace, PlaceMention

if TYPE_CHECKING:
    from spacy.tokens import Token

SPEECH = frozenset(
    "say tell report write add announce state warn confirm claim note speak post declare acknowledge quote cite insist deny".split()
)
ORIGINS = frozenset(["from", "since", "out"])
FINENESS = {"site": 0, "settlement": 1, "district": 2, "admin1": 3, "water": 4, "country": 5}
BOTH_DAYS = re.compile(r"\d\s*(?:-|–|/|to|and)\s*\d|(?i:day\b.*\bday\b)")
LOCATIVES = frozenset(
    "in at on near over into to against across outside off"
    " around inside toward towards onto within along above beside through upon of under north south east west".split()
)


def date_of(trigger: Token, scene: Scene) -> EventDate | None:
    """The date in the trigger's sentence that belongs to it rather than to a verb of speech or to another event."""
    found = [mention for mention in scene.dates_in(scene.sentence[trigger.i]) if mention.start is not None]
    ranked = [(_cost(trigger, mention, scene), mention.span.start, mention) for mention in found]
    ranked = [each for each in ranked if each[0] < 90]
    return as_event_date(min(ranked, key=lambda each: each[:2])[2], scene.annotated.text) if ranked else None


def _cost(trigger: Token, mention: DateMention, scene: Scene) -> int:
    span = scene.doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
    if span is None:
        return 99
    root = span.root
    steps = distance(trigger, root)
    governor = next((token for token in root.ancestors if token.pos_ in ("VERB", "AUX")), None)
    if governor is not None and governor.lemma_ in SPEECH and governor != trigger and trigger in governor.subtree and trigger != governor:
        return 100 if any(child.dep_ in ("ccomp", "parataxis") for child in governor.children) and root.i > governor.i else steps + 8
    prepositions = {token.lower_ for token in (root, *root.ancestors) if token.dep_ == "prep" and root in token.subtree}
    if prepositions & {"since", "until", "before", "by"} and steps < 99:
        return steps + 12
    return steps + (0 if root.dep_ != "poss" or root.head == trigger else 10)


def is_of_speech(mention: DateMention, scene: Scene) -> bool:
    """ "Said on Monday", "since Monday": a date on which nothing that is told need have happened."""
    span = scene.doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
    if span is None:
        return True
    above = next((token for token in span.root.ancestors if token.pos_ in ("VERB", "AUX")), None)
    preps = {token.lower_ for token in list(span.root.ancestors)[:2]}
    return bool(preps & {"since", "until", "before", "by"}) or (above is not None and above.lemma_ in SPEECH)


def as_event_date(mention: DateMention, text: str) -> EventDate | None:
    """A night without both its days named is the morning's date."""
    start, end = mention.start, mention.end
    if start is None or mention.precision is None:
        return None
    if mention.is_night and end is not None and start != end and not BOTH_DAYS.search(mention.span.of(text)):
        start = end
    return EventDate(start, end, mention.precision, mention.span)


def place_of(trigger: Token, arguments: Arguments, scene: Scene) -> EventPlace | None:
    """The most precise place that the trigger's arguments name, else the nearest in its sentence."""
    near: list[PlaceMention] = []
    for prep, noun in (*(("", noun) for noun in arguments.patients), *arguments.obliques):
        if (prep and prep not in LOCATIVES) or scene.sentence[noun.i] != scene.sentence[trigger.i]:
            continue
        near += _places_under(noun, scene)
    if trigger.pos_ in ("NOUN", "PROPN"):
        near += [
            place
            for child in trigger.children
            if child.dep_ in ("compound", "nmod", "poss") and (place := scene.place_at(child)) and not scene.actor_at(child)
        ]
    if not near:
        near = _around(trigger, scene)
    return as_event_place(_finest(near)) if near else None


def _places_under(noun: Token, scene: Scene) -> list[PlaceMention]:
    found = []
    for token in noun.subtree:
        place = scene.place_at(token)
        if place is None or (scene.actor_at(token) is not None and token != noun and token.dep_ not in ("pobj",)):
            continue
        if token.dep_ == "pobj" and token.head.lower_ in ORIGINS:
            continue
        if not any(
            up.dep_ in ("relcl", "acl", "advcl", "ccomp") and up in noun.subtree for up in (token, *token.ancestors) if up.i > noun.i
        ):
            found.append(place)
    return found


def _around(trigger: Token, scene: Scene) -> list[PlaceMention]:
    """Places of the sentence in a locative phrase, the nearest in the tree first; only those as near as the nearest."""
    ranked = []
    for token in trigger.sent:
        place = scene.place_at(token)
        if place is None or token.dep_ != "pobj" or token.head.lower_ not in LOCATIVES or scene.actor_at(token) is not None:
            continue
        ranked.append((distance(trigger, token), token.i, place))
    if not ranked:
        return []
    best = min(ranked)[0]
    return [place for steps, _, place in ranked if steps <= best + 2] if best <= 8 else []


def _finest(places: list[PlaceMention]) -> PlaceMention:
    return min(places, key=lambda place: (FINENESS[place.precision], place.span.start))


def as_event_place(place: PlaceMention) -> EventPlace:
    return EventPlace(place.name, place.precision, place.span, place.country_code, place.admin1, place.latitude, place.longitude)
