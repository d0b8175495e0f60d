"""Which sentence says so: a row, each of its values with the sentences behind it, and the articles that disagree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from newspkg.errors import UsageError
from newspkg.history.bundle import Bundle
from newspkg.history.sentences import sentence_bounds


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence of an article; `sentence[highlight_start:highlight_end]` is the evidence, `start`/`end` its offsets in the raw body.

    Where the article can't be read, the sentence is the evidence's own text.
    """

    article_id: str
    start: int
    end: int
    sentence: str
    highlight_start: int
    highlight_end: int


@dataclass(frozen=True, slots=True)
class Value:
    column: str
    value: Any
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class Disagreement:
    """An article whose own value is another than the row's."""

    article_id: str
    column: str
    value: Any
    row_value: Any


@dataclass(frozen=True, slots=True)
class Explanation:
    """`quotes` name the row itself; `values` are its columns that hold a value."""

    table: str
    row_key: str
    values: tuple[Value, ...]
    quotes: tuple[Quote, ...]
    disagreements: tuple[Disagreement, ...]

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


def explain(bundle: Bundle, row_id: str, bodies: Mapping[str, str]) -> Explanation:
    """The row whose primary key is `row_id` (the parts of a longer key joined by `|`), in whichever table. Raises UsageError."""
    table, row = _find(bundle, row_id)
    evidence = _matching(bundle.tables["evidence"], {"table": table, "row_key": row_id}) if "evidence" in bundle.tables else []
    quotes = [(each["column"], _quote(each, bodies)) for each in evidence]
    said = {name: tuple(quote for column, quote in quotes if column == name) for name in row}
    values = tuple(Value(name, value, said[name]) for name, value in row.items() if value is not None)
    rivals = tuple(_disagreements(bundle, row)) if table == "events" else ()
    return Explanation(table, row_id, values, tuple(quote for column, quote in quotes if column is None), rivals)


def _find(bundle: Bundle, row_id: str) -> tuple[str, dict[str, Any]]:
    parts = row_id.split("|")
    for name, table in bundle.tables.items():
        key = bundle.primary_key(name)
        if len(key) == len(parts):
            found = _matching(table, dict(zip(key, parts, strict=True)))
            if found:
                return name, found[0]
    became = "; ".join(_became(bundle, row_id)) or "look one up in its tables (a key of several columns is joined by |)"
    raise UsageError(f"no row {row_id!r} in version {bundle.version}; {became}")


def _became(bundle: Bundle, row_id: str) -> Iterator[str]:
    """What the table `changes` tells of a key that earlier versions had."""
    changes = bundle.tables.get("changes")
    for row in _matching(changes, {"row_key": row_id}) if changes is not None else ():
        into = f" ({' and '.join(row['successor_key'].split(';'))})" if row["successor_key"] else ""
        yield f"it was {row['op']}{into} in version {row['version']}: {row['reason']}"


def _matching(table: pa.Table, wanted: Mapping[str, str]) -> list[dict[str, Any]]:
    for column, text in wanted.items():
        table = table.filter(pc.equal(pc.cast(table[column], pa.string()), pa.scalar(text)))
    found: list[dict[str, Any]] = table.to_pylist()
    return found


def _quote(evidence: Mapping[str, Any], bodies: Mapping[str, str]) -> Quote:
    article, start, end = evidence["article_id"], evidence["start"], evidence["end"]
    body = bodies.get(article)
    if body is None or body[start:end] != evidence["text"]:
        return Quote(article, start, end, evidence["text"], 0, len(evidence["text"]))
    first, last = sentence_bounds(body, start, end)
    return Quote(article, start, end, body[first:last], start - first, end - first)


def _disagreements(bundle: Bundle, event: Mapping[str, Any]) -> Iterator[Disagreement]:
    reports = bundle.tables.get("event_reports")
    for report in _matching(reports, {"event_id": event["event_id"]}) if reports is not None else ():
        for column, value in report.items():
            if column in event and value is not None and value != event[column]:
                yield Disagreement(report["article_id"], column, value, event[column])
