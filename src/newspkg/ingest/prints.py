"""What an article is known by among near copies: the MinHash of its word shingles."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import MutableMapping
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

from newspkg.ingest.html import extract
from newspkg.model import RawArticle

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

PERMUTATIONS = 128
LIKENESS = 0.7  # estimated Jaccard likeness of the word shingles from which on one is a copy of the other
BANDS, ROWS = 14, 9  # prints that share a band of 9 numbers are compared: the best division of 128 for a likeness of 0.7
SHINGLE = 4  # words
SAMPLE = 2_000_000  # characters
FORM = "print-1"  # another form has other keys
SIZE = 4 * PERMUTATIONS  # bytes


class Prints:
    """The prints of articles by the number in which they are added: half a KiB each. `kept` are those of texts that were seen before."""

    def __init__(self, kept: MutableMapping[str, bytes] | None = None) -> None:
        self._kept: MutableMapping[str, bytes] = {} if kept is None else kept
        self._all = bytearray()
        self._known: dict[tuple[int, bytes], list[int]] = defaultdict(list)  # numbers that were kept, by shared bands

    def add(self, article: RawArticle) -> None:
        """One more article, with its body."""
        key = hashlib.sha256(f"{FORM} {article.media_type} {article.sha256}".encode()).hexdigest()
        made = self._kept.get(key)
        if made is None or len(made) != SIZE:
            made = self._kept[key] = fingerprint(_text(article))
        self._all += made

    def near(self, number: int) -> list[int]:
        """The kept ones that an article is a near copy of."""
        import numpy as np

        found = {other for band in self._bands(number) for other in self._known.get(band, ())}
        table = self._table
        return sorted(other for other in found if np.count_nonzero(table[other] == table[number]) / PERMUTATIONS >= LIKENESS)

    def keep(self, number: int) -> None:
        """Let later ones be compared with this one."""
        for band in self._bands(number):
            self._known[band].append(number)

    def _bands(self, number: int) -> list[tuple[int, bytes]]:
        """The bands that another article has too: most have none."""
        row = self._table[number]
        return [(band, row[band * ROWS : (band + 1) * ROWS].tobytes()) for band in range(BANDS) if self._shared[band][number]]

    @cached_property
    def _table(self) -> NDArray[np.uint32]:
        import numpy as np

        return np.frombuffer(self._all, dtype=np.uint32).reshape(-1, PERMUTATIONS)

    @cached_property
    def _shared(self) -> list[NDArray[np.bool_]]:
        """For each band whether each print shares it; the empty print shares none."""
        import numpy as np

        found = []
        for band in range(BANDS):
            part = np.ascontiguousarray(self._table[:, band * ROWS : (band + 1) * ROWS])
            _, at, counts = np.unique(part.view(f"V{4 * ROWS}").ravel(), return_inverse=True, return_counts=True)
            found.append((counts[at] > 1) & self._table.any(axis=1))
        return found


def _text(article: RawArticle) -> str:
    return extract(article.body).text if article.media_type == "text/html" else article.body


def fingerprint(text: str) -> bytes:
    """The MinHash of a text's word shingles, PERMUTATIONS numbers of four bytes; all nought where it has too few words to tell."""
    import numpy as np

    words = re.findall(r"\w+", text[:SAMPLE].lower())
    if len(words) < 2 * SHINGLE:
        return bytes(SIZE)
    shingles = {" ".join(words[at : at + SHINGLE]).encode() for at in range(len(words) - SHINGLE + 1)}
    mine = _blank().copy()
    mine.update_batch(sorted(shingles))
    made: bytes = mine.hashvalues.astype(np.uint32).tobytes()
    return made


@cache
def _blank() -> Any:
    from datasketch import MinHash  # slow to load: only where a text is new

    return MinHash(num_perm=PERMUTATIONS, seed=1)
