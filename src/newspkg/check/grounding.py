"""Every row is grounded: it has evidence, and the evidence is what the article says between its offsets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from newspkg.check.frames import Context, issue, key_of, shown
from newspkg.model import Issue
from newspkg.specs import TableSpec

GROUNDED = ("actors", "weapons", "events", "event_actors", "event_weapons", "event_reports", "claims")


def check_grounding(context: Context) -> Iterator[Issue]:
    evidence, spec = context.frames.get("evidence"), context.specs.get("evidence")
    if evidence is None or spec is None:
        return
    keys = {name: _keys(context, name) for name in GROUNDED if name in context.frames}
    supported: set[tuple[str, str]] = set()
    out_of_scope = _out_of_scope(context)
    for row in evidence.iter_rows(named=True):
        supported.add((row["table"], row["row_key"]))
        yield from _quote(row, spec, context.bodies)
        yield from _subject(row, spec, keys, context)
        if row["article_id"] in out_of_scope:
            message = f"evidence in {row['article_id']}, which is out of scope; expected none"
            yield issue("scope", spec, row, message, "article_id")
    for name, present in keys.items():
        for key in sorted(present - {each for table, each in supported if table == name}):
            message = f"{name}: no evidence supports the row; expected at least one span"
            yield Issue("evidence", "error", message, "give it a span or leave it out", table=name, row_key=key)


def _keys(context: Context, name: str) -> set[str]:
    table = context.specs[name]
    return {key_of(row, table) for row in context.frames[name].select(list(table.primary_key)).iter_rows(named=True)}


def _out_of_scope(context: Context) -> set[str]:
    articles = context.frames.get("articles")
    return set() if articles is None else {row["article_id"] for row in articles.iter_rows(named=True) if row["in_scope"] is False}


def _quote(row: Mapping[str, Any], spec: TableSpec, bodies: Mapping[str, str]) -> Iterator[Issue]:
    body = bodies.get(row["article_id"])
    if body is None:
        yield issue("evidence", spec, row, f"the text of article {shown(row['article_id'])} is missing; expected its body", "article_id")
    elif row["start"] is not None and row["end"] is not None and body[row["start"] : row["end"]] != row["text"]:
        found = body[row["start"] : row["end"]]
        message = f"characters {row['start']} to {row['end']} of {row['article_id']} are {shown(found)}; expected {shown(row['text'])}"
        yield issue("evidence", spec, row, message, "text")


def _subject(row: Mapping[str, Any], spec: TableSpec, keys: Mapping[str, set[str]], context: Context) -> Iterator[Issue]:
    name = row["table"]
    if name not in keys:
        return
    if row["row_key"] not in keys[name]:
        yield issue("evidence", spec, row, f"row_key is {shown(row['row_key'])}; expected the key of a row of {name}", "row_key")
    if row["column"] is not None and row["column"] not in context.specs[name].column_names:
        yield issue("evidence", spec, row, f"column is {shown(row['column'])}; expected a column of {name}", "column")
