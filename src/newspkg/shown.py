"""What `annotate` prints of an article: every mention with its offsets in the raw body and its text, as plain values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import date
from itertools import repeat
from typing import Any

from newspkg.model import ArticleReading, EventMention, Span

SKIPPED = ("span", "head", "key", "triggers", "roles", "weapons", "date", "place", "speaker", "cue", "content", "event_key")

Phrases = Mapping[str, Sequence[Span]]  # by role


def shown(reading: ArticleReading, fillers: Sequence[Phrases] = ()) -> dict[str, object]:
    """The object that one article is printed as; `fillers` are further phrases of its events' roles."""
    kinds = {(each.span, each.actor_id): each.kind for each in reading.actors}
    annotated, article = reading.annotated, reading.annotated.document.article

    def at(span: Span) -> dict[str, Any]:
        raw = annotated.document.to_raw(span)
        return {"start": raw.start, "end": raw.end, "text": raw.of(article.body)}

    def item(mention: Any) -> dict[str, Any]:
        return at(mention.span) | _plain(mention)

    def event(told: EventMention, phrases: Phrases) -> dict[str, Any]:
        roles: dict[str, list[dict[str, Any]]] = {}
        for role in told.roles:
            known = {"actor_id": role.actor_id, "kind": kinds.get((role.span, role.actor_id))}
            roles.setdefault(role.role, []).append(at(role.span) | known)
        for weapon in told.weapons:
            roles.setdefault("weapon", []).append(at(weapon.span) | {"weapon_id": weapon.weapon_id, "role": weapon.role})
        for name, spans in phrases.items():
            taken = [role.span for role in told.roles if role.role == name]
            roles.setdefault(name, []).extend(at(span) for span in spans if not any(span.overlaps(other) for other in taken))
        for name, value in (("place", told.place), ("date", told.date)):
            if value is not None:
                roles.setdefault(name, []).append(item(value))
        triggers = [at(trigger) for trigger in told.triggers]
        facts = {"event_type": told.event_type, "event_subtype": told.event_subtype, "factuality": told.factuality}
        tolls = {name: item(toll) for name, toll in (("fatalities", told.fatalities), ("injured", told.injured)) if toll is not None}
        return triggers[0] | facts | tolls | {"triggers": triggers, "roles": roles}

    def claim(said: Any) -> dict[str, Any]:
        content = [at(span) for span in said.content]
        spans = {"content": content, "cue": [at(said.cue)], "speaker": [at(said.speaker)]}
        return {"start": content[0]["start"], "end": content[-1]["end"], "text": content[0]["text"]} | _plain(said) | spans

    return {
        "article_id": article.article_id,
        "doc_id": article.article_id,
        "sha256": article.sha256,
        "dates": [item(each) for each in annotated.dates],
        "places": [item(each) | {"place_precision": each.precision} for each in annotated.places],
        "quantities": [item(each) for each in annotated.quantities],
        "actors": [item(each) for each in reading.actors if each.is_named],
        "weapons": [item(each) for each in reading.weapons],
        "events": [event(each, phrases) for each, phrases in zip(reading.events, fillers or repeat({}), strict=False)],
        "claims": [claim(each) for each in reading.claims],
    }


def _plain(mention: Any) -> dict[str, Any]:
    """The fields of a mention that are plain values; dates in ISO 8601."""
    values = {field.name: getattr(mention, field.name) for field in fields(mention) if field.name not in SKIPPED}
    plain = {name: value.isoformat() if isinstance(value, date) else value for name, value in values.items()}
    # a mention's own `start` and `end` are days; the keys of the printed object are offsets
    return {
        {"start": "date_start", "end": "date_end"}.get(name, name): value for name, value in plain.items() if not isinstance(value, Span)
    }
