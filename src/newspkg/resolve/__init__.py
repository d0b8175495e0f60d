"""Readings of all articles -> records: one row for all mentions of an actor, a weapon, an event, with its evidence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from newspkg.model import ArticleReading, PriorIds, RawArticle, Records
from newspkg.resolve.articles import article_record, is_in_scope
from newspkg.resolve.changes import change_records
from newspkg.resolve.claims import claim_records
from newspkg.resolve.cluster import clusters
from newspkg.resolve.entities import actor_records, weapon_records
from newspkg.resolve.events import EventRows, event_rows
from newspkg.resolve.evidence import Ledger
from newspkg.resolve.identity import event_ids
from newspkg.resolve.sane import sane

__all__ = ["resolve"]


def resolve(articles: Sequence[RawArticle], readings: Mapping[str, ArticleReading], prior: PriorIds | None = None) -> Records:
    """All rows of a data set. `readings` holds, by article id, the articles that were extracted; `prior` the ids that must last."""
    prior = prior or PriorIds()
    copies = {article.article_id for article in articles if article.duplicate_of is not None}
    readings = {key: sane(reading) for key, reading in sorted(readings.items()) if key not in copies}
    told = [reading for reading in readings.values() if is_in_scope(reading)]
    ledger = Ledger()
    actors = actor_records(told, ledger)
    weapons = weapon_records(told, ledger)
    groups = clusters(told)
    ids = event_ids(groups, prior)
    event_of = {(member.article_id, member.event.key): ids[number] for number, group in enumerate(groups) for member in group}
    claims = claim_records(told, event_of, {actor.actor_id for actor in actors}, ledger, prior)
    rows = EventRows()
    for number, group in enumerate(groups):
        rows += event_rows(ids[number], group, claims, {actor.actor_id: actor.name for actor in actors}, ledger)
    keys = {
        "articles": {article.article_id for article in articles},
        "actors": {actor.actor_id for actor in actors},
        "weapons": {weapon.weapon_id for weapon in weapons},
        "claims": {claim.claim_id for claim in claims},
    }
    return Records(
        articles=tuple(article_record(article, readings.get(article.article_id)) for article in articles),
        actors=actors,
        weapons=weapons,
        events=rows.events,
        event_actors=rows.actors,
        event_weapons=rows.weapons,
        event_reports=rows.reports,
        claims=claims,
        evidence=ledger.records(),
        changes=change_records(groups, ids, prior, keys),
    )
