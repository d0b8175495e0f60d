"""The constraints of one field: each known, fit for the type, and safe to run."""

from __future__ import annotations

import math
import re
from datetime import date, datetime
from typing import Any

from newspkg.specs.descriptor import Reader
from newspkg.specs.pattern import UnsafePattern, ambiguity, linear
from newspkg.specs.table import FALSE, TRUE, Category
from newspkg.text import close_to

ANY = ("required", "unique", "enum")
LIMITS = ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum")
TEXTS = ("pattern", "minLength", "maxLength")
KNOWN = (*ANY, *TEXTS, *LIMITS)
FITTING = {"string": (*ANY, *TEXTS), "boolean": ANY, **dict.fromkeys(("integer", "number", "date", "datetime"), (*ANY, *LIMITS))}
INT64 = 2**63
LEXICAL = {
    "integer": r"[+-]?\d{1,19}",
    "number": r"[+-]?(?:\d{1,300}\.?\d{0,300}|\.\d{1,300})(?:[eE][+-]?\d{1,3})?",
    "boolean": "|".join(TRUE + FALSE),
}


def categories_of(reader: Reader) -> tuple[Category, ...]:
    """The categories: values alone, or objects of a value and a label."""
    found = []
    for each in reader.optional("categories", list, "an array") or ():
        entry = each if isinstance(each, dict) else {"value": each}
        if not isinstance(entry.get("value"), str | int) or not isinstance(entry.get("label", ""), str):
            reader.fault(
                "categories holds something else than values", "texts or numbers, or objects of a value and a label", at="categories"
            )
            return ()
        found.append(Category(entry["value"], entry.get("label", str(entry["value"]))))
    return tuple(found)


def constraints_of(field: Reader, kind: str, categories: tuple[Category, ...]) -> dict[str, Any]:
    """The constraints as members of a ColumnSpec; faults are kept in the reader."""
    value = field.optional("constraints", dict, "an object") or {}
    reader = field.inside(value, "constraints", at=str(field.value.get("name", "")))
    for unknown in sorted(set(value) - set(KNOWN)):
        reader.fault(f"the constraint {unknown!r}", f"one of {', '.join(KNOWN)}", at=unknown, hint=close_to(unknown, KNOWN), key=True)
    fitting = FITTING.get(kind, KNOWN)
    for unfit in sorted(set(value) & set(KNOWN) - set(fitting)):
        reader.fault(f"the constraint {unfit!r} of a column of type {kind}", f"one of {', '.join(fitting)}", at=unfit, key=True)
    limits = {key: _limit(reader, key, kind) for key in LIMITS}
    return {
        "required": bool(reader.optional("required", bool, "true or false")),
        "unique": bool(reader.optional("unique", bool, "true or false")),
        "enum": _enum(reader, kind, categories),
        "pattern": _pattern(reader),
        "minimum": limits["minimum"],
        "maximum": limits["maximum"],
        "exclusive_minimum": limits["exclusiveMinimum"],
        "exclusive_maximum": limits["exclusiveMaximum"],
        "min_length": _length(reader, "minLength"),
        "max_length": _length(reader, "maxLength"),
    }


def _limit(reader: Reader, key: str, kind: str) -> Any:
    value = _logical(reader.value.get(key), kind)
    if value is not None and not is_of(value, kind):
        reader.fault(f"{key} is {str(value)[:80]!r}", f"a limit for the type {kind}", at=key)
        return None
    return value


def _length(reader: Reader, key: str) -> int | None:
    value: int | None = reader.optional(key, int, "a whole number")
    if value is not None and not 0 <= value < INT64:
        reader.fault(f"{key} is {str(value)[:80]}", "a whole number from 0 on", at=key)
        return None
    return value


def _logical(value: Any, kind: str) -> Any:
    """A value of a schema, which the standard also lets be written as a cell would be: `"5"` for 5."""
    if not isinstance(value, str) or kind not in LEXICAL or not re.fullmatch(LEXICAL[kind], value, re.ASCII):
        return value
    if kind == "boolean":
        return value in TRUE
    return int(value) if kind == "integer" else float(value)


def is_of(value: object, kind: str) -> bool:
    """Whether a value of a schema is one of that type, as JSON writes it."""
    if kind in ("integer", "number"):
        fits = isinstance(value, int) or (kind == "number" and isinstance(value, float) and math.isfinite(value))
        return fits and not isinstance(value, bool) and (isinstance(value, float) or -INT64 <= int(str(value)) < INT64)
    if kind == "boolean":
        return isinstance(value, bool)
    return isinstance(value, str) and (kind == "string" or _is_moment(value, kind))


def _is_moment(value: str, kind: str) -> bool:
    try:
        return bool(
            date.fromisoformat(value) if kind == "date" and len(value) == 10 else datetime.fromisoformat(value) and kind == "datetime"
        )
    except ValueError:
        return False


def _enum(reader: Reader, kind: str, categories: tuple[Category, ...]) -> tuple[Any, ...]:
    values = tuple(_logical(each, kind) for each in reader.optional("enum", list, "an array") or ())
    labelled = tuple(category.value for category in categories)
    strange = [(at, each) for at, each in enumerate((*values, *labelled)) if not is_of(each, kind)]
    if strange:
        at, value = strange[0]
        reader.fault(f"a value is {str(value)[:80]!r}", f"values of type {kind}", at=("enum", at))
        return ()
    if values and labelled and values != labelled:
        differ = ", ".join(sorted(map(str, set(values) ^ set(labelled)))) or "their order"
        reader.fault(f"enum and categories differ by {differ}", "the same values", at="enum")
    return values


def _pattern(reader: Reader) -> str | None:
    pattern: str | None = reader.optional("pattern", str, "a regular expression")
    if pattern is None:
        return None
    try:
        linear(pattern)
        ambiguity(pattern)
    except UnsafePattern as fault:
        reader.fault(f"pattern is {pattern[:200]!r} ({fault})", "a regular expression that any engine runs in linear time", at="pattern")
        return None
    return pattern
