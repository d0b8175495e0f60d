"""A small data set made by hand for the tests of publication and history."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa

from newspkg.history import plan_release
from newspkg.model import Issue
from newspkg.model.context import BuildContext
from newspkg.publish import Publication, publish
from newspkg.specs import PackageSpec, default_schemas, load_package

PACKAGE = load_package(default_schemas())
BODY = "Northmark fired missiles at Port Ansel. Two people died there, officials said.\n"


def rows(table: str, *told: dict[str, Any], package: PackageSpec = PACKAGE) -> pa.Table:
    schema = package.tables[table].arrow_schema
    return pa.Table.from_pylist([{name: row.get(name) for name in schema.names} for row in told], schema=schema)


def article(article_id: str = "alpha", body: str = BODY, **told: Any) -> dict[str, Any]:
    digest = hashlib.sha256(body.encode()).hexdigest()
    base = {"article_id": article_id, "title": "Port hit", "published_on": date(2031, 5, 2), "language": "en"}
    return {**base, "path": f"raw/{article_id}.txt", "sha256": digest, "word_count": 13, "in_scope": True, **told}


def event(event_id: str = "ev_1", **told: Any) -> dict[str, Any]:
    kind = {"event_type": "attack", "event_subtype": "missile_strike", "factuality": "actual", "summary": "Northmark: missile strike"}
    day = {"date_start": date(2031, 5, 1), "date_end": date(2031, 5, 1), "date_precision": "day"}
    counts = {"fatalities_low": 2, "fatalities_best": 2, "fatalities_high": 2, "article_count": 1, "claim_count": 0, "is_contested": False}
    return {"event_id": event_id, **kind, **day, **counts, "initiator_id": "ac_north", **told}


def evidence(evidence_id: str, text: str, row_key: str = "ev_1", column: str | None = None, table: str = "events") -> dict[str, Any]:
    start = BODY.index(text)
    where = {"article_id": "alpha", "start": start, "end": start + len(text), "text": text, "coded_by": "machine"}
    return {"evidence_id": evidence_id, "table": table, "row_key": row_key, "column": column, **where}


def tables(**replaced: pa.Table) -> dict[str, pa.Table]:
    told = {
        "articles": rows("articles", article()),
        "actors": rows(
            "actors", {"actor_id": "ac_north", "name": "Northmark", "actor_kind": "state", "mention_count": 1, "article_count": 1}
        ),
        "events": rows("events", event()),
        "event_actors": rows("event_actors", {"event_id": "ev_1", "actor_id": "ac_north", "role": "initiator"}),
        "evidence": rows(
            "evidence", evidence("evi_1", "fired"), evidence("evi_2", "Two people died", column="fatalities_best"),
            evidence("evi_3", "Northmark", "ac_north", table="actors"),
        ),
    }  # fmt: skip
    return {**told, **replaced}


def no_checks(folder: Path) -> list[Issue]:
    return []


def context(out: Path, **told: Any) -> BuildContext:
    return BuildContext(Path("raw"), default_schemas(), out, **told)


def release_of(out: Path, built: dict[str, pa.Table], asked: str | None = None) -> Any:
    return plan_release(out / PACKAGE.name, built, PACKAGE, asked)


def published(out: Path, built: dict[str, pa.Table] | None = None, asked: str | None = None, checks: Any = no_checks) -> Publication:
    """What the pipeline does, without its checks."""
    built = tables() if built is None else built
    return publish(built, PACKAGE, context(out), release_of(out, built, asked), checks)


def snapshot(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
