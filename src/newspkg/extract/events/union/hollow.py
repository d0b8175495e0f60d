"""Tellings that nothing pins down, which are no events: "attacks", "the deployment" in passing."""

from __future__ import annotations

from newspkg.extract.events.draft import Draft

FORMAL = ("civil", "policy", "diplomacy")


def is_hollow(event: Draft) -> bool:
    """Whether a telling has no side, place, weapon or toll, nor a verb whose needs are met."""
    if event.is_firm:
        return False
    said = sum(map(bool, (event.roles, event.place, event.weapons, event.fatalities or event.injured, event.target_kind)))
    if event.event_type in FORMAL:
        return said == 0 and event.token.pos_ != "VERB" and not _is_dated(event)
    if said == 0:
        return event.event_subtype not in ("exercise", "sabotage") or event.date is None
    return said == 1 and event.date is None and len(event.triggers) == 1 and event.token.tag_ in ("NNS", "VBG")


def _is_dated(event: Draft) -> bool:
    """A noun that asks for something and got it, on a day: "a call with his counterpart on Sunday"."""
    return event.date is not None and bool(event.trigger.entry.needs)
