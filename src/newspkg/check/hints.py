"""What to do about a cell: the value that was meant, the character that is not what it looks like, the day that is not."""

from __future__ import annotations

import calendar
import re
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches

from newspkg.disguise import shown
from newspkg.specs import ColumnSpec

__all__ = ["hint", "meant", "shown"]
DAY = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
LONGEST = 200  # characters of a value that are compared with others


def hint(value: str | None, check: str, column: ColumnSpec) -> str | None:
    """What to do about a value that broke a constraint of its column; None where there is nothing to say."""
    if value is None:
        return None
    if check in ("enum", "categories"):
        return meant(value, (str(each) for each in column.allowed[1]))
    return _stranger(value) or (_spaces(value) if value != value.strip() else None) or (_day(value) if column.type == "date" else None)


def meant(value: str, known: Iterable[str]) -> str | None:
    """`did you mean X?`, where one of the known values is close."""
    plain = {_plain(each): each for each in known}
    near = get_close_matches(_plain(value[:LONGEST]), list(plain), n=1, cutoff=0.6)
    return f"did you mean `{plain[near[0]]}`?" if near and plain[near[0]] != value else None


def _plain(value: str) -> str:
    return unicodedata.normalize("NFKC", value).casefold().replace(" ", "_").replace("-", "_")


def _stranger(value: str) -> str | None:
    """The first character of a value that is neither ASCII nor a letter with an accent: a look-alike or something invisible."""
    for at, char in enumerate(value[:LONGEST]):
        name = unicodedata.name(char, f"U+{ord(char):04X}")
        if not char.isascii() and (not name.startswith("LATIN") or not char.isalpha()):
            return f"character {at + 1} is {name}, which may look like another; type it anew"
        if not char.isprintable():
            return f"character {at + 1} is U+{ord(char):04X}, which can't be seen; remove it"
    return None


def _spaces(value: str) -> str:
    return "remove the white space around it"


def _day(value: str) -> str | None:
    match = DAY.fullmatch(value)
    if match is None:
        return "write it as 2024-11-19"
    year, month, day = (int(part) for part in match.groups())
    if not 1 <= month <= 12 or year < 1:
        return "the month is the second figure: YYYY-MM-DD"
    if day > calendar.monthrange(year, month)[1]:
        return f"{calendar.month_name[month]} {year} has {calendar.monthrange(year, month)[1]} days"
    return f"write it as {year:04}-{month:02}-{day:02}"
