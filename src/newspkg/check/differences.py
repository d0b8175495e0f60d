"""Where the compiled checks differ from frictionless on purpose, each with its reason; tests hold both to it."""

from __future__ import annotations

from typing import Any, NamedTuple


class Difference(NamedTuple):
    """A field and a cell of it: whether frictionless and the compiled checks take the cell, and why they differ."""

    field: dict[str, Any]
    cell: str
    frictionless: bool
    compiled: bool
    reason: str


def _field(kind: str, **constraints: Any) -> dict[str, Any]:
    return {"name": "x", "type": kind, "constraints": constraints}


DIFFERENCES: tuple[Difference, ...] = (
    Difference(
        _field("string", pattern="a|b"), "ax", True, False, "the standard asks that the whole value match; frictionless anchors one branch"
    ),
    Difference(
        _field("string", pattern="[a-z]+"), "ab\n", True, False, "$ also matches before a last line break; the whole value is meant"
    ),
    Difference(_field("integer"), " 7", True, False, "white space is no part of a number; other readers refuse it"),
    Difference(_field("integer"), "1_000", True, False, "Python's own way to write numbers, which no other reader knows"),
    Difference(_field("integer"), "٣", True, False, "figures of other scripts are no lexical form of the standard"),
    Difference(_field("integer"), "9223372036854775808", True, False, "Parquet and Arrow hold integers of 64 bits"),
    Difference(_field("integer"), " 01 ", True, False, "white space is no part of a number; other readers refuse it"),
    Difference(_field("number"), " 01 ", True, False, "white space is no part of a number"),
    Difference(_field("number"), "1_0.5", True, False, "Python's own way to write numbers, which no other reader knows"),
    Difference(_field("number"), "1e400", True, False, "Parquet and Arrow hold numbers as doubles, where this one is infinite"),
    Difference(_field("number"), "-INF", True, False, "a measured value is a finite number; none is an empty cell"),
    Difference(_field("number"), "NaN", True, False, "a measured value is a finite number; none is an empty cell"),
    Difference(_field("number"), " 1.5", True, False, "white space is no part of a number"),
    Difference(_field("date"), "2024-1-5", True, False, "the standard asks for YYYY-MM-DD"),
    *(
        Difference(_field("datetime"), cell, True, False, reason)
        for cell, reason in {
            "2024-01-05T24:00:00Z": "the first moment of the next day is written as such; readers of columns refuse hour 24",
            "2024-01-05T08:30:00+0200": "XML Schema, which the standard names, writes offsets with a colon",
            "2024-01-05T08:30:00+02": "XML Schema, which the standard names, writes offsets with minutes",
            "2024-01-05T08:30:00,5Z": "XML Schema, which the standard names, writes fractions after a point",
            "2024-01-05t08:30:00z": "XML Schema, which the standard names, writes T and Z",
            "2024-01-05 08:30:00Z": "XML Schema, which the standard names, writes T between day and time",
        }.items()
    ),
    Difference(
        _field("string") | {"categories": ["a", "b"]}, "c", True, False, "categories restrict the values; frictionless reads over them"
    ),
)
ROWS = (
    "A row with more or fewer cells than columns is one issue; frictionless checks the cells that are there as well.",
    "An empty row is one issue; frictionless also counts it as a row without a primary key.",
    "A primary key of several columns with one empty part is a fault; frictionless asks only that not all be empty.",
    "A moment without an offset is in UTC and equal to the same one with Z; frictionless takes them for two.",
    "Unique keys are checked; frictionless reads over them.",
    "A foreign key of several columns with an empty part refers to nothing and is passed; frictionless looks the rest up.",
)
