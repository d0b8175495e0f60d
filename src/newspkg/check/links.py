"""What the tables say of each other agrees: counts, sides, types of events."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from newspkg.check.frames import Context, issue, shown
from newspkg.model import Issue


def check_links(context: Context) -> Iterator[Issue]:
    if "events" not in context.frames:
        return
    yield from _types(context)
    yield from _counts(context, "article_count", "event_reports")
    yield from _counts(context, "claim_count", "claims")
    yield from _sides(context)
    yield from _factuality(context)


def _types(context: Context) -> Iterator[Issue]:
    for row in context.frames["events"].select("event_id", "event_type", "event_subtype").iter_rows(named=True):
        if context.event_types and (row["event_type"], row["event_subtype"]) not in context.event_types:
            found = f"{shown(row['event_subtype'])} for {shown(row['event_type'])}"
            message = f"event_subtype is {found}; expected a pair of the codelist event_types"
            yield issue("event_type", context.specs["events"], row, message, "event_subtype")


def _counts(context: Context, column: str, other: str) -> Iterator[Issue]:
    if other not in context.frames:
        return
    counted = pl.concat(list(context.frames.parts(other, ["event_id"]))).group_by("event_id").len("counted")
    events = context.frames["events"].join(counted, on="event_id", how="left").with_columns(pl.col("counted").fill_null(0))
    for row in events.filter(pl.col(column) != pl.col("counted")).iter_rows(named=True):
        message = f"{column} is {row[column]}; expected {row['counted']}, the rows of {other}"
        yield issue("count", context.specs["events"], row, message, column)


def _sides(context: Context) -> Iterator[Issue]:
    if "event_actors" not in context.frames:
        return
    present = set(context.frames["event_actors"].select("event_id", "actor_id", "role").iter_rows())
    for row in context.frames["events"].select("event_id", "initiator_id", "target_id").iter_rows(named=True):
        for role in ("initiator", "target"):
            actor = row[f"{role}_id"]
            if actor is not None and (row["event_id"], actor, role) not in present:
                message = f"{role}_id is {shown(actor)}; expected it in event_actors as {role}"
                yield issue("sides", context.specs["events"], row, message, f"{role}_id")


def _factuality(context: Context) -> Iterator[Issue]:
    """What an event is said to be is what at least one of its articles says: none is actual that all reports only plan or deny."""
    if "event_reports" not in context.frames:
        return
    reports = pl.concat(list(context.frames.parts("event_reports", ["event_id", "factuality"])))
    told = reports.group_by("event_id").agg(pl.col("factuality").unique().sort().alias("told"))
    events = context.frames["events"].join(told, on="event_id", maintain_order="left")
    for row in events.filter(~pl.col("factuality").is_in(pl.col("told"))).iter_rows(named=True):
        message = f"factuality is {shown(row['factuality'])}; expected what an article says ({', '.join(map(str, row['told']))})"
        yield issue("factuality", context.specs["events"], row, message, "factuality")
