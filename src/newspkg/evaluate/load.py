"""Coding files (YAML) to codings; every fault is an issue with its file and line."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from newspkg.errors import DataError, EnvironmentFault
from newspkg.evaluate.allowed import ALLOWED, REFERENCES, REQUIRED
from newspkg.evaluate.coding import CodedRow, Coding
from newspkg.evaluate.spans import find_spans
from newspkg.model import Issue, Span

SPANS = {"actors": "mentions", "weapons": "mentions", "events": "triggers", "claims": "content"}


class _Faults:
    """Faults of one file as they are found."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.issues: list[Issue] = []

    def add(self, row: Any, message: str, hint: str) -> None:
        line = row.lc.line + 1 if hasattr(row, "lc") and row.lc.line is not None else 1
        self.issues.append(Issue("coding", "error", message, hint, str(self.path), line))

    def stop(self) -> None:
        if self.issues:
            first = self.issues[0]
            raise DataError(f"{first.file}:{first.line}: {first.message}; {first.hint}", self.issues)


def load_coding(path: Path, body: str) -> Coding:
    """The coding of one file, spans as offsets into `body`. Raises DataError with every fault, EnvironmentFault where it can't be read."""
    faults = _Faults(path)
    tree = _tree(path, faults)
    rows = {table: _rows(tree, table, faults) for table in SPANS}
    ids = {table: {row.get("id") for row in rows[table]} for table in SPANS}
    coded = {table: tuple(_row(table, row, ids, body, faults) for row in rows[table]) for table in SPANS}
    faults.stop()
    return Coding(str(tree.get("article")), body, **coded)


def _tree(path: Path, faults: _Faults) -> Mapping[str, Any]:
    try:
        tree = YAML(typ="rt").load(path.read_text(encoding="utf-8"))
    except OSError as fault:
        raise EnvironmentFault(f"{path}: can't be read ({fault.strerror}); check that it is there") from fault
    except (YAMLError, UnicodeDecodeError) as fault:
        faults.add(None, f"no YAML: {' '.join(str(fault).split())[:160]}", "mend the file")
        tree = None
    if not isinstance(tree, Mapping) or not isinstance(tree.get("article"), str):
        faults.add(tree, "no article named; a mapping with `article: STEM` is expected", "name the article's file without its suffix")
        faults.stop()
    return dict(tree)


def _rows(tree: Mapping[str, Any], table: str, faults: _Faults) -> list[Mapping[str, Any]]:
    rows = tree.get(table) or []
    if not isinstance(rows, list) or not all(isinstance(row, Mapping) for row in rows):
        faults.add(rows, f"{table}: {str(rows)[:60]!r}; a list of mappings is expected", "write one `- id: ...` a row")
        return []
    return rows


def _row(table: str, row: Mapping[str, Any], ids: Mapping[str, set[Any]], body: str, faults: _Faults) -> CodedRow:
    where = f"{table} {row.get('id', '')}".strip()
    for column in REQUIRED[table]:
        if row.get(column) in (None, "", []):
            faults.add(row, f"{where}: no {column}; one is expected", f"write {column}")
    for column, values in ALLOWED[table].items():
        value = row.get(column)
        if value not in (None, "unknown", *values):
            faults.add(row, f"{where}: {column} {str(value)[:40]!r}; expected one of {', '.join(values)}", "see the codebook")
    for column, other in REFERENCES[table].items():
        if row.get(column) is not None and row[column] not in ids[other]:
            message = f"{where}: {column} {str(row[column])[:40]!r}; an id of {other} in this file is expected"
            faults.add(row, message, f"code it among {other}")
    speaker = _resolve(row, "speaker_text", where, body, faults) if table == "claims" else ()
    return CodedRow(dict(row), _resolve(row, SPANS[table], where, body, faults), speaker)


def _resolve(row: Mapping[str, Any], column: str, where: str, body: str, faults: _Faults) -> tuple[Span, ...]:
    written = row.get(column) or []
    found: set[Span] = set()
    for one in [written] if isinstance(written, str) else written:
        try:
            found.update(find_spans(str(one), body))
        except ValueError as fault:
            faults.add(row, f"{where}: {column}: {fault}", "copy the words from the body as they stand there")
    return tuple(sorted(found, key=lambda span: (span.start, span.end)))
