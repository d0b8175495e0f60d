"""What the machine found in an article, as the rows of a coding: a draft to edit, and what a correction's `expect` is held against."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from newspkg.coding.spans import written_span
from newspkg.model import ActorMention, ArticleReading, Casualties, ClaimMention, EventMention, EventWeapon, Span, WeaponMention

Found = ActorMention | WeaponMention | EventMention | ClaimMention


@dataclass(frozen=True, slots=True)
class Drafted:
    """One row as the machine would code it, the spans that it is found by, and the mentions that it was made from."""

    values: dict[str, Any]
    spans: tuple[Span, ...]
    mentions: tuple[Found, ...]


def draft(reading: ArticleReading) -> dict[str, list[Drafted]]:
    """The rows of an article by table, in text order. Ids are those of the published tables, for events those of the article's reading."""
    text = reading.annotated.text
    return {
        "actors": list(_actors([actor for actor in reading.actors if actor.is_named], text)),
        "weapons": list(_weapons(reading.weapons, text)),
        "events": [_event(event, text) for event in reading.events],
        "claims": [_claim(claim, text) for claim in reading.claims],
    }


def _actors(mentions: Sequence[ActorMention], text: str) -> Iterator[Drafted]:
    for actor_id in dict.fromkeys(mention.actor_id for mention in mentions):
        same = tuple(mention for mention in mentions if mention.actor_id == actor_id)
        first, spans = same[0], tuple(sorted({mention.span for mention in same}))
        values = {"id": actor_id, "name": first.name, "kind": first.kind, "country": first.country_code}
        yield Drafted(values | {"mentions": _written(spans, text)}, spans, same)


def _weapons(mentions: Sequence[WeaponMention], text: str) -> Iterator[Drafted]:
    for weapon_id in dict.fromkeys(mention.weapon_id for mention in mentions):
        same = tuple(mention for mention in mentions if mention.weapon_id == weapon_id)
        first, spans = same[0], tuple(sorted({mention.span for mention in same}))
        values = {"id": weapon_id, "name": first.name, "class": first.weapon_class, "level": first.level}
        yield Drafted(values | {"mentions": _written(spans, text)}, spans, same)


def _event(event: EventMention, text: str) -> Drafted:
    date, place = event.date, event.place
    initiator, target = event.first("initiator"), event.first("target")
    principal = [role for role in (initiator, target) if role is not None]
    values = {
        "id": event.key,
        "type": event.event_type,
        "subtype": event.event_subtype,
        "factuality": event.factuality,
        "triggers": _written(event.triggers, text),
        "date_start": _iso(date.start if date else None),
        "date_end": _iso(date.end if date else None),
        "date_precision": date.precision if date else None,
        "place": place.name if place else None,
        "country": place.country_code if place else None,
        "admin1": place.admin1 if place else None,
        "place_precision": place.precision if place else None,
        "initiator": initiator.actor_id if initiator else None,
        "target": target.actor_id if target else None,
        "target_kind": event.target_kind.value if event.target_kind else None,
        "actors": [{"actor": role.actor_id, "role": role.role} for role in event.roles if role not in principal],
        "weapons": [_arm(weapon) for weapon in event.weapons],
        "fatalities": _toll(event.fatalities),
        "injured": _toll(event.injured),
    }
    return Drafted(values, event.triggers, (event,))


def _arm(weapon: EventWeapon) -> dict[str, Any]:
    counts = {"quantity": weapon.quantity, "intercepted": weapon.quantity_intercepted, "hit": weapon.quantity_hit}
    return {"weapon": weapon.weapon_id, "role": weapon.role, **counts, "qualifier": weapon.quantity_qualifier}


def _claim(claim: ClaimMention, text: str) -> Drafted:
    values = {
        "speaker": claim.speaker_id,
        "speaker_text": _written((claim.speaker,), text)[0],
        "cue": _written((claim.cue,), text)[0],
        "content": _written(claim.content, text),
        "type": claim.claim_type,
        "quotation": claim.quotation,
        "polarity": claim.polarity,
        "event": claim.event_key,
    }
    return Drafted(values, claim.content, (claim,))


def _written(spans: Sequence[Span], text: str) -> list[str]:
    return [written_span(span, text) for span in spans]


def _iso(day: Any) -> str | None:
    return day.isoformat() if day is not None else None


def _toll(toll: Casualties | None) -> list[int | None] | None:
    return [toll.low, toll.best, toll.high] if toll is not None else None
