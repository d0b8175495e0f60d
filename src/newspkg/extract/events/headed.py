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
    """By line, the most precise place of its head. A dateline in capitals is where it was written, a country is no place."""
    text = scene.annotated.text
    starts = {place.span.start: place for place in scene.annotated.places}
    found: dict[int, PlaceMention] = {}
    for place in scene.annotated.places:
        line = text.rfind("\n", 0, place.span.start) + 1
        if place.span.start - line > 16 or not OPENING.fullmatch(text, line, place.span.start) or place.span.of(text).isupper():
            continue
        if place.precision == "country" or not CLOSING.match(text, _end(place, starts, text)):
            continue
        span = scene.doc.char_span(place.span.start, place.span.end, alignment_mode="expand")
        if span is not None:
            found.setdefault(scene.paragraph[span.start], place)
    return found


def _end(place: PlaceMention, starts: Mapping[int, PlaceMention], text: str) -> int:
    """The end of the head: past the division, the country that follow."""
    end = place.span.end
    while (link := LINKS.match(text, end)) and link.end() in starts and end - place.span.start < LONGEST:
        end = starts[link.end()].span.end
    return end
