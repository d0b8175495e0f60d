"""What one number is worth, in figures or spelled out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

NAMES_OF_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
)
NAMES_OF_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
ONES = dict(zip(NAMES_OF_ONES.split(), range(20), strict=True))
TENS = dict(zip(NAMES_OF_TENS.split(), range(20, 100, 10), strict=True))
SCALES = {
    "hundred": 100,
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "trillion": 1_000_000_000_000,
    "dozen": 12,
    "score": 20,
}
SHORT_SCALES = {"m": 1_000_000, "mn": 1_000_000, "bn": 1_000_000_000, "k": 1_000, "tn": 1_000_000_000_000}
FIGURE = re.compile(r"^[$€£]?(\d{1,3}(?:[,.\u00a0\u202f]\d{3})+|\d{1,15})(\.\d{1,6})?(m|mn|bn|k|tn)?$")
DECIMAL = re.compile(r"^\d{1,9}\.\d{1,2}$")


@dataclass(frozen=True, slots=True)
class Number:
    """A number at tokens `first` to `last` (exclusive); `value` None where it is vague ("dozens"). `is_all_but`: "all but two"."""

    first: int
    last: int
    value: float | None
    is_all_but: bool = False


def says(doc: Doc, index: int, word: str) -> bool:
    return 0 <= index < len(doc) and doc[index].lower_ == word


def value_at(doc: Doc, index: int) -> tuple[float | None, int]:
    """The value of the number that begins at a token, and the token after it."""
    token = doc[index]
    value = _figure(token) if token.text[:1].isdigit() or token.text[:1] in "$€£" else None
    if value is not None:
        return _scaled(doc, value, index + 1)
    return _spelled(doc, index)


def _figure(token: Token) -> float | None:
    match = FIGURE.match(token.text.lower())
    if match is None:
        return float(token.text) if DECIMAL.match(token.text) else None
    whole = re.sub(r"[^\d]", "", match[1])
    return float(whole + (match[2] or "")) * SHORT_SCALES.get(match[3] or "", 1)


def _scaled(doc: Doc, value: float, index: int) -> tuple[float, int]:
    while index < len(doc) and (doc[index].lower_ in SCALES or (doc[index].lower_ in SHORT_SCALES and doc[index].lower_ != "k")):
        if doc[index].lower_ == "m" and not says(doc, index - 2, "$"):
            break
        value *= SCALES.get(doc[index].lower_) or SHORT_SCALES[doc[index].lower_]
        index += 1
    return value, index


def _spelled(doc: Doc, index: int) -> tuple[float | None, int]:
    """ "twenty-one", "three hundred and five", "two dozen"."""
    total, current, start = 0.0, None, index
    while index < len(doc):
        word = doc[index].lower_
        if word in ONES or word in TENS:
            if current is not None and not (current % 10 == 0 and current % 100 >= 20 and word in ONES) and current % 100:
                break
            current = (current or 0.0) + (ONES.get(word) or TENS.get(word) or 0)
        elif word in SCALES and current is not None:
            current *= SCALES[word]
            if SCALES[word] >= 1000:
                total, current = total + current, 0.0
        elif not (word in ("-", "and") and index > start and _goes_on(doc, index)):
            break
        index += 1
    return (total + current, index) if current is not None else (None, start)


def _goes_on(doc: Doc, index: int) -> bool:
    before, after = doc[index - 1].lower_, doc[index + 1].lower_ if index + 1 < len(doc) else ""
    if doc[index].lower_ == "and":
        return before in ("hundred", "thousand") and (after in ONES or after in TENS)
    return before in TENS and after in ONES
