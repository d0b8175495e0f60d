"""Events told twice, seen once place and date are known: "bombed Tyre ... the block was flattened", "talks ended in Doha ... they met"."""

from __future__ import annotations

from dataclasses import replace

from newspkg.extract.events.draft import Draft
from newspkg.extract.events.scene import Scene
from newspkg.extract.events.union.agree import same_kind
from newspkg.extract.events.union.merge import together
from newspkg.model import Casualties

LOOSE = ("talks", "ceasefire")  # kinds of which an article seldom tells two on one day
VIOLENT = ("attack", "battle")


def united(events: list[Draft], scene: Scene) -> list[Draft]:
    """Events in text order, each put together with an earlier one that it cannot be told from."""
    found: list[Draft] = []
    for new in events:
        at = next((at for at, event in enumerate(found) if _is_same(event, new, scene)), None)
        if at is None:
            at = _only([at for at, event in enumerate(found) if _is_stopped(event, new)])
        if at is None:
            found.append(new)
        else:
            found[at] = replace(together(found[at], new), triggers=(*found[at].triggers, *new.triggers))
    return found


def _only(places: list[int]) -> int | None:
    return places[0] if len(places) == 1 else None


def _is_stopped(strike: Draft, stop: Draft) -> bool:
    """ "Five of the six missiles were shot down", with neither place nor sides: those of the one strike of that day with the same arms."""
    is_bare = stop.event_type == "attack" and stop.place is None and not stop.actors("initiator") and not stop.actors("target")
    if not is_bare or not same_kind(strike, stop) or strike.factuality != stop.factuality or stop.is_part:
        return False
    if strike.date is None or stop.date is None or strike.date.start != stop.date.start or strike.place is None:
        return False
    counted = {w.weapon_id for w in stop.weapons if w.quantity_intercepted is not None}
    free = {w.weapon_id for w in strike.weapons if w.role == "used" and w.quantity is None}
    return bool(counted & free) and strike.place.precision != "country" and _tolls_agree(strike, stop)


def _is_same(one: Draft, two: Draft, scene: Scene) -> bool:
    if one.is_part or two.is_part or one.event_type != two.event_type or one.factuality != two.factuality or not same_kind(one, two):
        return False
    if one.date is None or two.date is None or one.date.precision != "day" or one.date.start != two.date.start:
        return False
    if one.event_type in VIOLENT:
        return _is_same_place(one, two) and _is_one_side(one, two, scene) and _tolls_agree(one, two) and _arms_agree(one, two)
    if one.event_subtype in LOOSE:
        return (one.place is None or two.place is None or one.place.name == two.place.name) and _share_parties(one, two)
    return False


def _is_same_place(one: Draft, two: Draft) -> bool:
    return one.place is not None and two.place is not None and one.place.name == two.place.name and one.place.precision != "country"


def _is_one_side(one: Draft, two: Draft, scene: Scene) -> bool:
    sides = [{scene.country_of.get(actor) or actor for actor in each.actors("initiator")} for each in (one, two)]
    return not sides[0] or not sides[1] or bool(sides[0] & sides[1])


def _share_parties(one: Draft, two: Draft) -> bool:
    first, second = set(one.actors("participant")), set(two.actors("participant"))
    return not first or not second or bool(first & second)


def _tolls_agree(one: Draft, two: Draft) -> bool:
    return _agree(one.fatalities, two.fatalities) and _agree(one.injured, two.injured)


def _agree(one: Casualties | None, two: Casualties | None) -> bool:
    return one is None or two is None or one.best == two.best


def _arms_agree(one: Draft, two: Draft) -> bool:
    """Not two kinds of arms, each with its own number."""
    first, second = ({w.weapon_id for w in each.weapons if w.role == "used"} for each in (one, two))
    return not first or not second or bool(first & second)
