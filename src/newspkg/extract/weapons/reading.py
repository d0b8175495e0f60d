"""The words of a text in their sentences: a reading that no hyphen, slash or space can spoil."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from newspkg.extract.weapons.words import Word, folded, singular
from newspkg.model import AnnotatedDocument, QuantityMention

if TYPE_CHECKING:
    from spacy.tokens import Token

RUN = re.compile(r"[^\W_]+")
JOINTS = frozenset((" ", "-", "‑", "–", "\u00a0", "/", ".", "'", "’", "", "‐", "\u202f", "\u2009", "\n"))


class Reading:
    """The words of an annotated document, their gaps, and the token and sentence that each stands in."""

    def __init__(self, annotated: AnnotatedDocument) -> None:
        self.annotated = annotated
        self.text = annotated.text
        runs = (match for match in RUN.finditer(self.text) if len(match[0]) <= 60)
        self.words = tuple(Word(m.start(), m.end(), m[0], key, singular(key)) for m in runs for key in (folded(m[0]),))

    def gap(self, index: int) -> str:
        """The characters between word `index` and the next one ('\\n\\n' at the end)."""
        if index < 0 or index + 1 >= len(self.words):
            return "\n\n"
        return self.text[self.words[index].end : self.words[index + 1].start]

    def joined(self, index: int) -> bool:
        """Whether nothing but a joint parts word `index` from the next one."""
        return self.gap(index) in JOINTS

    def word(self, index: int) -> str:
        """The folded form of a word, '' outside the text."""
        return self.words[index].key if 0 <= index < len(self.words) else ""

    def before(self, index: int, count: int) -> tuple[str, ...]:
        """Up to `count` folded words before word `index` in the same sentence."""
        first = max(index - count, self.sentence(index)[0])
        return tuple(word.key for word in self.words[first:index])

    def after(self, index: int, count: int) -> tuple[str, ...]:
        """Up to `count` folded words from word `index` on, in the same sentence."""
        last = min(index + count, self.sentence(index)[1])
        return tuple(word.key for word in self.words[index:last])

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """Ranges of word indices, one a sentence that has words."""
        ends = [sentence.end_char for sentence in self.annotated.doc.sents] or [len(self.text)]
        ranges, first, at = [], 0, 0
        for index, word in enumerate(self.words):
            while at < len(ends) - 1 and word.start >= ends[at]:
                at += 1
                if index > first:
                    ranges.append((first, index))
                    first = index
        return (*ranges, (first, len(self.words))) if self.words else ()

    @cached_property
    def _sentence_of(self) -> tuple[int, ...]:
        return tuple(number for number, (first, last) in enumerate(self.sentences) for _ in range(first, last))

    def sentence_number(self, index: int) -> int:
        return self._sentence_of[min(index, len(self.words) - 1)]

    def sentence(self, index: int) -> tuple[int, int]:
        """The range of word indices of the sentence that holds word `index`."""
        return self.sentences[self.sentence_number(index)]

    @cached_property
    def sentence_keys(self) -> tuple[frozenset[str], ...]:
        """The folded words and singulars of every sentence."""
        return tuple(frozenset(k for word in self.words[a:b] for k in (word.key, word.lemma)) for a, b in self.sentences)

    @cached_property
    def _token_starts(self) -> list[int]:
        return list(map(int, self.annotated.doc.to_array("IDX")))

    def token(self, index: int) -> Token | None:
        """The token in which word `index` begins."""
        at = bisect_right(self._token_starts, self.words[index].start) - 1
        return self.annotated.doc[at] if at >= 0 else None

    @cached_property
    def quantity_of(self) -> dict[int, QuantityMention]:
        """The first quantity of every counted noun, by the offset of the noun."""
        doc = self.annotated.doc
        pairs = [(doc[each.head].idx, each) for each in self.annotated.quantities if each.head is not None and each.head < len(doc)]
        return dict(reversed(pairs))

    def is_shouted(self, index: int) -> bool:
        """Whether the sentence of the word is in capitals throughout, so that a capital says nothing."""
        return self._capitals[self.sentence_number(index)][0] > 0.7

    def capital_share(self, index: int) -> float:
        """Of the longer words of the sentence, the share that begin with a capital: most of them in a headline."""
        return self._capitals[self.sentence_number(index)][1]

    @cached_property
    def _capitals(self) -> tuple[tuple[float, float], ...]:
        return tuple(_shares([word.text for word in self.words[first:last]]) for first, last in self.sentences)


def _shares(texts: list[str]) -> tuple[float, float]:
    """Shares of words all in capitals (0 where there are hardly any words), and of longer words with a capital."""
    letters = [text for text in texts if text.isalpha() and len(text) > 1]
    longer = [text for text in texts if len(text) > 3]
    shouted = sum(text.isupper() for text in letters) / len(letters) if len(letters) > 3 else 0.0
    return shouted, sum(text[0].isupper() for text in longer) / len(longer) if longer else 0.0
