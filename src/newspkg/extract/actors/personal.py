"""Who a named person is: the one already known by the family name, or a new one, of which country."""

from __future__ import annotations

import re
from typing import NamedTuple

from newspkg.extract.actors.identity import Identity, named
from newspkg.extract.actors.names import plain
from newspkg.extract.actors.scene import Scene

DECAY = 2000  # characters: the country of a person named without one is that of the wider text
NEAR = 400  # characters back to whose "its director" it is
LONGEST = 14  # tokens before a name that may tell its office
OF = frozenset({"of", "for", "in", "to", "at", "with", "'s", "’s"})
NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "DET", "PART", "NUM", "PUNCT", "ADV"})
STRANGERS = re.compile(
    r"\b(?:analysts?|experts?|economists?|consultants?|researchers?|scholars?|historians?|academics?|deckhands?|sailors?|seafarers?|seamen|crewm[ae]n|"
    r"(?:second|chief|third) (?:engineers?|officers?|mates?)|boatswain|bosun|strategists?|tourists?|aid workers?)\b"
)
APPOSED = re.compile(r"(?:,| of| from) (?:the )?([^.;:\n\"“”]{3,90}?)(?:[,.;:\n]| said\b| says\b)")


class Told(NamedTuple):
    """That the words beside a name tell its country; None where they tell a body of no country."""

    country: str | None


def identify(scene: Scene, start: int, end: int, people: dict[str, Identity]) -> Identity:
    """The person named at the characters; `people` (by family name) is added to."""
    name = plain(scene.text[start:end])
    family = name.split()[-1]
    known = people.get(family)
    if known and (name == family or known.name.split()[0][0] == name[0]):
        return known
    if name == family and (known := _by_first_name(name, people)):
        return known
    people[family] = named(name, "person", _country(scene, start, end))
    return people[family]


def _by_first_name(name: str, people: dict[str, Identity]) -> Identity | None:
    """The one person of that first name ("Doña |Ada|" for Ada Roe)."""
    found = {each.actor_id: each for each in people.values() if each.name.split()[0] == name and " " in each.name}
    return next(iter(found.values())) if len(found) == 1 else None


def _country(scene: Scene, start: int, end: int) -> str | None:
    """The country or body named in the noun phrase before the name or the apposition after it, else the country of the passage."""
    first = _phrase_start(scene, start)
    told = _told(scene, first, start) or _told_by_pronoun(scene, first)
    if told is None:
        after = APPOSED.match(scene.text, end, end + 100)
        told = _told(scene, after.start(1), after.end(1)) if after else None
    if told is None and STRANGERS.search(scene.text, first, min(len(scene.text), end + 60)):
        return None  # an expert, a sailor may be from anywhere
    return told.country if told else scene.country_near(start, DECAY)


def _told_by_pronoun(scene: Scene, first: int) -> Told | None:
    """The country of "its |director, Ada Roe|": of the organisation that no list holds named last in the paragraph."""
    article = scene.article_before(first)
    if article is None or not scene.low.startswith(("its ", "their "), article):
        return None
    line = scene.text.rfind("\n", 0, article)
    before = [each for each in scene.organisations if line < each.start < article and article - each.start < NEAR]
    return Told(before[-1].country) if before and before[-1].country else None


def _phrase_start(scene: Scene, start: int) -> int:
    """Where the nouns, adjectives and small prepositions begin that lead up to the name."""
    token = own = scene.token_at(start)
    first = start
    while token is not None and own is not None and token.i > 0 and own.i - token.i < LONGEST:
        token = token.nbor(-1)
        if token.lower_ not in OF and (token.pos_ not in NOMINAL or token.text in '.;:"“”()—\n' or "\n" in token.text):
            break
        first = token.idx
    return first


def _told(scene: Scene, low: int, high: int) -> Told | None:
    """The country of the first country, body or place between the offsets."""
    countries = [(hit.start, hit.value.alpha3) for hit in scene.within(scene.countries, low, high)]
    bodies = [
        (hit.start, hit.value.identity.country_code)
        for hit in scene.within(scene.bodies, low, high)
        if not hit.value.needs_context and not scene.is_half_name(hit.start)
    ]
    bodies += [(each.start, each.country) for each in scene.organisations if low <= each.start < high]
    places = [(place.span.start, place.country_code) for place in scene.annotated.places if low <= place.span.start < high]
    found = [*countries, *bodies, *places]
    if not found:
        return None
    international = next((each for each in bodies if each[1] is None), None)
    return Told(min((international,) if international else found, key=lambda each: each[0])[1])
