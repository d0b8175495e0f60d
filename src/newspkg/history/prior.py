"""The ids that an earlier version gave, for the next one to keep."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Any, cast

import polars as pl
import pyarrow as pa

from newspkg.history.bundle import Bundle
from newspkg.history.relocation import Place, relocated
from newspkg.mapped import slices
from newspkg.model import RawArticle
from newspkg.model.prior import PriorIds

ROWS = 65_536  # of evidence that are looked at together
CORE = ("articles", "actors", "weapons", "events", "claims")


def prior_ids(bundle: Bundle | None, articles: Sequence[RawArticle] = ()) -> PriorIds:
    """The ids of `bundle`, by spans of `articles` as they are now; none where there is no earlier version.

    An article that was corrected since has its spans elsewhere: they are found again by their words. One that was renamed is known by
    its text. Without `articles`, spans are taken to be where they were.
    """
    if bundle is None or "evidence" not in bundle.tables:
        return PriorIds()
    evidence = bundle.tables["evidence"]
    renamed = _renamed(bundle, articles)
    moves = _moves(bundle, evidence, articles)

    def now(article: str, start: int, end: int) -> tuple[str, int, int] | None:
        move = moves.get(article)
        place = (start, end) if move is None else move.get((start, end))
        return None if place is None else (renamed.get(article, article), *place)

    triggers = _only(evidence, (pl.col("table") == "events") & pl.col("column").is_null())
    spans = [(now(article, start, end), row) for article, start, end, row in _spans(triggers)]
    claims = _claims(evidence, now)
    cues = Counter((article, cue) for article, _, _, cue in claims)
    return PriorIds(
        {place: event for place, event in spans if place is not None},
        {place: claim for place, claim in claims.items() if place[1] >= 0},
        {(article, cue): claim for (article, _, _, cue), claim in claims.items() if cues[article, cue] == 1},
        {name: _keys(bundle, name) for name in CORE if name in bundle.tables},
        renamed,
    )


def _only(evidence: pa.Table, wanted: pl.Expr) -> pl.DataFrame:
    """Some rows of evidence, picked part by part."""
    columns = evidence.select(["table", "row_key", "column", "article_id", "start", "end", "text"])
    found = [cast(pl.DataFrame, pl.from_arrow(part)).filter(wanted) for part in (columns.slice(0, 0), *slices(columns, ROWS))]
    return pl.concat(found)


def _spans(evidence: pl.DataFrame) -> Any:
    return evidence.select("article_id", "start", "end", "row_key").iter_rows()


def _keys(bundle: Bundle, table: str) -> frozenset[str]:
    (column,) = bundle.primary_key(table)
    return frozenset(str(key) for key in bundle.tables[table][column].to_pylist())


def _renamed(bundle: Bundle, articles: Sequence[RawArticle]) -> dict[str, str]:
    """Earlier article ids that are gone, with the one new id under which the very text is now."""
    if "articles" not in bundle.tables:
        return {}
    was, there = _hashes(bundle), {article.article_id for article in articles}
    fresh: dict[str, list[str]] = defaultdict(list)
    for article in articles:
        if article.article_id not in was:
            fresh[article.sha256].append(article.article_id)
    gone = {old: fresh.get(text, []) for old, text in was.items() if there and old not in there}
    once = Counter(found[0] for found in gone.values() if len(found) == 1)
    return {old: found[0] for old, found in gone.items() if len(found) == 1 and once[found[0]] == 1}


def _moves(bundle: Bundle, evidence: pa.Table, articles: Sequence[RawArticle]) -> Mapping[str, Mapping[Place, Place]]:
    """For each article whose text was corrected: where its spans are now."""
    if "articles" not in bundle.tables:
        return {}
    was = _hashes(bundle)
    altered = {article.article_id: article.body for article in articles if was.get(article.article_id, article.sha256) != article.sha256}
    if not altered:
        return {}
    told: dict[str, set[tuple[int, str]]] = {article: set() for article in altered}
    for article, start, text in (
        _only(evidence, pl.col("article_id").is_in(list(altered))).select("article_id", "start", "text").iter_rows()
    ):
        told[article].add((start, text))
    return {article: relocated(told[article], body) for article, body in altered.items()}


def _hashes(bundle: Bundle) -> dict[str, str]:
    return {row["article_id"]: row["sha256"] for row in bundle.tables["articles"].select(["article_id", "sha256"]).to_pylist()}


def _claims(evidence: pa.Table, now: Any) -> dict[tuple[str, int, int, int], str]:
    """Claim ids by article, first and last character of the content and first of the cue; a content that is gone is -1 to -1."""
    spans: dict[str, list[tuple[str, int, int]]] = defaultdict(list)
    cues: dict[str, tuple[str, int, int]] = {}
    rows = _only(evidence, (pl.col("table") == "claims") & (pl.col("column").is_null() | (pl.col("column") == "cue_text")))
    for column, article, start, end, row in rows.select("column", "article_id", "start", "end", "row_key").iter_rows():
        place = now(article, start, end)
        if place is not None and column is None:
            spans[row].append(place)
        elif place is not None:
            cues[row] = place
    found: dict[tuple[str, int, int, int], str] = {}
    for claim, (article, cue, _) in cues.items():
        places = spans.get(claim, [])
        first, last = min((p[1] for p in places), default=-1), max((p[2] for p in places), default=-1)
        found[article, first, last, cue] = claim
    return found
