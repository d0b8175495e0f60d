"""Each event is told once in its clause: what stands for the same event beside its trigger is taken out or joined to it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newspkg.extract.events.naming.entries import Trigger

if TYPE_CHECKING:
    from spacy.tokens import Token

TAKING = frozenset(
    "clash authorize restrict sanction decide ceasefire agree propose vote evacuate exchange transfer doctrine meet buy expel".split()
)
Found = dict[int, Trigger]


def settle(found: Found) -> None:
    """Settles the triggers of a text, by the position of their heads, in place."""
    for trigger in list(found.values()):
        _alone(trigger, found)
    for trigger in list(found.values()):
        _with_nouns(trigger, found)


def _alone(trigger: Trigger, found: Found) -> None:
    """Takes out further words of the trigger, and the verb of what is promised below the one that promises."""
    if found.get(trigger.token.i) is trigger:
        for inner in (*trigger.inner, *trigger.words):
            if inner.i != trigger.token.i:
                found.pop(inner.i, None)


def _with_nouns(trigger: Trigger, found: Found) -> None:
    """A light verb gives way to its noun."""
    at = trigger.token.i
    if found.get(at) is not trigger or trigger.entry.pos != "verb":
        return
    for noun in _fought(trigger):
        if noun.i in found and found[noun.i].entry.frame == "clash":
            del found[noun.i]
    for noun in (*trigger.arguments.patients, *_allowed(trigger)):
        if noun.i in found and found[noun.i].entry.pos == "noun" and found.get(at) is not None:
            _joined(found[at], found[noun.i], found)


def _allowed(trigger: Trigger) -> list[Token]:
    """ "Dropped its objections to the sale", "imposed a ban on the export": what is allowed or forbidden stands in a phrase of its own."""
    if trigger.entry.frame not in ("authorize", "restrict"):
        return []
    return [noun for prep, noun in trigger.arguments.obliques if prep in ("to", "on", "of", "for")]


def _fought(trigger: Trigger) -> list[Token]:
    """ "Took the town after heavy fighting": how it was taken."""
    if trigger.entry.frame not in ("capture", "withdraw", "fall_to"):
        return []
    return [noun for prep, noun in trigger.arguments.obliques if prep in ("after", "following", "amid", "in", "during", "without")]


def _joined(verb: Trigger, noun: Trigger, found: Found) -> None:
    """A verb with the noun of an event for its object: "launched a raid" is the raid, "lifted the ban" is the lifting."""
    if verb.entry.frame == "launch":
        found[noun.token.i] = replace(noun, also=(*noun.also, verb.span))
        del found[verb.token.i]
    elif verb.entry.frame in TAKING:
        same = (verb.entry.event_type, verb.entry.event_subtype) == (noun.entry.event_type, noun.entry.event_subtype)
        found[verb.token.i] = replace(verb, also=(*verb.also, noun.span) if same or verb.entry.frame == "clash" else verb.also)
        del found[noun.token.i]
