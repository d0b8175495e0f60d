"""What a claim is about and how it is put: the event, the day it was said, the kind of quotation."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from newspkg.extract.claims.contents.content import is_marked

if TYPE_CHECKING:
    from newspkg.extract.claims.draft import Draft
    from newspkg.extract.claims.reading import Reading
    from newspkg.model import EventMention, Span
    from newspkg.model.mention import Quotation

DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her", "both"})
TYPES = {
    "attack": "attack|strike|raid|assault|blast|explosion|bombing|barrage|operation|shelling|massacre|ambush|killing|incident"
    "|onslaught|bombardment|hit|act|crime|salvo|toll|death|casualty",
    "battle": "battle|fighting|offensive|advance|capture|fall|retreat|withdrawal|clash|incursion|pullout",
    "force_posture": "deployment|exercise|drill|test|launch|mobilisation|mobilization|move",
    "arms_transfer": "delivery|shipment|package|aid|transfer|deal|sale|supply|pledge|money|missile",
    "policy": "decision|move|sanction|ban|law|restriction|permission|measure|policy|step|approval|walkout",
    "diplomacy": "talk|meeting|truce|ceasefire|cease-fire|agreement|deal|proposal|plan|vote"
    "|resolution|exchange|swap|summit|pact|treaty|call|announcement",
    "civil": "evacuation|protest|arrest|outage|blackout|trial|sentence|detention|rally|demonstration|closure",
}
TELLING = frozenset({"assertion", "confirmation", "denial", "accusation", "condemnation", "assessment", "support"})
NOUNS = {name: frozenset(words.split("|")) for name, words in TYPES.items()}


def quotation_of(reading: Reading, content: tuple[Span, ...]) -> Quotation:
    """`direct` where all of it stands between quotation marks, `mixed` where a part does."""
    if all(_is_enclosed(reading, span) for span in content):
        return "direct"
    if any(_touches_quote(reading, span) for span in content):
        return "mixed"
    return "indirect"


def _is_enclosed(reading: Reading, span: Span) -> bool:
    first, last = reading.tokens(span)
    outer, inner = reading.quote_at(first), reading.quote_at(last - 1)
    return any(
        quote.inner <= span.start and span.end <= quote.inner_end + 1 for quote in (outer, inner) if quote is not None
    ) and not reading.text[span.start : span.end].startswith(("“", '"', "«"))


def _touches_quote(reading: Reading, span: Span) -> bool:
    text = span.of(reading.text)
    return any(mark in text for mark in '“”"«»') or (
        is_marked(text) and any(q.start < span.end and span.start < q.end for q in reading.quotes)
    )


def event_of(reading: Reading, draft: Draft) -> EventMention | None:
    """The event that the cue itself names ("pledged"), or whose trigger stands first in the content; else the one taken up or at issue."""
    cue = reading.span(draft.hit.start, draft.hit.end)
    made = next((event for event in reading.events if any(trigger.overlaps(cue) for trigger in event.triggers)), None)
    if made is not None:
        return made
    named = [
        (trigger.start, event)
        for event in reading.events
        for trigger in event.triggers
        if any(span.overlaps(trigger) for span in draft.content)
    ]
    if named:
        return min(named, key=lambda pair: pair[0])[1]
    return _taken_up(reading, draft) or _at_issue(reading, draft)


def _taken_up(reading: Reading, draft: Draft) -> EventMention | None:
    earlier = _earlier(reading, draft.content[0].start)
    for span in draft.content:
        first, last = reading.tokens(span)
        for token in reading.doc[first:last]:
            if token.pos_ == "NOUN" and any(child.lower_ in DEFINITE for child in token.children):
                types = {name for name, nouns in NOUNS.items() if token.lemma_.lower() in nouns}
                found = next((event for event in earlier if event.event_type in types), None)
                if found is not None:
                    return found
    return None


def _at_issue(reading: Reading, draft: Draft) -> EventMention | None:
    """The event that the paragraph was speaking of last, for claims that tell what happened."""
    if draft.hit.cue.claim_type not in TELLING:
        return None
    at = draft.content[0].start
    start = reading.text.rfind("\n", 0, at) + 1
    return next((event for event in _earlier(reading, at) if any(start <= t.start < at for t in event.triggers)), None)


def _earlier(reading: Reading, offset: int) -> list[EventMention]:
    """The events named before an offset, the latest first."""
    placed = [(max((t.start for t in event.triggers if t.start < offset), default=-1), event) for event in reading.events]
    return [event for at, event in sorted(placed, key=lambda pair: -pair[0]) if at >= 0]


def said_on(reading: Reading, draft: Draft) -> date | None:
    """The day stated for the saying: in the cue's clause, outside of the content, within a few words of the cue."""
    low, high = reading.sentence(draft.hit.head.i)
    start, end = reading.doc[max(low, draft.hit.start - 6)].idx, reading.doc[min(high, draft.hit.end + 10) - 1].idx + 1
    near = [
        each
        for each in reading.annotated.dates
        if each.precision == "day"
        and each.start is not None
        and start <= each.span.start < end
        and not any(s.overlaps(each.span) for s in draft.content)
    ]
    cue = reading.doc[draft.hit.start].idx
    best = min(near, key=lambda each: abs(each.span.start - cue), default=None)
    return best.start if best is not None else None
