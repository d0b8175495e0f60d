"""Where numbers stand in a Doc."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newspkg.annotate.no_counts import is_no_count
from newspkg.annotate.numerals import SCALES, Number, says, value_at

if TYPE_CHECKING:
    from spacy.tokens import Doc

VAGUE = frozenset("dozens scores hundreds thousands millions billions tens".split())
PAIRS = {"both": 2.0, "pair": 2.0, "couple": 2.0, "trio": 3.0, "quartet": 4.0}


def numbers(doc: Doc) -> list[Number]:
    """The numbers of a Doc in order, without dates, times, ages and parts of names."""
    found, index = [], 0
    while index < len(doc):
        number = _number(doc, index)
        if number is not None and not is_no_count(doc, number):
            found.append(number)
        index = number.last if number is not None else index + 1
    return found


def _number(doc: Doc, index: int) -> Number | None:
    word = doc[index].lower_
    if word in PAIRS and (
        (word == "both" and doc[index].dep_ in ("predet", "det")) or says(doc, index - 1, "a") or says(doc, index - 1, "the")
    ):
        return Number(index, index + 2 if says(doc, index + 1, "of") and word != "both" else index + 1, PAIRS[word])
    if word in VAGUE:
        return _vague(doc, index)
    if word in ("half", "a", "all"):
        return _opened(doc, index)
    value, last = value_at(doc, index)
    return Number(index, last, value) if value is not None else None


def _vague(doc: Doc, index: int) -> Number:
    last = index + 1
    if says(doc, last, "of") and last + 1 < len(doc) and doc[last + 1].lower_ in VAGUE:
        last += 2
    return Number(index, last, None)


def _opened(doc: Doc, index: int) -> Number | None:
    """ "half a dozen", "a dozen", "a hundred", "all six", "all but two"."""
    word, after = doc[index].lower_, index + 1
    if word == "half":
        dozen = says(doc, after, "a") and says(doc, after + 1, "dozen")
        return Number(index, after + 2, 6.0) if dozen else None
    if word == "a":
        scale = SCALES.get(doc[after].lower_) if after < len(doc) and doc[after].lower_ != "score" else None
        return Number(index, after + 1, float(scale)) if scale else None
    but = says(doc, after, "but")
    value, last = value_at(doc, after + but) if after + but < len(doc) else (None, after)
    return Number(index, last, value, is_all_but=but) if value is not None else None
