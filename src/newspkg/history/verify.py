"""Proves a version: its files are those that were published, its formats agree, its keys hold, its evidence is in the articles."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from newspkg.errors import DataError
from newspkg.files import sha256_of
from newspkg.history.bundle import Bundle, read_bundle
from newspkg.history.keys import check_keys
from newspkg.history.twins import check_twins
from newspkg.model import Issue


def verify(folder: Path, bodies: Mapping[str, str] | None = None) -> list[Issue]:
    """Every fault of the version in `folder`; `bodies` are the raw bodies by article_id, where evidence is to be proved too."""
    issues = list(check_files(folder))
    try:
        bundle = read_bundle(folder)
    except DataError as fault:
        return [*issues, Issue("bundle", "error", str(fault), file=str(folder))]
    for name, table in bundle.tables.items():
        issues += check_twins(name, folder / "data" / f"{name}.csv", table, bundle.primary_key(name))
    return [*issues, *check_keys(bundle), *(check_evidence(bundle, bodies) if bodies is not None else ())]


def check_files(folder: Path) -> Iterator[Issue]:
    """Files that are missing, altered or not published, by the descriptor and by the index beside the version."""
    known = {**_described(folder), **_indexed(folder)}
    there = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    for name in sorted({*known, *there}):
        path = str(folder / name)
        if name not in there:
            yield Issue("hash", "error", "the file is missing", file=path)
        elif name in known:
            found = sha256_of(there[name])
            if f"sha256:{found}" != known[name]:
                yield Issue("hash", "error", f"the file was altered: its hash is sha256:{found}, published was {known[name]}", file=path)
        elif name not in ("datapackage.json", "README.md", "CHANGELOG.md"):
            yield Issue("hash", "error", "the file is not part of what was published", file=path)


def _described(folder: Path) -> dict[str, str]:
    found = _json(folder / "datapackage.json").get("resources", ())
    return {each["path"]: each["hash"] for each in found if isinstance(each, dict) and "path" in each and "hash" in each}


def _indexed(folder: Path) -> dict[str, str]:
    """What the index says of this version: it alone knows the hash of the descriptor itself."""
    entries = _json(folder.resolve().parent / "index.json").get("versions", ())
    entry: dict[str, Any] = next((each for each in entries if each.get("version") == folder.resolve().name), {})
    return {each["path"]: each["hash"] for each in entry.get("files", ())}


def _json(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def check_evidence(bundle: Bundle, bodies: Mapping[str, str]) -> Iterator[Issue]:
    """Articles that were altered or are missing, and evidence that is not what the article says."""
    for row in _rows(bundle, "articles"):
        body, where = bodies.get(row["article_id"]), {"table": "articles", "row_key": row["article_id"], "file": row["path"]}
        if body is None:
            yield Issue("evidence", "error", "the article is not among the raw ones", **where)
        elif hashlib.sha256(body.encode("utf-8", "surrogatepass")).hexdigest() != row["sha256"]:
            yield Issue("evidence", "error", "the article was altered since", column="sha256", **where)
    for row in _rows(bundle, "evidence"):
        found = bodies.get(row["article_id"], "")[row["start"] : row["end"]]
        if found != row["text"]:
            told = f"the article says {found!r} at {row['start']}..{row['end']}, the evidence {row['text']!r}"
            yield Issue("evidence", "error", told, table="evidence", row_key=row["evidence_id"], column="text")


def _rows(bundle: Bundle, table: str) -> list[dict[str, Any]]:
    return bundle.tables[table].to_pylist() if table in bundle.tables else []
