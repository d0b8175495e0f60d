"""Checks of single values of a coding, by the kind of their column; a fault is (message, hint)."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from datetime import date
from typing import Any

from rapidfuzz import process

from newspkg.coding.form import Form, Kind

Fault = tuple[str, str] | None
ID = re.compile(r"[^\s|;]{1,128}")
ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
MOST = 1_000_000_000  # of people or weapons


def shown(value: Any) -> str:
    """A value as a message names it: short, and with nothing in it that a terminal obeys."""
    return "".join(char if char.isprintable() else "?" for char in repr(value)[:60])


def close_to(value: Any, known: Collection[str]) -> str:
    """ "did you mean `x`?", or the values there are."""
    near = process.extractOne(str(value), sorted(known), score_cutoff=60)
    return f"did you mean `{near[0]}`?" if near else f"one of {', '.join(sorted(known))}"


def _text(value: Any) -> Fault:
    fine = isinstance(value, (str, int)) and str(value).strip()
    return None if fine else (f"{shown(value)}; a text is expected", "write it on one line, or leave the key out")


def _id(value: Any) -> Fault:
    fine = ID.fullmatch(str(value)) and isinstance(value, (str, int))
    return None if fine else (f"{shown(value)}; an id is expected", "write a word without blanks, | and ;")


def _date(value: Any) -> Fault:
    try:
        if not isinstance(value, str) or not ISO.fullmatch(value):
            raise ValueError
        date.fromisoformat(value)
    except ValueError:
        return f"{shown(value)}; a calendar date is expected", "write it as YYYY-MM-DD"
    return None


def _is_count(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= MOST


def _count(value: Any) -> Fault:
    return None if _is_count(value) else (f"{shown(value)}; a whole number from 0 is expected", "write it in figures")


def _toll(value: Any) -> Fault:
    hint = "write [low, best, high], null for what is not said"
    if not isinstance(value, list) or len(value) != 3 or not all(each is None or _is_count(each) for each in value):
        return f"{shown(value)}; three whole numbers or nulls are expected", hint
    told = [each for each in value if each is not None]
    return None if told == sorted(told) else (f"{shown(value)}; low <= best <= high is expected", hint)


def _spans(value: Any) -> Fault:
    many = value if isinstance(value, list) else [value]
    fine = many and all(isinstance(each, (str, int)) and str(each) for each in many)
    return None if fine else (f"{shown(value)}; words of the article are expected", "copy the words as they stand there")


def _flag(value: Any) -> Fault:
    return None if isinstance(value, bool) else (f"{shown(value)}; true or false is expected", "write true or false")


SIMPLE: Mapping[Kind, Callable[[Any], Fault]] = {
    "text": _text, "id": _id, "date": _date, "count": _count, "toll": _toll, "spans": _spans, "flag": _flag,
}  # fmt: skip


def fault_of(kind: Kind, value: Any, table: str, column: str, form: Form) -> Fault:
    """What is wrong with a value that stands alone; references to other rows are checked elsewhere."""
    if kind in SIMPLE:
        return SIMPLE[kind](value)
    if kind == "enum":
        allowed = form.values(table, column)
        return None if value in allowed else (f"{shown(value)}; one of {len(allowed)} values is expected", close_to(value, allowed))
    if kind == "country":
        known = value in form.countries
        return None if known else (f"{shown(value)}; an ISO 3166-1 alpha-3 code is expected", "write UKR, SDN, ...")
    return None
