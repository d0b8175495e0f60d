"""What no reviewer of a codelist would see: invisible and turning characters, formulas, letters of another alphabet inside a word."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from newspkg.check.csvfile.places import located
from newspkg.check.csvfile.reading import batches
from newspkg.check.csvfile.shape import Shape
from newspkg.check.csvfile.tally import Tally
from newspkg.check.hints import shown
from newspkg.model import Issue, Severity
from newspkg.specs import TableSpec

HIDDEN = r"[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}\x{2800}\x{3164}\x{115f}\x{1160}--\n]"
# A spreadsheet runs a cell that begins so; a sign before a figure is a number, and a lone sign is a sign.
FORMULA = r"\A[=+@\-][\p{L}(\"'=+@\-]"
MIXED = r"\p{Latin}[\p{Cyrillic}\p{Greek}]|[\p{Cyrillic}\p{Greek}]\p{Latin}"


@dataclass(frozen=True)
class Strange:
    """A kind of cell that should not be, as a pattern of the linear-time engine."""

    check: str
    pattern: str
    severity: Severity
    expected: str
    hint: str


KINDS = (
    Strange("hidden-character", HIDDEN, "error", "characters that can be seen", "type the cell anew"),
    Strange("formula", FORMULA, "error", "a text that no spreadsheet runs", "begin it with a letter or figure"),
    Strange("mixed-alphabets", MIXED, "error", "a word in one alphabet", "type the word anew"),
)


def check_strange(path: Path, table: TableSpec) -> Iterator[Issue]:
    """Every such cell of a file that keeps its schema's columns."""
    tally, hits = Tally(), []
    shape = Shape(path, len(table.columns), ",", ("",))
    for before, batch in batches(shape, tally):
        for at, name in enumerate(batch.columns):
            for kind in KINDS:
                rows = batch[name].str.contains(kind.pattern).arg_true()
                hits += [(before + row, at, kind, batch[name][row]) for row in rows]
    wanted: dict[int, set[int]] = {}
    for row, at, _, _ in hits:
        wanted.setdefault(row, set()).add(at)
    places = located(shape, tally, wanted)
    for row, at, kind, cell in sorted(hits, key=lambda hit: hit[:2]):
        place, column = places.get((row, at)), table.column_names[at]
        message = f"{table.name}.{column} is {shown(cell)}{_named(cell, kind)}; expected {kind.expected}"
        line, position = (place.line, place.position) if place else (None, None)
        yield Issue(
            kind.check, kind.severity, message, kind.hint, str(path), line, table.name, None, column, position, cell[:1000], kind.expected
        )


def _named(cell: str, kind: Strange) -> str:
    """The name of the first character that can't be seen or is no Latin letter."""
    for char in cell:
        strange = not char.isprintable() if kind.check == "hidden-character" else char.isalpha() and not _is_latin(char)
        if strange and kind.check != "formula":
            return f" with U+{ord(char):04X} {unicodedata.name(char, '')}".rstrip()
    return ""


def _is_latin(char: str) -> bool:
    return unicodedata.name(char, "").startswith("LATIN")
