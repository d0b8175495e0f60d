"""Actors and weapons: one row for all mentions of an id, in all articles."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Sequence

from newspkg.model import ActorMention, ActorRecord, ArticleReading, WeaponMention, WeaponRecord
from newspkg.resolve.evidence import Ledger


def actor_records(readings: Sequence[ArticleReading], ledger: Ledger) -> tuple[ActorRecord, ...]:
    mentions: dict[str, list[tuple[str, ActorMention]]] = defaultdict(list)
    for reading in readings:
        for mention in reading.actors:
            if mention.is_named:
                mentions[mention.actor_id].append((reading.article_id, mention))
                ledger.add("actors", mention.actor_id, None, reading, mention.span, mention.coded_by)
    return tuple(_actor(actor_id, found, mentions.keys()) for actor_id, found in sorted(mentions.items()))


def _actor(actor_id: str, found: list[tuple[str, ActorMention]], known: Container[str]) -> ActorRecord:
    said = [mention for _, mention in found]
    parent = _most(mention.parent_id for mention in said)
    return ActorRecord(
        actor_id=actor_id,
        name=_most(mention.name for mention in said) or actor_id,
        actor_kind=_most(mention.kind for mention in said) or "other",
        country_code=_most(mention.country_code for mention in said),
        parent_id=parent if parent is not None and parent in known and parent != actor_id else None,
        role_title=_most(mention.role_title for mention in said),
        wikidata_id=_most(mention.wikidata_id for mention in said),
        mention_count=len(found),
        article_count=len({article for article, _ in found}),
    )


def weapon_records(readings: Sequence[ArticleReading], ledger: Ledger) -> tuple[WeaponRecord, ...]:
    mentions: dict[str, list[tuple[str, WeaponMention]]] = defaultdict(list)
    for reading in readings:
        for mention in reading.weapons:
            mentions[mention.weapon_id].append((reading.article_id, mention))
            ledger.add("weapons", mention.weapon_id, None, reading, mention.span, mention.coded_by)
            if mention.range_km is not None:
                ledger.add("weapons", mention.weapon_id, "reported_range_km", reading, mention.span, mention.coded_by)
    return tuple(_weapon(weapon_id, found) for weapon_id, found in sorted(mentions.items()))


def _weapon(weapon_id: str, found: list[tuple[str, WeaponMention]]) -> WeaponRecord:
    first = found[0][1]
    origins = first.origin_country_codes
    return WeaponRecord(
        weapon_id=weapon_id,
        name=first.name,
        weapon_class=first.weapon_class,
        level=first.level,
        origin_country_codes=origins.replace("|", ";") if origins else None,
        wikidata_id=first.wikidata_id,
        reported_range_km=next((mention.range_km for _, mention in found if mention.range_km is not None), None),
        mention_count=len(found),
        article_count=len({article for article, _ in found}),
    )


def _most(values: Iterable[str | None]) -> str | None:
    """The most frequent value, the first of the text among equals; None where there is none."""
    counts = Counter(value for value in values if value)
    return counts.most_common(1)[0][0] if counts else None
