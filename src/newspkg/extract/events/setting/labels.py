"""Lines that a date heads: entries of a timeline, posts of a feed."""

from __future__ import annotations

import re
from collections.abc import Mapping

from newspkg.extract.events.scene import Scene
from newspkg.extract.events.setting.when import day
from newspkg.model import EventDate

OPENING = re.compile(r"[\s*#_>\-–—•·(\[\d.]{0,12}$")
CLOSING = re.compile(r"[\s*_)\]]{0,6}(?:[:–—|-]|\.\s|$|\n|\d{1,2}[:.]\d{2}|,?\s*\d{4}\s*(?:[:–—|.-]|$|\n))")


def labels(scene: Scene) -> Mapping[int, EventDate]:
    """By line, the date that heads it: of a timeline's entry or a feed's post, to the next of at least two; of one alone its own line."""
    text, heads = scene.annotated.text, {}
    for mention in scene.dates:
        line = text.rfind("\n", 0, mention.span.start) + 1
        opens = OPENING.fullmatch(text[max(line, mention.span.start - 13) : mention.span.start]) and mention.span.start - line <= 12
        if opens and CLOSING.match(text, mention.span.end) and (date := day(mention, scene)) is not None:
            at = scene.doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
            if at is not None:
                heads[scene.paragraph[at.start]] = date
    if len(heads) < 2:
        return heads
    found: dict[int, EventDate] = {}
    for line in range(min(heads), (scene.paragraph[-1] if scene.paragraph else 0) + 1):
        found[line] = heads.get(line) or found[line - 1]
    return found
