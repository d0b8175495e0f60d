"""Readings of all articles -> records: one row for all mentions of an actor, a weapon, an event, with its evidence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from newspkg.model import ArticleReading, ChangeRecord, PriorIds, RawArticle, Records
from newspkg.resolve.memo import Memo, NoMemo
from newspkg.resolve.resolution import Resolution

__all__ = ["Memo", "NoMemo", "resolve", "resolve_into"]


def resolve(articles: Sequence[RawArticle], readings: Mapping[str, ArticleReading], prior: PriorIds | None = None) -> Records:
    """All rows of a data set. `readings` holds, by article id, the articles that were extracted; `prior` the ids that must last."""
    found: dict[str, list[Any]] = {}
    changes = resolve_into(NoMemo(lambda table, row: found.setdefault(table, []).append(row)), articles, readings, prior)
    return Records(changes=changes, **{table: tuple(rows) for table, rows in found.items()})


def resolve_into(
    memo: Memo, articles: Sequence[RawArticle], readings: Mapping[str, ArticleReading], prior: PriorIds | None = None
) -> tuple[ChangeRecord, ...]:
    """The same, row by row in no order: `memo` takes the name of a table and a row of it. What is returned are the rows of `changes`.

    The readings are asked for one at a time, each several times: the mapping may make them anew.
    """
    resolution = Resolution(memo, readings, prior or PriorIds())
    try:
        return resolution.run(articles)
    finally:
        resolution.close()
