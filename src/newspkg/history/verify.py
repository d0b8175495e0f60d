"""Proves a version: its files are those that were published, its formats agree, its keys hold, its evidence is in the articles."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa

from newspkg.errors import DataError
from newspkg.history.bundle import Bundle, read_bundle
from newspkg.history.keys import check_keys
from newspkg.history.side import arrow_types
from newspkg.history.stored import check_files
from newspkg.history.twins import check_twins
from newspkg.model import Issue

MOST = 20  # rows named one by one of one article


def verify(folder: Path, bodies: Mapping[str, str] | None = None) -> list[Issue]:
    """Every fault of the version in `folder`; `bodies` are the raw bodies by article_id, where evidence is to be proved too."""
    issues = list(check_files(folder))
    try:
        bundle = read_bundle(folder)
    except DataError as fault:
        return [*issues, Issue("bundle", "error", str(fault), file=str(folder))]
    for name, table in bundle.tables.items():
        issues += check_types(name, folder / "data" / f"{name}.parquet", table, bundle.schemas[name])
        issues += check_twins(name, folder / "data" / f"{name}.csv", table, bundle.primary_key(name))
    return [*issues, *check_keys(bundle), *(check_evidence(bundle, bodies) if bodies is not None else ())]


def check_types(name: str, path: Path, table: pa.Table, schema: Mapping[str, Any]) -> Iterator[Issue]:
    """Whether the columns of a Parquet file are those of its schema, in their order and with their types."""
    wanted = {each.name: each.type for each in arrow_types(schema)}
    if table.column_names != list(wanted):
        told = f"the columns are {', '.join(table.column_names)}; expected {', '.join(wanted)}"
        yield Issue("schema", "error", told, file=str(path), table=name)
    for column in table.schema:
        if column.type != wanted.get(column.name, column.type):
            told = f"the type is {column.type}; expected {wanted[column.name]}"
            yield Issue("schema", "error", told, file=str(path), table=name, column=column.name)


def check_evidence(bundle: Bundle, bodies: Mapping[str, str]) -> Iterator[Issue]:
    """Articles that were altered or are missing, and evidence that is not what the article says."""
    for row in _rows(bundle, "articles"):
        body, where = bodies.get(row["article_id"]), {"table": "articles", "row_key": row["article_id"], "file": row["path"]}
        if body is None:
            yield Issue("evidence", "error", "the article is not among the raw ones", **where)
        elif hashlib.sha256(body.encode("utf-8", "surrogatepass")).hexdigest() != row["sha256"]:
            yield Issue("evidence", "error", "the article was altered since", column="sha256", **where)
    wrong: Counter[str] = Counter()
    for row in _rows(bundle, "evidence"):
        article = row["article_id"]
        found = bodies.get(article, "")[row["start"] : row["end"]]
        if found != row["text"]:
            wrong[article] += 1
            if article in bodies and wrong[article] <= MOST:
                told = f"the article says {found!r} at {row['start']}..{row['end']}, the evidence {row['text']!r}"
                yield Issue("evidence", "error", told, table="evidence", row_key=row["evidence_id"], column="text")
    for article, count in wrong.items():
        if count > MOST or article not in bodies:
            told = f"{count} rows of evidence are not what the article says"
            yield Issue("evidence", "error", told, table="articles", row_key=article)


def _rows(bundle: Bundle, table: str) -> list[dict[str, Any]]:
    return bundle.tables[table].to_pylist() if table in bundle.tables else []
