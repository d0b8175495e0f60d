"""In which case the model's vocabulary usually met a word. Its vectors are filed by falling frequency, form by form."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

NEVER = 10**9  # the rank of a form that was not met
SURE = 3  # times as frequent with a capital as without: a name
VOWELS = frozenset("aeiouy")
CONTRACTED = frozenset(["s", "re", "ve", "ll", "d", "m"])
ENDINGS = ("s", "es", "ed", "d", "ing", "er", "ers", "ly")


class WordCases:
    """Words by their small letters to their usual form."""

    def __init__(self, nlp: Language) -> None:
        self.nlp = nlp
        self._memo: dict[str, tuple[int, int, int]] = {}

    @cached_property
    def _rank(self) -> dict[int, int]:
        return {key: rank for rank, key in enumerate(self.nlp.vocab.vectors.key2row)}

    @cached_property
    def _words(self) -> frozenset[str]:
        """The base forms that the lemmatiser knows."""
        lookups = self.nlp.get_pipe("lemmatizer").lookups if "lemmatizer" in self.nlp.pipe_names else None  # type: ignore[attr-defined]
        index = lookups.get_table("lemma_index") if lookups is not None and lookups.has_table("lemma_index") else {}
        return frozenset(word for words in index.values() for word in words)

    def ranks(self, word: str) -> tuple[int, int, int]:
        """The ranks of a word in small letters, with a capital, in capitals."""
        if word not in self._memo:
            strings = self.nlp.vocab.strings
            forms = (word, word.capitalize(), word.upper())
            small, capital, capitals = (self._rank.get(strings[form], NEVER) if form in strings else NEVER for form in forms)
            self._memo[word] = small, capital, capitals
        return self._memo[word]

    def sure(self, word: str, is_bracketed: bool) -> str | None:
        """The form of a word that is nearly always a name, an acronym or neither; None where it may be either."""
        small, capital, capitals = self.ranks(_base(word))
        if min(small, capital, capitals) == NEVER:
            return self._unknown(word, is_bracketed)
        if capitals < min(small, capital) or (is_bracketed and capitals < small):
            return _in_capitals(word)
        if capital * SURE < small:
            return word.capitalize()
        return None if capital < 2 * small else word

    def _unknown(self, word: str, is_bracketed: bool) -> str:
        base = _base(word)
        if any(base.removesuffix(end) in self._words or f"{base.removesuffix(end)}e" in self._words for end in ("", *ENDINGS)):
            return word
        return _in_capitals(word) if is_bracketed or len(base) < 4 or not VOWELS.intersection(base) else word.capitalize()

    def may_be(self, form: str) -> bool:
        """Whether a listed name of one word is more than a rare use of an ordinary one."""
        small, capital, capitals = self.ranks(form.lower())
        return min(capital, capitals) <= small

    def beside_name(self, word: str) -> str | None:
        """The form beside a name of a word that `sure` left open."""
        small, capital, _ = self.ranks(_base(word))
        return word.capitalize() if capital < small else None


def _base(word: str) -> str:
    """The word without "'s" and the like."""
    head, _, tail = word.replace("’", "'").rpartition("'")
    return head if head and tail in CONTRACTED else word


def _in_capitals(word: str) -> str:
    base = _base(word)
    return base.upper() + word[len(base) :]
