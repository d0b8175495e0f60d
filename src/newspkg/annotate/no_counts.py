"""Numbers that count nothing: years, dates, times, ages, designations, scores of games."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newspkg.annotate.dates.words import MONTHS
from newspkg.annotate.numerals import Number, says

if TYPE_CHECKING:
    from spacy.tokens import Doc

TIME = re.compile(r"^\d{1,2}[:.]\d{2}$|^\d{1,2}(?:am|pm)$|^\d{1,2}[:.]\d{2}(?:am|pm|h)?$")
NEVER_BEFORE = frozenset(
    """no. number article resolution chapter page channel flight bill operation unit type mark mk model version road route highway phase
    group section vol issue aged""".split()
)
TIME_AFTER = frozenset("a.m. p.m. am pm a.m p.m gmt utc o'clock hrs local".split())


def is_no_count(doc: Doc, number: Number) -> bool:
    """Years, dates, times, ages, designations and the like."""
    token, single = doc[number.first], number.last == number.first + 1
    before = doc[number.first - 1] if number.first else None
    after = doc[number.last] if number.last < len(doc) else None
    previous, following = before.lower_ if before else "", after.lower_ if after else ""
    after_month = previous.rstrip(".") in MONTHS and not (token.is_alpha and number.first > 1 and doc[number.first - 2].like_num)
    if following in TIME_AFTER or after_month or following.rstrip(".") in MONTHS or TIME.match(token.lower_):
        return True
    if token.is_alpha and following == "-" and number.last + 1 < len(doc) and not doc[number.last - 1].whitespace_:
        return doc[number.last + 1].pos_ in ("NOUN", "ADJ")  # "one-way", "two-seat"
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
        and not says(doc, number.last, "of")
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
