"""A name that was told to be a place is one wherever else the text has it."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from newspkg.annotate.places.beside import runs
from newspkg.annotate.places.spot import Word


def again(text: str, words: list[Word], names: Collection[str]) -> Iterator[tuple[int, int]]:
    """The runs of capitalised words that are one of `names`, as offsets."""
    for first, last in runs(text, words):
        start, end = words[first].start, words[last - 1].end
        if text[start:end] in names and text[end : end + 1] not in ("-", "+"):
            yield start, end
