"""Bytes by number on disk: what a build makes of many articles is not held in memory, but read back piece by piece."""

from __future__ import annotations

import os
from array import array
from collections.abc import Iterator
from tempfile import TemporaryFile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

BUFFER = 1 << 20


class Spool:
    """Appended to in order, read at any place; the file, in the folder for temporary files, is gone with the process."""

    def __init__(self) -> None:
        self._file = TemporaryFile(buffering=BUFFER, prefix="newspkg-")  # noqa: SIM115 it lives as long as the spool
        self._ends = array("Q")
        self._is_written = True

    def add(self, data: bytes) -> int:
        """Keep `data`; its number. Raises OSError where the disk is full."""
        self._file.write(data)
        self._ends.append((self._ends[-1] if self._ends else 0) + len(data))
        self._is_written = False
        return len(self._ends) - 1

    def __len__(self) -> int:
        return len(self._ends)

    def __getitem__(self, number: int) -> bytes:
        if not 0 <= number < len(self._ends):
            raise IndexError(number)
        if not self._is_written:
            self._file.flush()
            self._is_written = True
        start = self._ends[number - 1] if number else 0
        return self._read(start, self._ends[number] - start)

    def _read(self, start: int, size: int) -> bytes:
        """Past the buffer of the file, which would be filled anew for every piece."""
        if hasattr(os, "pread"):
            return os.pread(self._file.fileno(), size, start)
        self._file.seek(start)
        found: bytes = self._file.read(size)
        self._file.seek(0, os.SEEK_END)
        return found

    def __iter__(self) -> Iterator[bytes]:
        return (self[number] for number in range(len(self)))

    def close(self) -> None:
        self._file.close()


class Parts:
    """Arrays of numbers (uint64) that are put aside in parts, each small enough to be sorted in memory."""

    def __init__(self, count: int) -> None:
        self._files = [TemporaryFile(buffering=BUFFER // 16, prefix="newspkg-") for _ in range(max(1, count))]  # noqa: SIM115

    def __len__(self) -> int:
        return len(self._files)

    def add(self, rows: NDArray[np.uint64], part: NDArray[np.uint64]) -> None:
        """Put each row into the part of the number in `part` at its place; rows keep their order."""
        import numpy as np

        order = np.argsort(part, kind="stable")
        cuts = np.searchsorted(part[order], np.arange(len(self) + 1, dtype=np.uint64))
        for number, file in enumerate(self._files):
            if cuts[number] < cuts[number + 1]:
                file.write(rows[order[cuts[number] : cuts[number + 1]]].tobytes())

    def __iter__(self) -> Iterator[NDArray[np.uint64]]:
        """The parts in order, each only once: it is gone when the next is asked for."""
        import numpy as np

        for file in self._files:
            file.seek(0)
            yield np.frombuffer(file.read(), dtype=np.uint64)
            file.close()
