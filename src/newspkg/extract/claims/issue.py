"""The event at issue where a claim's content names none: a toll, a denial of blame, what a witness saw."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newspkg.extract.claims.reading import FINITE

if TYPE_CHECKING:
    from newspkg.extract.claims.draft import Draft
    from newspkg.extract.claims.reading import Reading
    from newspkg.model import EventMention

TELLING = frozenset({"assertion", "confirmation", "denial", "accusation", "condemnation", "assessment", "support"})
FOUGHT = frozenset({"attack", "battle"})
TOLL = re.compile(
    r"\b(?:dead|died|deaths?|toll|killed|wounded|injured|injur(?:y|ies)|hurt|casualt(?:y|ies)|bodies|fatalit(?:y|ies)|survivors?|victims?|"
    r"unharmed|unhurt|losses|missing|damaged?|destroyed|rubble|shrapnel|lightly|critically)\b",
    re.IGNORECASE,
)
BLAME = re.compile(
    r"\b(?:responsib(?:le|ility)|involve(?:d|ment)|any (?:part|role|hand) in|(?:a|its|their) hand in|behind it|did it|culprits?|"
    r"perpetrators?|masterminds?|(?:independent|full|international|thorough|immediate|urgent|prompt) (?:inquiry|investigation|probe))\b",
    re.IGNORECASE,
)
POINTING = frozenset({"it", "this", "that", "them", "these", "both"})
VERBAL = FINITE | {"VB", "VBG"}


def at_issue(reading: Reading, draft: Draft, earlier: list[EventMention]) -> EventMention | None:
    """The event before it that a claim speaks of without a word for it; `earlier` are those told before, the latest first."""
    at = draft.content[0].start
    here = reading.text.rfind("\n", 0, at) + 1
    above = reading.text.rfind("\n", 0, len(reading.text[:here].rstrip())) + 1
    fought = [event for event in earlier if event.event_type in FOUGHT and event.event_subtype != "withdrawal"]
    if _is_of_a_fight(reading, draft):
        return _there(reading, draft, fought) or _since(fought, here, at) or _since(fought, above, at) or _opening(fought)
    is_telling = draft.hit.cue.claim_type in TELLING
    if _accuses_of_more(reading, draft) or not (is_telling or _points(draft)):
        return None
    found = _since(earlier, here, at)
    if found is None and is_telling:
        found = _since(fought, above, at) if _is_witness(reading, draft) else None
        found = found or _only(reading, fought) or _only(reading, earlier)
    return found


def _is_of_a_fight(reading: Reading, draft: Draft) -> bool:
    """Whether the content is about whom it hurt or who did it; a party accused with no word of what it did is accused of that."""
    kind, words = draft.hit.cue.claim_type, _words(reading, draft)
    if BLAME.search(words) or (kind in TELLING and TOLL.search(words)):
        return True
    return kind in ("accusation", "denial") and VERBAL.isdisjoint(_tags(reading, draft))


def _accuses_of_more(reading: Reading, draft: Draft) -> bool:
    """ "accused the army of hiding shells": the accusation says itself what was done."""
    return draft.hit.cue.claim_type == "accusation" and "VBG" in _tags(reading, draft)


def _words(reading: Reading, draft: Draft) -> str:
    return " ".join(span.of(reading.text) for span in draft.content)


def _tags(reading: Reading, draft: Draft) -> set[str]:
    return {token.tag_ for span in draft.content for token in reading.doc[slice(*reading.tokens(span))]}


def _there(reading: Reading, draft: Draft, fought: list[EventMention]) -> EventMention | None:
    """The latest of the events at a place that the content names."""
    words = _words(reading, draft)
    return next((event for event in fought if event.place is not None and event.place.span.of(reading.text) in words), None)


def _opening(events: list[EventMention]) -> EventMention | None:
    """The event that is named first."""
    return min(events, key=lambda event: min(trigger.start for trigger in event.triggers), default=None)


def _since(events: list[EventMention], start: int, end: int) -> EventMention | None:
    """The latest of the events that is named between two offsets."""
    return next((event for event in events if any(start <= trigger.start < end for trigger in event.triggers)), None)


def _only(reading: Reading, events: list[EventMention]) -> EventMention | None:
    """The event that the article opens with, while it is the only one."""
    return events[0] if len(events) == 1 and _opening(list(reading.events)) is events[0] else None


def _points(draft: Draft) -> bool:
    """Whether the cue has a pronoun for its object ("called it piracy", "denied this")."""
    verb = draft.hit.head
    return any(child.dep_ in ("dobj", "nsubj") and child.lower_ in POINTING and child.i > verb.i for child in verb.children)


def _is_witness(reading: Reading, draft: Draft) -> bool:
    """A quotation that tells what happened, in the past, at the start of its paragraph."""
    start = draft.content[0].start
    is_first = reading.text[max(0, start - 4) : start].rstrip("“\"'‘«").endswith("\n")
    is_quoted = reading.quote_at(reading.tokens(draft.content[0])[0]) is not None
    return is_first and is_quoted and "VBD" in _tags(reading, draft)
