"""Where numbers stand in a Doc and what they are worth."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


NAMES_OF_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
)
NAMES_OF_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
ONES = dict(
    zip(
        NAMES_OF_ONES.split(),
        range(20),
        strict=True,
    )
)
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
VAGUE = _set("dozens scores hundreds thousands millions billions tens")
PAIRS = {"both": 2.0, "pair": 2.0, "couple": 2.0, "trio": 3.0, "quartet": 4.0}
FIGURE = re.compile(r"^[$€£]?(\d{1,3}(?:[,.\u00a0\u202f]\d{3})+|\d{1,15})(\.\d{1,6})?(m|mn|bn|k|tn)?$")
DECIMAL = re.compile(r"^\d{1,9}\.\d{1,2}$")
MONTHS = _set(
    """january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov
    dec"""
)
TIME = re.compile(r"^\d{1,2}[:.]\d{2}$|^\d{1,2}(?:am|pm)$|^\d{1,2}[:.]\d{2}(?:am|pm|h)?$")
NEVER_BEFORE = _set(
    """no. number article resolution chapter page channel flight bill operation unit type mark mk model version road route highway phase
    group section vol issue aged"""
)
TIME_AFTER = _set("a.m. p.m. am pm a.m p.m gmt utc o'clock hrs local")
YEARS_AFTER = frozenset(("year", "years"))


@dataclass(frozen=True, slots=True)
class Number:
    """A number at tokens `first` to `last` (exclusive); `value` None where it is vague ("dozens"). `is_all_but`: "all but two"."""

    first: int
    last: int
    value: float | None
    is_all_but: bool = False


def numbers(doc: Doc) -> list[Number]:
    """The numbers of a Doc in order, without dates, times, ages and parts of names."""
    found, index = [], 0
    while index < len(doc):
        number = _number(doc, index)
        if number is not None and not _is_no_count(doc, number):
            found.append(number)
        index = number.last if number is not None else index + 1
    return found


def _number(doc: Doc, index: int) -> Number | None:
    word = doc[index].lower_
    if word in PAIRS and (
        (word == "both" and doc[index].dep_ in ("predet", "det")) or _says(doc, index - 1, "a") or _says(doc, index - 1, "the")
    ):
        return Number(index, index + 2 if _says(doc, index + 1, "of") and word != "both" else index + 1, PAIRS[word])
    if word in VAGUE:
        return _vague(doc, index)
    if word in ("half", "a", "all"):
        return _opened(doc, index)
    value, last = _value(doc, index)
    return Number(index, last, value) if value is not None else None


def _says(doc: Doc, index: int, word: str) -> bool:
    return 0 <= index < len(doc) and doc[index].lower_ == word


def _vague(doc: Doc, index: int) -> Number:
    last = index + 1
    if _says(doc, last, "of") and last + 1 < len(doc) and doc[last + 1].lower_ in VAGUE:
        last += 2
    return Number(index, last, None)


def _opened(doc: Doc, index: int) -> Number | None:
    """ "half a dozen", "a dozen", "a hundred", "all six", "all but two"."""
    word, after = doc[index].lower_, index + 1
    if word == "half":
        dozen = _says(doc, after, "a") and _says(doc, after + 1, "dozen")
        return Number(index, after + 2, 6.0) if dozen else None
    if word == "a":
        scale = SCALES.get(doc[after].lower_) if after < len(doc) and doc[after].lower_ != "score" else None
        return Number(index, after + 1, float(scale)) if scale else None
    but = _says(doc, after, "but")
    value, last = _value(doc, after + but) if after + but < len(doc) else (None, after)
    return Number(index, last, value, is_all_but=but) if value is not None else None


def _value(doc: Doc, index: int) -> tuple[float | None, int]:
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
        if doc[index].lower_ == "m" and not _says(doc, index - 2, "$"):
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


def _is_no_count(doc: Doc, number: Number) -> bool:
    """Years, dates, times, ages, designations and the like."""
    token, single = doc[number.first], number.last == number.first + 1
    before = doc[number.first - 1] if number.first else None
    after = doc[number.last] if number.last < len(doc) else None
    previous, following = before.lower_ if before else "", after.lower_ if after else ""
    if following in TIME_AFTER or previous.rstrip(".") in MONTHS or following.rstrip(".") in MONTHS or TIME.match(token.lower_):
        return True
    if previous in NEVER_BEFORE or (single and _is_one(doc, number)):
        return True
    if single and token.text.isdigit() and len(token.text) == 4 and 1700 <= int(token.text) <= 2100 and _is_year(doc, number):
        return True
    return _in_name(doc, number) or _is_age(doc, number)


def _is_one(doc: Doc, number: Number) -> bool:
    """The pronoun "one", which counts nothing."""
    token = doc[number.first]
    return (
        token.lower_ == "one"
        and (token.pos_ == "PRON" or token.dep_ in ("nsubj", "pobj", "dobj", "attr"))
        and not _says(doc, number.last, "of")
    )


def _is_year(doc: Doc, number: Number) -> bool:
    token = doc[number.first]
    is_modifier = token.dep_ == "nummod" and token.head.i > token.i and token.head.tag_ in ("NNS", "NNPS")
    return not is_modifier


def _in_name(doc: Doc, number: Number) -> bool:
    """A hyphen or a letter ties the figures to a name ("T-72", "Resolution 1701") or a score ("3-2")."""
    first, last = doc[number.first], doc[number.last - 1]
    before = doc[number.first - 1] if number.first else None
    tied = before is not None and not before.whitespace_ and before.text in ("-", "/", ":", "‑", "–") and number.first > 1
    if tied and before is not None:
        return first.text[0].isdigit()
    after = doc[number.last] if number.last < len(doc) else None
    joined = after is not None and not last.whitespace_ and after.text in ("/", ":", "–", "%") and number.last + 1 < len(doc)
    if joined and after is not None and after.text != "%":
        return doc[number.last + 1].text[:1].isdigit()
    is_proper = (
        before is not None
        and before.tag_ in ("NNP",)
        and before.whitespace_ == " "
        and before.is_title
        and first.head.i < first.i
        and first.text[0].isdigit()
    )
    return is_proper and before is not None and first.head.i == before.i


def _is_age(doc: Doc, number: Number) -> bool:
    """ "14-year-old", and ", 52," after a name."""
    words = [token.lower_ for token in doc[number.last : number.last + 4]]
    if [word for word in words if word != "-"][:2] == ["year", "old"] or [word for word in words if word != "-"][:2] == ["years", "old"]:
        return True
    before = doc[number.first - 2 : number.first] if number.first > 1 else doc[0:0]
    enclosed = len(before) == 2 and before[1].text == "," and before[0].tag_ == "NNP" and words[:1] in ([","], ["."])
    return enclosed and number.value is not None and number.value < 110 and doc[number.first].text.isdigit()
