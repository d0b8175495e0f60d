"""Can two tellings be of one event? Differences that rule it out, likenesses that speak for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newspkg.extract.events.arms.recounts import recounts
from newspkg.extract.events.draft import Draft
from newspkg.extract.events.scene import Scene
from newspkg.extract.events.setting.belonging import is_bound
from newspkg.extract.events.sides.sides import side_of
from newspkg.extract.events.union.again import says_again
from newspkg.extract.events.union.echoes import is_ranked, is_set_apart, known_victims
from newspkg.extract.tree import children
from newspkg.model import EventDate, EventPlace

if TYPE_CHECKING:
    from spacy.tokens import Token

BACK = 10  # days before the article from which an event is none of its news
AREAS = ("country", "water", "admin1", "district")
ATTACK_KINDS = {
    "missile_strike": "strike", "drone_strike": "strike", "combined_strike": "strike", "air_strike": "air", "shelling": "guns",
    "bombing": "bomb",
    "armed_assault": "assault", "killing_of_civilians": "killing", "sabotage": "sabotage", "other_attack": "",
}  # fmt: skip


def likeness(told: Draft, new: Draft, scene: Scene) -> int | None:
    """How much speaks for one event; None where something speaks against it."""
    if told.event_type != new.event_type or not same_kind(told, new):
        return None
    dates, places = _dates(told.date, new.date), _places(told.place, new.place)
    if told.date is None and is_background(new.date, scene):
        return None  # what is news so far is not what an aside tells of last year
    if (
        dates is None
        or places is None
        or _sides_differ(told, new, scene)
        or _is_other(told, new, scene)
        or ((told.is_part or new.is_part) and _apart(told, new))
    ):
        return None
    near = (
        3
        if scene.sentence[told.token.i] == scene.sentence[new.token.i]
        else 1
        if scene.paragraph[told.token.i] == scene.paragraph[new.token.i]
        else 0
    )
    weapons = {w.weapon_id for w in told.weapons} & {w.weapon_id for w in new.weapons}
    shared_sides = bool(set(told.actors("initiator")) & set(new.actors("initiator"))) + bool(
        set(told.actors("target")) & set(new.actors("target"))
    )
    shared_sides += 2 * bool(set(told.actors("initiator")) & set(new.actors("initiator")) & scene.bands)
    echo = _echo(told, new, scene)
    heads = _is_headline_of(told, new, scene) and bool(weapons)
    return dates + places + near + (1 if weapons else 0) + shared_sides + echo + (1 if new.is_weak else 0) + heads


def _is_headline_of(told: Draft, new: Draft, scene: Scene) -> bool:
    """What the first line of an article tells, its lead tells in detail."""
    return scene.sentence[told.token.i] == 0 and scene.paragraph[new.token.i] - scene.paragraph[told.token.i] == 1


def _echo(told: Draft, new: Draft, scene: Scene) -> int:
    """How plainly a telling points back to what was told."""
    is_here = scene.sentence[told.token.i] == scene.sentence[new.token.i]
    if recounts(told, new, scene) or (is_here and is_ranked(new.token)):
        return 4
    if new.is_anaphoric and not is_here and says_again(told, new, scene):
        return 3
    known = 2 if known_victims(new.trigger, scene) & told.victims else 0
    return max(known + (new.event_type == "civil" and known > 0), 2 if new.is_anaphoric else 0)


def _is_other(told: Draft, new: Draft, scene: Scene) -> bool:
    """Told as another event, or between other parties."""
    before = scene.sentence[told.token.i] < scene.sentence[new.token.i]
    if before and is_set_apart(new.token) and not is_ranked(new.token):
        return True
    if _is_listed(told.token, new.token):
        return True
    if told.event_subtype == "bombing" != new.event_subtype and not told.actors("initiator") and _by_forces(new, scene):
        return True  # "a bomber killed six .. the army said it had killed nine militants"
    if scene.sentence[told.token.i] == scene.sentence[new.token.i] and (is_bound(told.token) or is_bound(new.token)):
        return True
    one, two = set(told.actors("participant")), set(new.actors("participant"))
    return len(one) > 1 and len(two) > 1 and not one & two


def _is_listed(one: Token, two: Token) -> bool:
    """ "Two missile strikes and 61 air strikes": counted one beside the other."""
    return two.dep_ == "conj" and two.head == one and bool(children(one, "nummod") and children(two, "nummod"))


def _by_forces(new: Draft, scene: Scene) -> bool:
    return not new.is_anaphoric and any(scene.kind_of.get(actor) in ("military", "state") for actor in new.actors("initiator"))


def _apart(told: Draft, new: Draft) -> bool:
    """Harm at a place of its own is told again only with that place, or by "the attack" right after."""
    if told.place is None or new.place is None:
        return new.is_part or not (new.is_anaphoric or new.is_weak)
    return told.place.name != new.place.name


def same_kind(told: Draft, new: Draft) -> bool:
    if told.event_type != "attack":
        return told.event_subtype == new.event_subtype
    one, two = ATTACK_KINDS.get(told.event_subtype or "", ""), ATTACK_KINDS.get(new.event_subtype or "", "")
    return (
        not one
        or not two
        or one == two
        or {one, two} in ({"strike", "air"}, {"assault", "killing"}, {"bomb", "assault"}, {"strike", "guns"}, {"strike", "bomb"})
    )


def _dates(one: EventDate | None, two: EventDate | None) -> int | None:
    if one is None or two is None or one.start is None or two.start is None:
        return 0
    if one.precision == two.precision == "day":
        same = one.start <= (two.end or two.start) and two.start <= (one.end or one.start)
        return 2 if same else None
    return 0 if one.start <= (two.end or two.start) and two.start <= (one.end or one.start) else None


def is_background(date: EventDate | None, scene: Scene) -> bool:
    """Told as long before the article."""
    today = scene.annotated.document.article.published_on
    return today is not None and date is not None and date.end is not None and (today - date.end).days > BACK


def _places(one: EventPlace | None, two: EventPlace | None) -> int | None:
    if one is None or two is None:
        return 0
    if one.name == two.name:
        return 3
    if one.country_code and two.country_code and one.country_code != two.country_code:
        return None
    if "water" in (one.precision, two.precision) and not (one.country_code and two.country_code):
        return 0
    if "country" in (one.precision, two.precision):
        return 0 if one.country_code == two.country_code else None
    if (
        one.admin1
        and one.admin1 == two.admin1
        and (one.precision in AREAS or two.precision in AREAS or "site" in (one.precision, two.precision))
    ):
        return 1
    return None


def _sides_differ(told: Draft, new: Draft, scene: Scene) -> bool:
    one, two = _country(told, "initiator", scene), _country(new, "initiator", scene)
    if one and two and one != two and told.event_type == "attack":
        return True
    return bool(one and one == _country(new, "target", scene) and not two) or bool(
        two and two == _country(told, "target", scene) and not one
    )


def _country(draft: Draft, role: str, scene: Scene) -> str | None:
    first = next(iter(draft.actors(role)), None)
    return side_of(first, scene) if first else None
