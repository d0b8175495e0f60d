"""The pairs that blocks give: all of a small block; of a crowd only those that stand next to each other."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.uint64]

CROWD = 120  # tellings of a block that are compared with all others; beyond it only with those that come next
NEXT = 12
LOW = 32  # bits of the lesser part of a number of two


def pairs_of(entries: Numbers, order: Numbers) -> Iterator[Numbers]:
    """The pairs of the blocks of one part, block by block, each as one number."""
    import numpy as np

    rows = entries.reshape(-1, 2)
    rows = rows[np.argsort(rows[:, 0], kind="stable")]
    keys, numbers = rows[:, 0], rows[:, 1]
    cuts = [0, *(np.flatnonzero(keys[1:] != keys[:-1]) + 1).tolist(), len(keys)]
    starts, sizes = np.array(cuts[:-1]), np.diff(cuts)
    twos = starts[sizes == 2]  # as most blocks are that are of more than one
    if len(twos):
        yield as_one(numbers[twos], numbers[twos + 1])
    for start, size in zip(starts[sizes > 2].tolist(), sizes[sizes > 2].tolist(), strict=True):
        yield _of_block(numbers[start : start + size], order)


def _of_block(block: Numbers, order: Numbers) -> Numbers:
    import numpy as np

    size = len(block)
    if size <= CROWD:
        low, high = _all_pairs(size)
    else:
        block = block[np.argsort(order[block])]
        steps = range(1, NEXT + 1)
        low, high = (np.concatenate([np.arange(size - step) + skip * step for step in steps]) for skip in (0, 1))
    return as_one(block[low], block[high])


@lru_cache(CROWD)
def _all_pairs(size: int) -> tuple[Numbers, Numbers]:
    import numpy as np

    low, high = np.triu_indices(size, 1)
    return low.astype(np.uint64), high.astype(np.uint64)


def as_one(one: Numbers, two: Numbers) -> Numbers:
    """Each two numbers as one, the lesser in front."""
    import numpy as np

    both: Numbers = np.minimum(one, two) << np.uint64(LOW) | np.maximum(one, two)
    return both
