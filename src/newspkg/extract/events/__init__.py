"""Events: triggers with their arguments, put together within the article, with what the context makes plain."""

from __future__ import annotations

from newspkg.extract.actors.world import World
from newspkg.extract.events.arms.munitions import weapons_of
from newspkg.extract.events.draft import Draft
from newspkg.extract.events.fill import filled
from newspkg.extract.events.harm.casualties import CasualtyReader
from newspkg.extract.events.harm.tolls import Tolls
from newspkg.extract.events.naming.entries import Trigger
from newspkg.extract.events.naming.subtype import HEAVY, attack_subtype, carried, is_planted, used_classes
from newspkg.extract.events.naming.triggers import TriggerFinder
from newspkg.extract.events.reality.factuality import factuality
from newspkg.extract.events.scene import Scene
from newspkg.extract.events.setting.when import date_of
from newspkg.extract.events.setting.where import place_of
from newspkg.extract.events.sides.nations import of_nations
from newspkg.extract.events.sides.roles import roles_of, without_self
from newspkg.extract.events.sides.target_kinds import target_kind_of
from newspkg.extract.events.union.echoes import is_anaphoric, is_its_contents, victims
from newspkg.extract.events.union.hollow import is_hollow
from newspkg.extract.events.union.judge import credible
from newspkg.extract.events.union.merge import merged
from newspkg.extract.events.union.parts import with_parts
from newspkg.extract.events.union.retold import united
from newspkg.extract.learned import decision
from newspkg.model import ActorMention, AnnotatedDocument, EventMention, WeaponMention
from newspkg.specs import Codelists

WEAK_FRAMES = frozenset({"die"})


class EventExtractor:
    """Finds the events of an article. Built once with the codelists; `countries` maps adjectives of nationality to alpha-3 codes."""

    def __init__(self, codelists: Codelists) -> None:
        self.triggers = TriggerFinder(codelists)
        self.casualties = CasualtyReader(codelists)
        self.people = self.casualties.people.people | {row["noun"] for row in codelists.rows("collective_nouns") if row["alone"] == "true"}
        self.facilities = {row["noun"]: row["target_kind"] for row in codelists.rows("target_kinds")}
        self.foes = {row["attacked"]: row["attacker"] for row in codelists.rows("belligerents")}
        self.is_event = decision("is_event", codelists)
        self.countries = {word: known.alpha3 for word, known in World(codelists).country_words.items()}

    def __call__(
        self, annotated: AnnotatedDocument, weapons: tuple[WeaponMention, ...], actors: tuple[ActorMention, ...]
    ) -> tuple[EventMention, ...]:
        scene = self.scene(annotated, weapons, actors)
        events = credible(self.told(scene), scene, self.is_event)
        return tuple(_mention(event, number, scene.class_of) for number, event in enumerate(events, 1))

    def scene(self, annotated: AnnotatedDocument, weapons: tuple[WeaponMention, ...] = (), actors: tuple[ActorMention, ...] = ()) -> Scene:
        """The article as its events are looked for."""
        return Scene(annotated, weapons, actors, self.facilities, self.countries, self.people)

    def told(self, scene: Scene) -> list[Draft]:
        """The events that the article tells, in text order, before they are weighed."""
        drafts = [draft for trigger in self.triggers(scene) if (draft := self._draft(trigger, scene)) is not None]
        tolls = Tolls(scene, self.casualties)
        events = filled(tolls.given(merged(tolls.given(with_parts(drafts, scene)), scene)), scene, self.foes)
        return united([event for event in events if not is_hollow(event)], scene)

    def _draft(self, trigger: Trigger, scene: Scene) -> Draft | None:
        misread = trigger.entry.pos == "verb" and trigger.token.pos_ in ("NOUN", "PROPN")
        entry = trigger.entry
        plain = misread or entry.is_negative
        fact = "actual" if plain else factuality(trigger.token, entry.event_type, entry.event_subtype)
        if fact is None:
            return None
        is_promise = entry.event_subtype == "delivery" and fact == "planned"  # what will be given is a pledge that was made
        used = weapons_of(trigger, scene)
        subtype: str | None = "pledge" if is_promise else entry.event_subtype or None
        if entry.event_type == "attack":
            classes = used_classes((w.weapon_id for w in used if w.role == "used"), scene.class_of)
            is_heavy = entry.frame == "open_fire" and bool(HEAVY & set(classes))  # tanks that open fire shell, jets strike from the air
            subtype = attack_subtype(classes, None if is_heavy else subtype)
            subtype = "bombing" if subtype == "air_strike" and is_planted(trigger, scene) else subtype
        roles = of_nations(without_self(roles_of(trigger, scene), entry.frame), entry.event_type, scene)
        return Draft(
            trigger,
            entry.event_type,
            subtype,
            "actual" if is_promise else fact,
            is_anaphoric=is_anaphoric(trigger) or is_its_contents(trigger),
            is_weak=entry.frame in WEAK_FRAMES
            or (entry.frame == "harm" and not entry.event_subtype and not used and not any(r.role == "initiator" for r in roles))
            or _is_bare_impact(trigger, used),
            is_firm=entry.pos == "verb" and bool(entry.needs) and (entry.event_type != "attack" or bool(entry.event_subtype)),
            date=date_of(trigger.token, scene),
            place=place_of(trigger, scene),
            roles=roles,
            weapons=used,
            target_kind=target_kind_of(trigger, scene),
            carried=carried(trigger, scene),
            victims=victims(trigger, scene),
            words=frozenset([scene.lemma(trigger.token)]),
        )


def _is_bare_impact(trigger: Trigger, used: tuple[object, ...]) -> bool:
    return trigger.entry.frame == "impact" and trigger.entry.pos == "noun" and not used


def _mention(event: Draft, number: int, class_of: dict[str, str]) -> EventMention:
    subtype = event.event_subtype or ""
    if event.event_type == "attack":
        used = used_classes((w.weapon_id for w in event.weapons if w.role == "used" and w.weapon_id not in event.carried), class_of)
        subtype = attack_subtype(used, None if used and subtype in ANY_STRIKE else subtype)
    return EventMention(
        key=f"e{number}",
        event_type=event.event_type,
        event_subtype=subtype,
        triggers=event.triggers,
        factuality=event.factuality,
        date=event.date,
        place=event.place,
        roles=event.roles,
        weapons=event.weapons,
        target_kind=event.target_kind,
        fatalities=event.fatalities,
        injured=event.injured,
    )


ANY_STRIKE = ("", "other_attack", "missile_strike", "drone_strike", "combined_strike")
