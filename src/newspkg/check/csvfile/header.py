"""The header of a CSV file: which column of the schema stands where."""

from __future__ import annotations

import codecs
import csv
from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path

from newspkg.check.hints import shown
from newspkg.errors import EnvironmentFault
from newspkg.model import Issue
from newspkg.specs import TableSpec

LONGEST = 131_072  # characters of a cell, as Python's csv (and with it frictionless) has it


class Unreadable(Exception):
    """A file that is no CSV in UTF-8, with the issue that says where."""

    def __init__(self, issue: Issue) -> None:
        super().__init__(issue.message)
        self.issue = issue


def read_header(path: Path, delimiter: str = ",") -> tuple[str, ...]:
    """The names in the first record. Raises Unreadable, EnvironmentFault."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return tuple(next(csv.reader(_bounded(file.readline, path), delimiter=delimiter), ()))
    except OSError as fault:
        raise EnvironmentFault(f"{path}: can't be read ({fault.strerror})") from fault
    except UnicodeDecodeError as fault:
        raise Unreadable(undecodable(path)) from fault
    except csv.Error as fault:
        raise Unreadable(Issue("csv", "error", f"{fault}; expected a header of CSV", file=str(path), line=1)) from fault


def _bounded(readline: object, path: Path) -> Iterator[str]:
    """Lines that are no longer than a header can be."""
    read = readline
    while line := read(LONGEST * 16):  # type: ignore[operator]
        if len(line) >= LONGEST * 16:
            raise Unreadable(
                Issue("csv", "error", f"a line of more than {LONGEST * 16:,} characters; expected a header", file=str(path), line=1)
            )
        yield line


def ensure_text(path: Path, start: int = 0) -> None:
    """Raises Unreadable where the file is not UTF-8 from a byte on: the careful reader is silent on some of what is not."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        with path.open("rb") as file:
            file.seek(start)
            while block := file.read(1 << 20):
                if not block.isascii() or decoder.getstate()[0]:
                    decoder.decode(block)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError as fault:
        raise Unreadable(undecodable(path)) from fault


def undecodable(path: Path) -> Issue:
    """The first byte of a file that is not UTF-8, at its line and character."""
    line = 0
    with path.open("rb") as file:
        for line, content in enumerate(file, 1):
            try:
                content.decode("utf-8")
            except UnicodeDecodeError as fault:
                position = len(content[: fault.start].decode("utf-8")) + 1
                message = f"the byte {content[fault.start]:#04x}; expected text in UTF-8"
                return Issue("encoding", "error", message, "save the file as UTF-8", str(path), line, position=position)
    return Issue("encoding", "error", "bytes that are no text; expected text in UTF-8", "save the file as UTF-8", str(path), max(line, 1))


def matched(header: Sequence[str], table: TableSpec, issues: list[Issue]) -> TableSpec | None:
    """The table with its columns in the order of the file, those that it does not describe as plain texts; None where it can't be said."""
    faults = list(_faults(header, table))
    issues += faults
    if table.fields_match == "exact":
        return table if len(header) == len(table.columns) else None
    known = {column.name: column for column in table.columns}
    twice = len(set(header)) < len(header)
    if twice or not header or not set(header) & set(known):
        return None
    plain = replace(
        table.columns[0], type="string", required=False, unique=False, enum=(), categories=(), pattern=None, missing_values=None
    )
    plain = replace(plain, minimum=None, maximum=None, exclusive_minimum=None, exclusive_maximum=None, min_length=None, max_length=None)
    return replace(table, columns=tuple(known.get(name) or replace(plain, name=name) for name in header))


def _faults(header: Sequence[str], table: TableSpec) -> Iterator[Issue]:
    names, kind = table.column_names, table.fields_match
    missing, extra = [each for each in names if each not in header], [each for each in header if each not in names]
    if kind == "exact" and tuple(header) != names:
        yield _fault(table, f"the header is {shown(', '.join(header))}", ", ".join(names), _hint(missing, extra))
        return
    for twice in sorted({each for each in header if header.count(each) > 1}):
        yield _fault(table, f"the header names {shown(twice)} twice", "each column once", None)
    if missing and kind in ("equal", "subset"):
        yield _fault(table, f"the header lacks {', '.join(missing)}", ", ".join(names), _hint(missing, extra))
    if extra and kind in ("equal", "superset"):
        yield _fault(table, f"the header has {shown(', '.join(extra))}", ", ".join(names), _hint(missing, extra))
    if kind == "partial" and len(missing) == len(names):
        yield _fault(table, f"the header is {shown(', '.join(header))}", f"at least one of {', '.join(names)}", None)


def _fault(table: TableSpec, found: str, expected: str, hint: str | None) -> Issue:
    return Issue("header", "error", f"{found}; expected {expected}", hint, table=table.name, line=1, position=1, expected=expected)


def _hint(missing: Sequence[str], extra: Sequence[str]) -> str | None:
    near = [(name, close[0]) for name in extra if (close := get_close_matches(name, missing, n=1))]
    return f"did you mean {near[0][1]} for {shown(near[0][0])}?" if near else None
