"""Text in capitals as it would be written otherwise: wire copy, shouted headlines. As many characters, so offsets stay true.

The parser and the lists of names know words by their case. Which case a word has is told by the rest of the article, by the names of the
codelists, and by how often the model's vocabulary met it in small letters, with a capital, in capitals.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from newspkg.annotate.case_words import WordCases
from newspkg.annotate.names_in_case import NamesInCase
from newspkg.annotate.shouting import WORD, begins_sentence, seen_forms, shouted_blocks
from newspkg.model import Document
from newspkg.specs import Codelists

if TYPE_CHECKING:
    from spacy.language import Language

NUMBERED = re.compile(r"[-‑]?\d")  # "M-16", "AK47"
DAY_BEFORE, DAY_AFTER = re.compile(r"\d $"), re.compile(r",? \d")
NAME_PARTICLES = frozenset(["el", "la", "los", "las", "san", "santa", "santo", "al", "ben", "bin", "de", "del", "van", "von"])
INNER = frozenset(["de", "del", "y", "da", "do", "dos", "bin", "ben", "al", "von", "van", "la", "las", "los"])


class Truecaser:
    """Built once with the codelists and the model; a document not in capitals is given back as it is."""

    def __init__(self, codelists: Codelists, nlp: Language) -> None:
        self.names = NamesInCase(codelists)
        self.words = WordCases(nlp)

    def __call__(self, document: Document) -> Document:
        shouted = list(shouted_blocks(document))
        if not shouted:
            return document
        seen = seen_forms(document, shouted)
        pieces, at = [], 0
        for block in shouted:
            pieces += [document.text[at : block.start], self.cased(document.text[block.start : block.end], seen)]
            at = block.end
        return replace(document, text="".join([*pieces, document.text[at:]]))

    def cased(self, text: str, seen: dict[str, str] | None = None) -> str:
        """A text in capitals, in usual case. `seen` gives the usual form of words, by their small letters."""
        matches = list(WORD.finditer(text))
        forms = self._forms(text, matches, seen or {})
        pieces, at = [], 0
        for match, form in zip(matches, forms, strict=True):
            if form.islower() and begins_sentence(text, match.start()):
                form = form[0].upper() + form[1:]
            pieces += [text[at : match.start()], form if len(form) == len(match[0]) else match[0]]
            at = match.end()
        return "".join([*pieces, text[at:]])

    def _forms(self, text: str, matches: list[re.Match[str]], seen: dict[str, str]) -> list[str]:
        lower = [match[0].lower() for match in matches]
        forms: list[str | None] = [None] * len(matches)
        for first, cased in self.names.find(lower, lambda i: _is_joined(text, matches, i)):
            if len(cased) > 1 or self.words.may_be(cased[0]):
                forms[first : first + len(cased)] = cased
        for i, word in enumerate(lower):
            if forms[i] is None:
                forms[i] = _fixed(text, matches[i]) or seen.get(word) or self.words.sure(word, _is_bracketed(text, matches[i]))
        return self._settled(lower, forms, [_is_joined(text, matches, i) for i in range(len(matches))])

    def _settled(self, lower: list[str], forms: list[str | None], is_joined: list[bool]) -> list[str]:
        """Words that may be names are such beside a name: "Colonel" before one, "Bush" after a title."""
        count = len(lower)
        for order in (range(count - 1, -1, -1), range(count)):
            for i in order:
                if forms[i] is None:
                    after = i + 1 < count and is_joined[i + 1] and _is_name(forms[i + 1])
                    before = i > 0 and is_joined[i] and _is_name(forms[i - 1])
                    if after or before:
                        forms[i] = _particle(lower[i], after=after, before=before) or self.words.beside_name(lower[i])
        return [form if form is not None else word for form, word in zip(forms, lower, strict=True)]


def _particle(word: str, *, after: bool, before: bool) -> str | None:
    if before and after and word in INNER:
        return word
    return word.capitalize() if after and word in NAME_PARTICLES else None


def _is_name(form: str | None) -> bool:
    return form is not None and form[0].isupper() and len(form) > 1


def _is_joined(text: str, matches: list[re.Match[str]], i: int) -> bool:
    """Whether only a blank or a hyphen parts a word from the one before."""
    return i > 0 and text[matches[i - 1].end() : matches[i].start()] in (" ", "\n", "-", "  ", ". ", '" ')


def _is_bracketed(text: str, match: re.Match[str]) -> bool:
    return text[max(0, match.start() - 1) : match.start()] in ("(", "[") and text[match.end() : match.end() + 1] in (")", "]")


def _fixed(text: str, match: re.Match[str]) -> str | None:
    """Initials, designations, ordinals and contractions, whose form the signs around them tell."""
    word, before = match[0], text[match.start() - 1 : match.start()]
    head, _, tail = word.replace("’", "'").rpartition("'")
    if tail == "T" and head.endswith("N"):
        return word.lower()
    if len(head) == 1 and len(tail) > 2:  # "O'Brien"
        return word[:2] + tail.capitalize()
    if before.isdigit():
        return word.lower()
    if NUMBERED.match(text, match.end()) and len(word) < 5:
        return word
    if word in ("MAY", "MARCH") and (
        DAY_BEFORE.search(text, max(0, match.start() - 3), match.start()) or DAY_AFTER.match(text, match.end())
    ):
        return word.capitalize()
    if len(word) == 1:
        return word if word == "I" or text[match.end() : match.end() + 1] == "." or word != "A" else None
    return None
