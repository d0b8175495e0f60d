"""What of a block of CSV stands outside of its quoted cells, without a copy of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

MANY = 10_000  # quotes for which it is worth the while to load numpy


@dataclass(frozen=True, slots=True)
class Outside:
    """A text with quoted cells; `edges` are the offsets of their quotes, each cell's two after one another (array of int64)."""

    text: bytes
    edges: Any

    def count(self, sign: bytes) -> int:
        """How often a sign of one byte stands outside of the quoted cells."""
        import numpy as np

        found = np.flatnonzero(np.frombuffer(self.text, np.uint8) == ord(sign))
        before = np.searchsorted(found, self.edges)
        return len(found) - int((before[1::2] - before[0::2]).sum())


def outside(text: bytes, delimiter: bytes) -> Outside | None:
    """None where a quote stands elsewhere than around a cell, or may: doubled in one, before a carriage return."""
    import numpy as np

    signs = np.frombuffer(text, np.uint8)
    edges = np.flatnonzero(signs == ord('"'))
    if len(edges) % 2:
        return None
    before, after = signs[edges[0::2] - 1], signs[np.minimum(edges[1::2] + 1, len(signs) - 1)]
    opens, closes = _is_edge(before, delimiter), _is_edge(after, delimiter)
    if not edges[0]:
        opens[0] = True
    if edges[-1] == len(signs) - 1:
        closes[-1] = True
    return Outside(text, edges) if opens.all() and closes.all() else None


def _is_edge(signs: Any, delimiter: bytes) -> Any:
    return (signs == ord(delimiter)) | (signs == ord("\n"))
