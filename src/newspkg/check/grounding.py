"""Every row is grounded: it has evidence, and the evidence is what the article says between its offsets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import polars as pl

from newspkg.check.frames import Context, issue, keys_of, shown
from newspkg.model import Issue
from newspkg.specs import TableSpec

GROUNDED = ("actors", "weapons", "events", "event_actors", "event_weapons", "event_reports", "claims")

TOGETHER = 200_000  # rows of evidence: each time all keys are looked through


def check_grounding(context: Context) -> Iterator[Issue]:
    if "evidence" not in context.frames or "evidence" not in context.specs:
        return
    keys = _keys(context)
    lacking = keys
    out_of_scope = _out_of_scope(context)
    for part in context.frames.parts("evidence", rows=TOGETHER):
        yield from _strays(part, keys, out_of_scope, context)
        lacking = lacking.join(part.select("table", "row_key").unique(), on=["table", "row_key"], how="anti", maintain_order="left")
    for name in keys["table"].unique(maintain_order=True):
        for key in lacking.filter(pl.col("table") == name)["row_key"].sort():
            message = f"{name}: no evidence supports the row; expected at least one span"
            yield Issue("evidence", "error", message, "give it a span or leave it out", table=name, row_key=key)


def _keys(context: Context) -> pl.DataFrame:
    """`table` and `row_key` of all rows that must be grounded."""
    frames, specs = context.frames, context.specs
    found = [pl.DataFrame(schema={"table": pl.String, "row_key": pl.String})]
    for name in (name for name in GROUNDED if name in frames):
        parts = frames.parts(name, list(specs[name].primary_key))
        found += [part.select(pl.lit(name).alias("table"), keys_of(specs[name]).alias("row_key")) for part in parts]
    return pl.concat(found).unique(maintain_order=True)


def _out_of_scope(context: Context) -> pl.Series:
    parts = context.frames.parts("articles", ["article_id", "in_scope"]) if "articles" in context.frames else ()
    nowhere = pl.Series("article_id", [], pl.String)
    return pl.concat([nowhere, *(part.filter(~pl.col("in_scope"))["article_id"] for part in parts)])


def _strays(part: pl.DataFrame, keys: pl.DataFrame, out_of_scope: pl.Series, context: Context) -> Iterator[Issue]:
    """The faults of some rows of evidence: most have none, and are not looked at one by one."""
    spec = context.specs["evidence"]
    grounded = {name: set(context.specs[name].column_names) for name in GROUNDED if name in context.frames}
    known = part.select("table", "row_key").join(keys.with_columns(is_key=True), on=["table", "row_key"], how="left", maintain_order="left")
    told = part.with_columns(
        known["is_key"].fill_null(value=False),
        (_misquoted(part, context.bodies)).alias("is_misquoted"),
        pl.col("article_id").is_in(out_of_scope.implode()).fill_null(value=False).alias("is_out"),
    )
    is_column = pl.lit(value=False)
    for name, columns in grounded.items():
        is_column |= (pl.col("table") == name) & (pl.col("column").is_null() | pl.col("column").is_in(sorted(columns)))
    odd = told.filter(
        pl.col("is_misquoted") | pl.col("is_out") | (pl.col("table").is_in(sorted(grounded)) & ~(pl.col("is_key") & is_column))
    )
    for row in odd.iter_rows(named=True):
        yield from _quote(row, spec, context.bodies)
        yield from _subject(row, spec, grounded)
        if row["is_out"]:
            message = f"evidence in {row['article_id']}, which is out of scope; expected none"
            yield issue("scope", spec, row, message, "article_id")


def _misquoted(part: pl.DataFrame, bodies: Mapping[str, str]) -> pl.Series:
    """Whether each quote is not what its article says; article by article, so that each body is read once."""
    order = part["article_id"].arg_sort()
    found = bytearray(len(part))
    last, body = "", bodies.get("")
    for at, (article, start, end, text) in zip(order, part.select("article_id", "start", "end", "text")[order].iter_rows(), strict=True):
        if article != last:
            last, body = article, bodies.get(article)
        found[at] = body is None or (start is not None and end is not None and body[start:end] != text)
    return pl.Series(found).cast(pl.Boolean)


def _quote(row: Mapping[str, Any], spec: TableSpec, bodies: Mapping[str, str]) -> Iterator[Issue]:
    body = bodies.get(row["article_id"])
    if body is None:
        yield issue("evidence", spec, row, f"the text of article {shown(row['article_id'])} is missing; expected its body", "article_id")
    elif row["start"] is not None and row["end"] is not None and body[row["start"] : row["end"]] != row["text"]:
        found = body[row["start"] : row["end"]]
        message = f"characters {row['start']} to {row['end']} of {row['article_id']} are {shown(found)}; expected {shown(row['text'])}"
        yield issue("evidence", spec, row, message, "text")


def _subject(row: Mapping[str, Any], spec: TableSpec, grounded: Mapping[str, set[str]]) -> Iterator[Issue]:
    name = row["table"]
    if name not in grounded:
        return
    if not row["is_key"]:
        yield issue("evidence", spec, row, f"row_key is {shown(row['row_key'])}; expected the key of a row of {name}", "row_key")
    if row["column"] is not None and row["column"] not in grounded[name]:
        yield issue("evidence", spec, row, f"column is {shown(row['column'])}; expected a column of {name}", "column")
