"""Which pairs of tellings are compared at all: those that share a small block, so that the work grows with their number alone.

The blocks, and the pairs that they give, are sorted on disk part by part: none is held as a whole.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from typing import TYPE_CHECKING

from newspkg.resolve.blocks import NO_TIME, marks, nearness, times
from newspkg.resolve.crowds import LOW, as_one, pairs_of
from newspkg.resolve.rarity import Rarity
from newspkg.resolve.sieve import Sieve
from newspkg.resolve.tellings import Tellings
from newspkg.spool import Parts

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.uint64]

ROWS = 2_000_000  # block entries, or pairs, that are sorted at a time, about
RUN = 4_096  # tellings whose pairs are compared together: they are at hand then
TIMES = 24  # bits of a time


class Ids(dict[str, int]):
    """A number for each text, in the order in which they come."""

    def __missing__(self, text: str) -> int:
        self[text] = len(self)
        return self[text]


def compared(tellings: Tellings, words: Rarity) -> Iterator[tuple[int, int]]:
    """Pairs of numbers of tellings, the lesser first, each once, those of one time together; none of one article or that can't be one."""
    import numpy as np

    if len(tellings) < 2:
        return
    sieve = Sieve()
    blocks, order = _blocks(tellings, words, sieve)
    articles = np.frombuffer(tellings.article, dtype=np.uint32)
    pairs = Parts(len(tellings) // RUN + 1)
    for entries in blocks:
        for found in _gathered(pairs_of(entries, order)):
            one, two = found >> np.uint64(LOW), found & np.uint64((1 << LOW) - 1)
            found = found[articles[one] != articles[two]]
            found = as_one(order[found >> np.uint64(LOW)], order[found & np.uint64((1 << LOW) - 1)])
            pairs.add(found, (found >> np.uint64(LOW)) // np.uint64(RUN))
    numbers = np.argsort(order)  # by rank, so that tellings that are compared with many others are at hand
    for part in pairs:
        found = np.unique(part)
        ones, twos = numbers[found >> np.uint64(LOW)], numbers[found & np.uint64((1 << LOW) - 1)]
        kept = sieve.keeps(ones, twos)
        yield from zip(np.minimum(ones, twos)[kept].tolist(), np.maximum(ones, twos)[kept].tolist(), strict=True)


def _blocks(tellings: Tellings, words: Rarity, sieve: Sieve) -> tuple[Parts, Numbers]:
    """The entries of all blocks, by parts (key and number of a telling in turn), and each telling's rank in the order of nearness."""
    import numpy as np

    # what has no time may be any time's, so all are compared with it
    always = {NO_TIME} if any(each.days is None and each.published is None for each in tellings) else set()
    types, whens, what, near = Ids(), Ids(), Ids(), []
    entries = Parts(_parts(tellings))
    held = array("Q")
    for number, telling in enumerate(tellings):
        sieve.add(telling)
        near.append((*nearness(telling), number))
        mine = [whens[time] for time in sorted(times(telling) | always)]
        for mark in sorted(marks(telling, words)):
            kind = what[mark] << TIMES | types[telling.event.event_type] << (TIMES - 4)
            for time in mine:
                held.extend((kind | time, number))
        if len(held) > ROWS // 4:
            _flush(held, entries)
    _flush(held, entries)
    ranks = np.empty(len(near), np.uint64)
    ranks[[each[-1] for each in sorted(near)]] = np.arange(len(near), dtype=np.uint64)
    return entries, ranks


def _parts(tellings: Tellings) -> int:
    return 1 + 80 * len(tellings) // ROWS


def _flush(held: array[int], entries: Parts) -> None:
    import numpy as np

    rows = np.array(held, dtype=np.uint64).reshape(-1, 2)
    entries.add(rows, (rows[:, 0] >> np.uint64(TIMES)) % np.uint64(len(entries)))
    del held[:]


def _gathered(pieces: Iterator[Numbers]) -> Iterator[Numbers]:
    """The pieces joined to larger ones, each number once in one."""
    import numpy as np

    held: list[Numbers] = []
    size = 0
    for piece in pieces:
        held.append(piece)
        size += len(piece)
        if size > ROWS:
            yield np.unique(np.concatenate(held))
            held.clear()
            size = 0
    if held:
        yield np.unique(np.concatenate(held))
