"""Finds listed names in text: the longest name that begins at a word and ends at a word's end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")
WORD = re.compile(r"\w+")
CAPITAL = re.compile(r" [A-Z][a-z]")


def plain(text: str) -> str:
    """The text with typographic apostrophes made straight, character by character."""
    return text.replace("\u2019", "'").replace("\u2018", "'").replace("\u00a0", " ")


def lowered(text: str) -> str:
    """The text in small letters, character by character: what small letters would lengthen stays."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(each.lower() if len(each.lower()) == 1 else each for each in text)


def starts(text: str) -> list[tuple[int, str]]:
    """The words of a text, each with where it begins."""
    return [(match.start(), match.group()) for match in WORD.finditer(text)]


class Hit(NamedTuple, Generic[T]):
    """A name found at characters `start` to `end`, with what it stands for."""

    start: int
    end: int
    value: T


class NameIndex(Generic[T]):
    """Names by their first word; matching is exact, names of five letters and more are known in capitals too."""

    def __init__(self, names: Mapping[str, T]) -> None:
        self._by_word: dict[str, list[tuple[str, T]]] = {}
        for name, value in names.items():
            for form in dict.fromkeys((plain(name), plain(name).upper() if len(name) > 4 else plain(name))):
                first = WORD.search(form)
                if first and first.start() == 0:
                    self._by_word.setdefault(first.group(), []).append((form, value))
        for forms in self._by_word.values():
            forms.sort(key=lambda form: (-len(form[0]), form[0]))

    def find(self, text: str, words: Sequence[tuple[int, str]] | None = None) -> Iterator[Hit[T]]:
        """The hits in text order, none overlapping; `text` is `plain`, `words` are its `starts` where they are known."""
        done, by_word = 0, self._by_word
        for start, word in starts(text) if words is None else words:
            if word not in by_word or start < done:
                continue
            for name, value in by_word[word]:
                end = start + len(name)
                if text.startswith(name, start) and _closed(text, end) and not _goes_on(name, text, end):
                    done = end
                    yield Hit(start, end, value)
                    break


def _closed(text: str, end: int) -> bool:
    return end >= len(text) or not (text[end].isalnum() or text[end] == "_") or text[end - 1] == "."


def _goes_on(name: str, text: str, end: int) -> bool:
    """Whether a name that opens with an article is only the beginning of a longer one ("The National |Unity Government|")."""
    return name.startswith("The ") and CAPITAL.match(text, end) is not None


def around(text: str, border: re.Pattern[str], pattern: re.Pattern[str], reach: int = 90) -> Iterator[re.Match[str]]:
    """The first match of a dear pattern in the `reach` characters on both sides of each match of a cheap one; no match twice."""
    done = 0
    for cheap in border.finditer(text):
        match = pattern.search(text, max(done, cheap.start() - reach), min(len(text), cheap.end() + reach))
        if match:
            done = match.end()
            yield match
