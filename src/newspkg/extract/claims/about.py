"""What a claim is about: the event that it speaks of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newspkg.extract.claims.issue import at_issue

if TYPE_CHECKING:
    from newspkg.extract.claims.draft import Draft
    from newspkg.extract.claims.reading import Reading
    from newspkg.model import EventMention

DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her", "both"})
TYPES = {
    "attack": "attack|strike|raid|assault|blast|explosion|bombing|barrage|operation|shelling|massacre|ambush|killing|incident"
    "|onslaught|bombardment|hit|act|crime|salvo|toll|death|casualty|atrocity|murder|assassination|slaughter|carnage|sabotage|shooting"
    "|kidnapping|abduction|bloodbath",
    "battle": "battle|fighting|offensive|advance|capture|fall|retreat|withdrawal|clash|incursion|pullout|takeover|seizure|breakthrough"
    "|counteroffensive|skirmish|firefight|liberation",
    "force_posture": "deployment|exercise|drill|test|launch|mobilisation|mobilization|move|manoeuvre|maneuver|redeployment",
    "arms_transfer": "delivery|shipment|package|aid|transfer|deal|sale|supply|pledge|money|missile|contract|purchase|handover|donation",
    "policy": "decision|move|sanction|ban|law|restriction|permission|measure|policy|step|approval|walkout|decree|embargo|tariff"
    "|blacklisting|designation|bill|legislation|amendment",
    "diplomacy": "talk|meeting|truce|ceasefire|cease-fire|agreement|deal|proposal|plan|vote|resolution|exchange|swap|summit|pact|treaty"
    "|call|announcement|negotiation|row|initiative|roadmap|memorandum|accord|expulsion|armistice",
    "civil": "evacuation|protest|arrest|outage|blackout|trial|sentence|detention|rally|demonstration|closure|verdict|conviction|march"
    "|riot|crackdown|shutdown|exodus|ruling",
}
SUBTYPES = {
    noun: frozenset(names.split("|"))
    for noun, names in {
        "launch": "weapons_test|missile_strike",
        "test": "weapons_test",
        "drill": "exercise",
        "exchange": "prisoner_exchange",
        "swap": "prisoner_exchange",
        "truce": "ceasefire",
        "ceasefire": "ceasefire",
        "deal": "agreement|sale|ceasefire",
        "plan": "proposal",
        "decision": "authorization|restriction|other_policy|doctrine_change",
        "move": "authorization|restriction|other_policy|deployment",
        "step": "authorization|restriction|other_policy",
        "ban": "restriction",
        "shelling": "shelling",
        "bombing": "bombing|air_strike",
        "explosion": "bombing",
        "massacre": "killing_of_civilians",
        "killing": "killing_of_civilians|armed_assault",
        "ambush": "armed_assault",
        "capture": "territory_gained",
        "withdrawal": "withdrawal",
    }.items()
}
STEM = 5  # letters that a noun and the word that named its event share
NOUNS = {name: frozenset(words.split("|")) for name, words in TYPES.items()}


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
    earlier = _earlier(reading, draft.content[0].start)
    return _taken_up(reading, draft, earlier) or at_issue(reading, draft, earlier)


def _taken_up(reading: Reading, draft: Draft, earlier: list[EventMention]) -> EventMention | None:
    """The event that a definite noun means: by the word that named it ("the exchange"), by its subtype, by its type ("the attack")."""
    for span in draft.content:
        first, last = reading.tokens(span)
        for token in reading.doc[first:last]:
            if token.pos_ == "NOUN" and any(child.lower_ in DEFINITE for child in token.children):
                found = _meant(reading, token.lemma_.lower(), earlier)
                if found is not None:
                    return found
    return None


def _meant(reading: Reading, noun: str, earlier: list[EventMention]) -> EventMention | None:
    """The latest event whose trigger is of the noun's stem, else whose subtype the noun is for, else whose type."""
    types = {name for name, nouns in NOUNS.items() if noun in nouns}
    subtypes = SUBTYPES.get(noun, frozenset())
    if not types and not subtypes:
        return None
    stem = noun[: max(STEM, len(noun) - 4)]
    named = (event for event in earlier if any(trigger.of(reading.text).casefold().startswith(stem) for trigger in event.triggers))
    fitting = (event for event in earlier if event.event_subtype in subtypes)
    return next(named, None) or next(fitting, None) or next((event for event in earlier if event.event_type in types), None)


def _earlier(reading: Reading, offset: int) -> list[EventMention]:
    """The events named before an offset, the latest first."""
    placed = [(max((t.start for t in event.triggers if t.start < offset), default=-1), event) for event in reading.events]
    return [event for at, event in sorted(placed, key=lambda pair: -pair[0]) if at >= 0]
