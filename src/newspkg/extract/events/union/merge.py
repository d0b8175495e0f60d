"""Puts the tellings of one article together: each event once, with all that the article says of it."""

from __future__ import annotations

from dataclasses import replace

from newspkg.extract.events.arms.weapon_join import join
from newspkg.extract.events.draft import Draft
from newspkg.extract.events.scene import Scene
from newspkg.extract.events.setting.belonging import is_bound
from newspkg.extract.events.union.agree import likeness
from newspkg.extract.events.union.details import is_detail_of
from newspkg.model import ActorRole, Casualties, EventDate, EventPlace, EventWeapon

ENOUGH = 3  # likeness from which a telling joins an event; weak and anaphoric ones join sooner
UNREST = ("protest", "clash")
SOON = 2  # sentences between a fight and those whom it hurt
MANY = 10  # munitions
FINENESS = {"site": 0, "settlement": 1, "district": 2, "admin1": 3, "water": 4, "country": 5}


def merged(drafts: list[Draft], scene: Scene) -> list[Draft]:
    """Drafts in text order to events in text order of their first telling; weak ones that join none are dropped."""
    told: list[Draft] = []
    for new in sorted(
        drafts, key=lambda draft: (scene.sentence[draft.token.i], draft.is_weak)
    ):  # "two died when a shell hit": the shell first
        at = _best(told, new, scene)
        if at is not None:
            told[at] = together(told[at], new)
        elif new.is_weak and (unrest := _unrest(told, new, scene)) is not None:
            told[unrest] = _hurt(told[unrest], new)
        elif not new.is_weak and not (new.is_anaphoric and is_bound(new.token)):
            told.append(replace(new, triggers=new.trigger.spans))
    return told


def _best(told: list[Draft], new: Draft, scene: Scene) -> int | None:
    scored = [(score, at) for at, event in enumerate(told) if (score := likeness(event, new, scene)) is not None]
    if not scored:
        return None
    score, at = max(scored)
    near = scene.paragraph[told[at].token.i] == scene.paragraph[new.token.i]
    if new.factuality == "denied":  # a denial is of what somebody else told
        return at if score >= 1 or len(scored) == 1 else None
    if new.is_anaphoric and new.place and new.date and not (told[at].place or told[at].date or told[at].actors("initiator")):
        return None  # "the strike on X airfield of 13 July": all that tells which one it is stands beside it
    if new.is_anaphoric or new.is_weak:
        return at if score >= (1 if new.is_anaphoric else 2) else None
    empty = new.place is None and new.date is None and not (new.fatalities and new.fatalities.best)
    if empty and new.token.pos_ == "NOUN" and not new.roles and new.event_type != "attack" and len(scored) == 1:
        return at  # "the negotiations" in an article that tells of one
    more = [each for _, each in scored if _is_more_of(told[each], new) or is_detail_of(told[each], new, scene)] if empty else []
    if len(more) == 1:
        return more[0]
    return at if score >= ENOUGH or (empty and (near or score >= 2)) else None


def _is_more_of(event: Draft, new: Draft) -> bool:
    """ "Said it had dropped 50 bombs", by the side whose air raid was told, with neither place nor day: more of that raid."""
    is_alike = new.event_subtype is not None and new.event_subtype == event.event_subtype != "other_attack"
    return new.event_type == "attack" and is_alike and bool(set(event.actors("initiator")) & set(new.actors("initiator")))


def _unrest(told: list[Draft], new: Draft, scene: Scene) -> int | None:
    """The march or fight right before, of which no strike is told beside: "Eleven officers were hurt"."""
    if not (new.fatalities or new.injured) or not told or new.factuality != "actual" or new.place is not None:
        return None
    near = [at for at, event in enumerate(told) if 0 <= scene.sentence[new.token.i] - scene.sentence[event.token.i] <= SOON]
    fights = [at for at in near if told[at].event_subtype in UNREST and told[at].factuality == "actual"]
    return fights[-1] if fights and not any(told[at].event_type == "attack" for at in near) else None


def _hurt(event: Draft, new: Draft) -> Draft:
    return replace(
        event,
        fatalities=_toll(event.fatalities, new.fatalities),
        injured=_toll(event.injured, new.injured),
        triggers=(*event.triggers, *new.trigger.spans),
    )


def together(event: Draft, new: Draft) -> Draft:
    """One event with what a further telling adds; what was said first stands unless the later is finer."""
    return replace(
        event,
        trigger=new.trigger,  # nearness is judged from the last telling
        event_subtype=_finer_kind(event.event_subtype, new.event_subtype),
        factuality="actual" if "actual" in (event.factuality, new.factuality) else event.factuality,
        date=_finer_date(event.date, new.date),
        place=_finer(event.place, new.place) if not _is_barrage(event) else event.place or new.place,
        roles=_roles(event.roles, new.roles),
        weapons=_weapons(event.weapons, new.weapons),
        is_firm=event.is_firm or new.is_firm,
        target_kind=event.target_kind or new.target_kind,
        fatalities=_toll(event.fatalities, new.fatalities),
        injured=_toll(event.injured, new.injured),
        triggers=(*event.triggers, *new.trigger.spans),
        victims=event.victims | new.victims,
        words=event.words | new.words,
        carried=event.carried | new.carried,
    )


def _finer_kind(one: str | None, two: str | None) -> str | None:
    """The first kind told; what is anywhere called a massacre or an abduction is one, also where it was a shooting at first."""
    if one in (None, "other_attack") or (one, two) == ("armed_assault", "killing_of_civilians"):
        return two
    return one


def _is_barrage(event: Draft) -> bool:
    """Many munitions on a whole country or region: one of the places hit is not its place."""
    return any((weapon.quantity or weapon.quantity_intercepted or 0) >= MANY for weapon in event.weapons if weapon.role == "used")


def _finer(one: EventPlace | None, two: EventPlace | None) -> EventPlace | None:
    if one is None or two is None:
        return one or two
    return two if FINENESS[two.precision] < FINENESS[one.precision] and FINENESS[one.precision] >= 3 else one


def _finer_date(one: EventDate | None, two: EventDate | None) -> EventDate | None:
    """The first date told, or the day within the week, month or year that was told first."""
    if one is None or two is None:
        return one or two
    return two if two.precision == "day" != one.precision else one


def _roles(one: tuple[ActorRole, ...], two: tuple[ActorRole, ...]) -> tuple[ActorRole, ...]:
    have = {role.role for role in one}
    known = {(role.actor_id, role.role) for role in one}
    return (
        *one,
        *(role for role in two if role.role not in have or (role.role == "participant" and (role.actor_id, role.role) not in known)),
    )


def _weapons(one: tuple[EventWeapon, ...], two: tuple[EventWeapon, ...]) -> tuple[EventWeapon, ...]:
    found = {(weapon.weapon_id, weapon.role): weapon for weapon in one}
    for weapon in two:
        key = (weapon.weapon_id, weapon.role)
        found[key] = join(found[key], weapon) if key in found else weapon
    return tuple(found.values())


def _toll(one: Casualties | None, two: Casualties | None) -> Casualties | None:
    """The first toll, or the whole where the first was only a part of it."""
    if one is None or two is None:
        return one or two
    return two if (two.best or 0) > (one.best or 0) and one.best == 0 else one
