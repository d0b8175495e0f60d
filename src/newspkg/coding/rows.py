"""The rows of a coding, checked against the form: every fault at its line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from newspkg.coding.coding import TABLES, CodedRow, Coding
from newspkg.coding.form import COLUMNS, CORRECTING, REQUIRED, SPANS, Form, Kind
from newspkg.coding.spans import find_spans
from newspkg.coding.tree import Items, Row
from newspkg.coding.values import close_to, fault_of, shown
from newspkg.model import Issue, Span
from newspkg.text import Spot

REFERENCES: Mapping[Kind, str] = {"actor": "actors", "weapon": "weapons", "event": "events"}
LISTS: Mapping[Kind, str] = {"actors": "event actors", "weapons": "event weapons"}


class RowsReader:
    """The rows of one coding as they are read; `issues` are the faults met."""

    def __init__(self, tree: Row, path: str, body: str, form: Form) -> None:
        self.tree, self.path, self.body, self.form = tree, path, body, form
        self.issues: list[Issue] = []
        self.rows = {table: self._rows(table) for table in TABLES}
        self.ids = {table: {str(row.get("id")) for row in rows if row.get("id") is not None} for table, rows in self.rows.items()}
        self.is_partial = any("expect" in row for rows in self.rows.values() for row in rows)

    def fault(self, line: int, message: str, hint: str, severity: Any = "error") -> None:
        self.issues.append(Issue("coding", severity, message, hint, self.path, line))

    def coding(self) -> Coding:
        """The coding as far as it can be read."""
        article = self.tree.get("article")
        if not isinstance(article, str):
            self.fault(
                self.tree.spots.get("article", Spot(1, 1)),
                f"article: {shown(article)}; a name is expected",
                "name the article's file without its suffix",
            )
        for key in self.tree.keys() - {"article", *TABLES}:
            self.fault(self.tree.lines[key], f"unknown key `{key[:40]}`", close_to(key, ("article", *TABLES)), "warning")
        coded = {table: tuple(self._row(table, row) for row in self.rows[table]) for table in TABLES}
        for table in TABLES:
            self._repeated(table)
        return Coding(str(article), self.body, **coded, is_partial=self.is_partial, spot=self.tree.spots.get("article", 1))

    def _rows(self, table: str) -> list[Row]:
        rows = self.tree.get(table) or []
        if not isinstance(rows, list) or not all(isinstance(row, Row) for row in rows):
            self.fault(self.tree.spots[table], f"{table}: {shown(rows)}; a list of mappings is expected", "write one `- id: ...` a row")
            return []
        return rows

    def _repeated(self, table: str) -> None:
        first: dict[str, int] = {}
        for row in self.rows[table]:
            name = str(row.get("id"))
            if row.get("id") is not None and name in first:
                self.fault(
                    row.spots["id"], f"{table}: the id `{name[:60]}` a second time (first on line {first[name]})", "give it another id"
                )
            first.setdefault(name, row.line)

    def _row(self, table: str, row: Row) -> CodedRow:
        where = f"{table} {str(row.get('id', ''))[:60]}".strip()
        for column in self._missing(table, row):
            self.fault(row.line, f"{where}: no {column}; one is expected", f"write {column}")
        if self.is_partial and "expect" not in row:
            self.fault(
                row.line,
                f"{where}: no `expect`, though other rows have one",
                "say what the machine finds there, `expect: nothing` for a new row",
            )
        self._columns(table, row, where, {**COLUMNS[table], **CORRECTING})
        if table == "events":
            self._pair(row, where)
        extra = {name: self._found(row, name, where) for name in ("speaker_text", "cue")} if table == "claims" else {}
        spans = self._found(row, SPANS[table], where)
        return CodedRow(row, spans, extra.get("speaker_text", ()), extra.get("cue", ()), row.line)

    def _missing(self, table: str, row: Row) -> list[str]:
        """Needed columns without a value; a correction needs only what it is found by."""
        needed = (SPANS[table],) if self.is_partial and row.get("expect") != "nothing" else REQUIRED[table]
        return [column for column in needed if row.get(column) in (None, "", [])]

    def _columns(self, table: str, row: Row, where: str, known: Mapping[str, Kind]) -> None:
        for column, value in row.items():
            if column not in known:
                self.fault(
                    row.lines[column], f"{where}: unknown column `{column[:40]}`; it is left out", close_to(column, known), "warning"
                )
            elif value not in (None, "", [], "unknown"):
                self._value(known[column], table, column, value, where, row.spots[column])

    def _value(self, kind: Kind, table: str, column: str, value: Any, where: str, line: int) -> None:
        if kind in LISTS:
            self._list(LISTS[kind], column, value, where, line)
        elif kind in REFERENCES:
            self._reference(REFERENCES[kind], column, value, where, line)
        elif kind != "expect":
            fault = fault_of(kind, value, table, column, self.form)
            if fault:
                self.fault(line, f"{where}: {column} {fault[0]}", fault[1])

    def _list(self, table: str, column: str, value: Any, where: str, line: int) -> None:
        if not isinstance(value, list) or not all(isinstance(each, Row) for each in value):
            self.fault(line, f"{where}: {column} {shown(value)}; a list of mappings is expected", f"write {{{', '.join(COLUMNS[table])}}}")
            return
        for each in value:
            for name in REQUIRED[table]:
                if not each.get(name):
                    self.fault(each.line, f"{where}: {column}: no {name}; one is expected", f"write {name}")
            self._columns(table, each, where, COLUMNS[table])

    def _reference(self, other: str, column: str, value: Any, where: str, line: int) -> None:
        if str(value) not in self.ids[other] and not self.is_partial:
            message = f"{where}: {column} {shown(value)}; an id of {other} in this file is expected"
            self.fault(line, message, close_to(value, self.ids[other]) if self.ids[other] else f"code it among {other}")

    def _pair(self, row: Row, where: str) -> None:
        kind, finer = row.get("type"), row.get("subtype")
        subtypes = self.form.subtypes.get(str(kind), frozenset())
        if kind and finer and subtypes and finer not in subtypes:
            self.fault(row.spots["subtype"], f"{where}: subtype {shown(finer)}; a subtype of {kind} is expected", close_to(finer, subtypes))

    def _found(self, row: Row, column: str, where: str) -> tuple[Span, ...]:
        written = row.get(column) or Items()
        found: set[Span] = set()
        spots = written.spots if isinstance(written, Items) else [row.spots.get(column, row.line)]
        for one, spot in zip(written if isinstance(written, Items) else [written], spots, strict=True):
            try:
                found.update(find_spans(str(one), self.body))
            except ValueError as fault:
                self.fault(spot, f"{where}: {column}: {fault}", "copy the words from the body as they stand there")
        return tuple(sorted(found))
