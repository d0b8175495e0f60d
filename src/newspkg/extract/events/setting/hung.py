"""Clauses that tell one event by the time of another: "three days after rebels shelled Goma", "hours before the army struck"."""

from __future__ import annotations

import re
from dataclasses import dataclass

NUMBERS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
HUNG = re.compile(
    rf"(?i)\b(?:(?P<number>{'|'.join(NUMBERS)}|\d{{1,3}}) )?(?P<unit>days?|weeks?|hours?|minutes?) (?P<word>after|before)\b(?! dawn| dark)"
)
END = re.compile(r"[,;:\n\u2013\u2014]")
OPENING, SUBJECT = 7, 3  # characters of a sentence before "two days after" that opens it; words
HOURS_OF_DAY = 24


@dataclass(frozen=True, slots=True)
class Hung:
    """What is told from `start` to `end` (characters) lies `days` after the rest of its sentence; None where that is not said."""

    start: int
    end: int
    days: int | None
    is_week: bool = False
    opens: bool = False  # its sentence

    def holds(self, at: int) -> bool:
        return self.start <= at < self.end


def hung(text: str, start: int, end: int) -> list[Hung]:
    """The clauses of a sentence that hang on a span of time before or after its main clause."""
    found = []
    for match in HUNG.finditer(text, start, end):
        closing = _closing(text, match, start, end)
        is_week, opens = match["unit"].lower().startswith("week"), match.start() - start <= OPENING
        found.append(Hung(match.end(), closing.start() if closing else end, _days(match), is_week, opens))
    return found


def _closing(text: str, match: re.Match[str], start: int, end: int) -> re.Match[str] | None:
    """Where a clause ends: at the comma, unless it ends its sentence and no more than a subject stands before that."""
    closing = END.search(text, match.end(), end)
    is_subject = closing is not None and closing[0] == "," and len(text[match.end() : closing.start()].split()) <= SUBJECT
    return None if is_subject and match.start() - start > OPENING else closing


def _days(match: re.Match[str]) -> int | None:
    unit, word = match["unit"].lower(), match["number"]
    if word is None:
        return None if unit.startswith(("day", "week")) else 0
    number = NUMBERS.get(word.lower()) or int(word)
    days = number * 7 if unit.startswith("week") else number if unit.startswith("day") else 0
    if unit.startswith("hour"):
        days = number // HOURS_OF_DAY
    return -days if match["word"].lower() == "after" else days
