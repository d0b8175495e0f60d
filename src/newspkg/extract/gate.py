"""Whether an article tells of armed conflict: its words weighed together with how plainly each of its events is one.

An article whose words speak of war is read whole. One whose words speak of business, politics or sport is read for the events
that are plain by themselves: a weapon and a party, an armed force at a place. Where words of war stand alone, without an event or
a weapon to bear them out, they are figures of speech.
"""

from __future__ import annotations

from collections.abc import Mapping

from newspkg.extract.scope import Scope
from newspkg.model import EventMention, WeaponMention

ARMED = ("military", "armed_group")
PARTIES = ("state", "government", "igo")
PLATFORMS = ("warship", "helicopter", "small_arms", "combat_aircraft", "support_aircraft", "submarine", "tank", "nuclear_weapon", "other")
SURE, SOME = 2.0, 1.0  # literal words of war from which an article is about it, or may be
AHEAD = 3.0  # by how much the words of war outweigh others where any event will do
PLAIN = 2.5  # an event that is plain by itself
WEAK = 1.0
STATE_THINGS = ("government", "military", "energy")
STRIKES = ("missile_strike", "drone_strike", "combined_strike", "air_strike", "shelling")


def plainness(event: EventMention, kinds: Mapping[str, str]) -> float:
    """How plainly an event is one of armed conflict: its arms, its sides, by the kind of each actor, its place, its toll."""
    is_trade = event.event_type == "arms_transfer" and bool(event.weapons)  # nobody trades in warships but for war
    is_state_hit = event.event_subtype == "sabotage" and event.target_kind is not None and event.target_kind.value in STATE_THINGS
    sides = {kinds.get(role.actor_id) for role in event.roles}
    return (
        2.0 * bool(event.weapons)
        + 2.0 * bool(sides & set(ARMED))
        + 1.0 * bool(sides & set(PARTIES))
        + 0.5 * (event.place is not None)
        + 0.5 * (is_trade or event.event_subtype in STRIKES)
        + 2.0 * is_state_hit
        + 0.5 * bool(event.fatalities or event.injured or event.target_kind)
    )


def is_told(scope: Scope, events: tuple[EventMention, ...], weapons: tuple[WeaponMention, ...], kinds: Mapping[str, str]) -> bool:
    """Whether an article whose words speak of conflict has an event or a weapon that bears them out."""
    if scope.literal >= SURE or any(weapon.level == "system" for weapon in weapons):
        return True
    settled = [event for event in events if scope.other < SOME or _is_somewhere(event, kinds)]
    civil = [plainness(event, kinds) for event in settled if event.event_type == "civil"]
    best = max([plainness(event, kinds) for event in settled if event.event_type != "civil"], default=0.0)
    if scope.literal >= SOME:
        is_ahead = scope.conflict - scope.other >= AHEAD and bool(events)
        return best >= WEAK or max(civil, default=0.0) >= WEAK or is_ahead or (scope.other < SOME and _has_munitions(weapons))
    return best >= PLAIN


def _is_somewhere(event: EventMention, kinds: Mapping[str, str]) -> bool:
    """Told with a place or a party: not in a game or a tale."""
    return event.place is not None or bool({kinds.get(role.actor_id) for role in event.roles} & {*ARMED, *PARTIES})


def _has_munitions(weapons: tuple[WeaponMention, ...]) -> bool:
    return any(weapon.weapon_class not in PLATFORMS for weapon in weapons)


def plain_ones(events: tuple[EventMention, ...], kinds: Mapping[str, str]) -> tuple[EventMention, ...]:
    """The events that stand in an article about something else: none unless one is plain, then those that are not violent, too."""
    plain = [event for event in events if event.event_type != "civil" and plainness(event, kinds) >= PLAIN]
    if not plain:
        return ()
    return tuple(event for event in events if event in plain or event.event_type not in ("attack", "battle"))
