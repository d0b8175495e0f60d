"""Two tolls of one event: an update, a part, or the figure of a rival source."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newspkg.extract.events.harm.casualties import Statement
from newspkg.extract.events.scene import Scene
from newspkg.extract.events.syntax import subject
from newspkg.extract.tree import children
from newspkg.model import Casualties

if TYPE_CHECKING:
    from spacy.tokens import Token

WINDOW = 60  # tokens around a figure in which its source is looked for
REACH = 3  # sentences between the figures of rivals
SAYING = frozenset(
    "say report put give count announce admit estimate believe confirm claim tell write state add acknowledge insist record list note"
    " declare speak concede reckon maintain calculate tally document".split()
)
WHOLES = frozenset([None, "people", "person", "other", "victim", "life", "death", "fatality", "dead", "casualty", "body", "injury"])
CONTRAST = re.compile(
    r"(?i)\b(?:(?:lower|higher|different|smaller) (?:figure|number|toll|count)s?|(?:true|real|actual) (?:number|toll|figure))\b"
)


def reconciled(had: Statement, new: Statement, toll: Casualties, scene: Scene) -> Casualties:
    """The toll of an event that had one: an update replaces it, a rival's figure spans low to high, a part changes nothing."""
    if new.is_update:
        return new.toll
    one, two = toll.best if toll.best is not None else toll.low, new.toll.best if new.toll.best is not None else new.toll.low
    if not one or not two or one == two or not _are_rivals(had, new, scene):
        return toll
    numbers = [number for each in (toll, new.toll) for number in (each.low, each.best, each.high) if number is not None]
    return Casualties(min(numbers), None, max(numbers), toll.span)


def _are_rivals(had: Statement, new: Statement, scene: Scene) -> bool:
    if scene.sentence[new.at] - scene.sentence[had.at] not in range(REACH + 1):
        return False
    if new.of not in WHOLES and new.of != had.of:
        return False  # "three children", of the twelve people
    if CONTRAST.search(scene.doc[new.at].sent.text):
        return True
    sources = _source(scene.doc[had.at], scene), _source(scene.doc[new.at], scene)
    return all(sources) and sources[0] != sources[1]


def _source(token: Token, scene: Scene) -> str | None:
    """Who states it: the subject of a verb of saying above, or whom "according to" names; the actor where it is one, else its noun."""
    noun = _speaker(token)
    if noun is None:
        return None
    actor = scene.actor_at(noun)
    return actor.actor_id if actor is not None else scene.lemma(noun)


def _speaker(token: Token) -> Token | None:
    """The one who says it, of the verbs above and beside it, first in its own part of the sentence."""
    part = _part(token)
    above = [up for up in (token, *token.ancestors) if up in part]
    for verb in [*above, *(each for each in part if each not in above), *token.ancestors]:
        said = subject(verb) if verb.lemma_ in SAYING and verb.pos_ == "VERB" else None
        if said is not None and (verb.dep_ == "parataxis" or said not in token.subtree):
            return said
        if verb.lower_ == "according":
            return next((noun for prep in children(verb, "prep") for noun in children(prep, "pobj")), None)
    return None


def _part(token: Token) -> list[Token]:
    """The part of a sentence between semicolons and contrasting conjunctions."""
    parts: list[list[Token]] = [[]]
    for each in token.doc[max(token.sent.start, token.i - WINDOW) : min(token.sent.end, token.i + WINDOW)]:
        if each.text == ";" or each.lower_ in ("while", "whereas", "but", "although", "though"):
            parts.append([])
        parts[-1].append(each)
    return next(part for part in parts if token in part)
