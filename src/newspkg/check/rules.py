"""What must hold between the columns of one row: order of dates, precision, bounds, quantities, coordinates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import polars as pl

from newspkg.check.frames import Context, issue, shown
from newspkg.model import Issue, Severity

col = pl.col


@dataclass(frozen=True)
class Rule:
    """A row of `tables` for which `fault` is true breaks the rule; `columns` are shown, the first is blamed."""

    check: str
    tables: tuple[str, ...]
    columns: tuple[str, ...]
    fault: pl.Expr
    expected: str
    severity: Severity = "error"


EVENTS = ("events", "event_reports")
HAS_DATE = col("date_start").is_not_null() | col("date_end").is_not_null()
HAS_POINT = col("latitude").is_not_null()
FIRST_DAY = col("date_start").dt.day() == 1


def _order(low: str, high: str, tables: tuple[str, ...]) -> Rule:
    return Rule("order", tables, (low, high), col(low) > col(high), f"{low} not above {high}")


def _casualties(kind: str) -> tuple[Rule, ...]:
    low, best, high = (f"{kind}_{each}" for each in ("low", "best", "high"))
    return _order(low, best, EVENTS), _order(best, high, EVENTS), _order(low, high, EVENTS)


RULES: tuple[Rule, ...] = (
    Rule("date_order", EVENTS, ("date_end", "date_start"), col("date_end") < col("date_start"), "a last day not before the first"),
    Rule("date_precision", EVENTS, ("date_precision", "date_start"), HAS_DATE & col("date_precision").is_null(), "a precision with a date"),
    Rule("date_precision", EVENTS, ("date_precision", "date_start"), ~HAS_DATE & col("date_precision").is_not_null(),
         "no precision without a date"),
    Rule("date_precision", EVENTS, ("date_start", "date_precision"), (col("date_precision") == "month") & ~FIRST_DAY,
         "the first day of a month", "warning"),
    Rule("date_precision", EVENTS, ("date_start", "date_precision"),
         (col("date_precision") == "year") & ~(FIRST_DAY & (col("date_start").dt.month() == 1)), "the first day of a year", "warning"),
    *_casualties("fatalities"),
    *_casualties("injured"),
    Rule("coordinates", EVENTS, ("latitude", "longitude"), HAS_POINT ^ col("longitude").is_not_null(),
         "latitude and longitude, or neither"),
    Rule("place", EVENTS, ("place_name", "latitude"), HAS_POINT & col("place_name").is_null(), "a place with coordinates"),
    Rule("place", EVENTS, ("place_precision", "place_name"), col("place_name").is_not_null() & col("place_precision").is_null(),
         "a precision with a place"),
    Rule("place", EVENTS, ("place_precision", "place_name"), col("place_name").is_null() & col("place_precision").is_not_null(),
         "no precision without a place"),
    Rule("target_kind", ("events",), ("target_kind", "event_type"), col("target_kind").is_not_null() & (col("event_type") != "attack"),
         "a kind of target for attacks alone"),
    Rule("quantity", ("event_weapons",), ("quantity_intercepted", "quantity"),
         (col("quantity_intercepted") > col("quantity")) & (col("quantity_qualifier").fill_null("exact").is_in(["exact", "at_most"])),
         "no more intercepted than fired"),
    Rule("quantity", ("event_weapons",), ("quantity_hit", "quantity"),
         (col("quantity_hit") > col("quantity")) & (col("quantity_qualifier").fill_null("exact").is_in(["exact", "at_most"])),
         "no more hits than fired"),
    _order("start", "end", ("claims", "evidence")),
    Rule("self", ("actors",), ("parent_id", "actor_id"), col("parent_id") == col("actor_id"), "another actor"),
    Rule("self", ("articles",), ("duplicate_of", "article_id"), col("duplicate_of") == col("article_id"), "another article"),
)  # fmt: skip


def check_rules(context: Context) -> Iterator[Issue]:
    for rule in RULES:
        for name in rule.tables:
            if name in context.frames:
                yield from _broken(rule, context, name)


def _broken(rule: Rule, context: Context, name: str) -> Iterator[Issue]:
    for row in (row for part in context.frames.parts(name) for row in part.filter(rule.fault).iter_rows(named=True)):
        found = ", ".join(f"{column} {shown(row[column]) if row[column] is not None else 'empty'}" for column in rule.columns)
        yield issue(
            rule.check, context.specs[name], row, f"{name}: {found}; expected {rule.expected}", rule.columns[0], severity=rule.severity
        )
