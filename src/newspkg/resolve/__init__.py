"""Readings of all articles -> records: one row for all mentions of an actor, a weapon, an event, with its evidence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from newspkg.model import ArticleReading, PriorIds, RawArticle, Records
from newspkg.resolve.evidence import Emit
from newspkg.resolve.resolution import Resolution

__all__ = ["Emit", "resolve", "resolve_into"]


def resolve(articles: Sequence[RawArticle], readings: Mapping[str, ArticleReading], prior: PriorIds | None = None) -> Records:
    """All rows of a data set. `readings` holds, by article id, the articles that were extracted; `prior` the ids that must last."""
    found: dict[str, list[Any]] = {}
    resolve_into(lambda table, row: found.setdefault(table, []).append(row), articles, readings, prior)
    return Records(**{table: tuple(rows) for table, rows in found.items()})


def resolve_into(emit: Emit, articles: Sequence[RawArticle], readings: Mapping[str, ArticleReading], prior: PriorIds | None = None) -> None:
    """The same, row by row in no order: `emit` takes the name of a table and a row of it.

    The readings are asked for one at a time, each several times: the mapping may make them anew.
    """
    resolution = Resolution(emit, readings, prior or PriorIds())
    try:
        resolution.run(articles)
    finally:
        resolution.close()
