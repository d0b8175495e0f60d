"""The place that heads a line: "Odesa. A missile ...", "(b) Torva, Kursk region.", "Doha: the talks"."""

from __future__ import annotations

import re
from collections.abc import Mapping

from newspkg.extract.events.scene import Scene
from newspkg.model import PlaceMention

OPENING = re.compile(r"[\s*#_>·•–—-]*(?:\(?\w{1,3}[.)]\s*)?")
CLOSING = re.compile(r"[\s*_]{0,6}(?:[.:]|[–—]|-\s|\()")
LINKS = re.compile(r",\s*(?:in )?(?:the )?|['’]s\s")
LONGEST = 80  # characters of a head


def headed(scene: Scene) -> Mapping[int, PlaceMention]:
    """By line, the place that heads it. A dateline (in capitals, before a dash) is where it was written; a country is no place."""
    text = scene.annotated.text
    starts = {place.span.start: place for place in scene.annotated.places}
    found: dict[int, PlaceMention] = {}
    for place in scene.annotated.places:
        line = text.rfind("\n", 0, place.span.start) + 1
        if place.span.start - line > 16 or not OPENING.fullmatch(text, line, place.span.start) or place.precision == "country":
            continue
        closing = CLOSING.match(text, _end(place, starts, text))
        if closing is None or (place.span.of(text).isupper() and closing.group().strip(" *_") not in (".", ":")):
            continue
        span = scene.doc.char_span(place.span.start, place.span.end, alignment_mode="expand")
        if span is not None:
            found.setdefault(scene.paragraph[span.start], place)
    return found


def only_places(scene: Scene) -> Mapping[int, PlaceMention]:
    """By line, the one settlement that it names, in whatever phrase, where no actor's name holds it."""
    found: dict[int, dict[str, PlaceMention]] = {}
    for place in scene.annotated.places:
        span = scene.doc.char_span(place.span.start, place.span.end, alignment_mode="expand")
        if span is not None and place.precision == "settlement" and not scene.actor_at(span.root):
            found.setdefault(scene.paragraph[span.start], {}).setdefault(place.name, place)
    return {line: next(iter(places.values())) for line, places in found.items() if len(places) == 1}


def _end(place: PlaceMention, starts: Mapping[int, PlaceMention], text: str) -> int:
    """The end of the head: past the division, the country that follow."""
    end = place.span.end
    while (link := LINKS.match(text, end)) and link.end() in starts and end - place.span.start < LONGEST:
        end = starts[link.end()].span.end
    return end
