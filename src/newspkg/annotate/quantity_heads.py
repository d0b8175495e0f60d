"""What a number counts: a measure, or the noun that heads its phrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newspkg.annotate.numerals import Number

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

MONEY = {"$": "usd", "€": "eur", "£": "gbp"}
NOUNS = ("NN", "NNS", "NNP", "NNPS")
REACH = 8  # tokens after the number among which its noun is sought


class HeadFinder:
    """Finds the noun counted; `measures` maps a name of a unit, in lower case, to its code."""

    def __init__(self, measures: dict[str, str]) -> None:
        self.measures = measures

    def __call__(self, doc: Doc, number: Number) -> tuple[int | None, str | None]:
        """The index of the noun and the unit (both None where the number stands alone)."""
        money = self._money(doc, number)
        if money:
            return None, money
        after = number.last + (number.last < len(doc) and doc[number.last].text == "-")
        if after < len(doc) and self._is_measure(doc[after]) and doc[after].idx - _end(doc[number.last - 1]) <= 1:
            return after, self.measures[doc[after].lower_]
        head = self._noun(doc, number)
        return (head, _unit(doc[head], self.measures)) if head is not None else (None, None)

    def _is_measure(self, token: Token) -> bool:
        """The name of a unit: "killed 12 |in| Gaza" counts no inches."""
        return token.lower_ in self.measures and token.tag_ != "IN"

    def _money(self, doc: Doc, number: Number) -> str | None:
        sign = (
            doc[number.first].text[:1] if doc[number.first].text[:1] in MONEY else doc[number.first - 1].text[-1:] if number.first else ""
        )
        return MONEY.get(sign)

    def _noun(self, doc: Doc, number: Number) -> int | None:
        """The parser's head where it is a noun to the right in reach, else the last of the nouns that follow at once."""
        last = doc[number.last - 1]
        head = last.head if last.dep_ in ("nummod", "quantmod", "amod", "compound", "det", "predet") else None
        if head is not None and number.last <= head.i < number.last + REACH and head.tag_ in NOUNS and head.sent.start == last.sent.start:
            return int(head.i)
        return self._following(doc, number.last)

    def _following(self, doc: Doc, index: int) -> int | None:
        if index < len(doc) and doc[index].lower_ == "of":
            index += 1
        found = None
        for token in doc[index : index + REACH]:
            if token.tag_ in NOUNS:
                found = token.i
            elif found is not None or token.tag_ not in ("JJ", "JJR", "JJS", "VBN", "VBG", "DT", "PRP$", "HYPH", "RB", "CD", "``", "POS"):
                break
            if token.is_sent_end:
                break
        return found


def _end(token: Token) -> int:
    return int(token.idx) + len(token)


def _unit(token: Token, measures: dict[str, str]) -> str:
    """The noun's lemma; a plural the tagger did not know is cut."""
    lemma = token.lemma_.lower()
    return measures.get(
        token.lower_, lemma[:-1] if token.tag_ == "NNS" and lemma == token.lower_ and lemma.endswith("s") and len(lemma) > 3 else lemma
    )
