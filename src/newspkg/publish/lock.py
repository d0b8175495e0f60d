"""One build at a time for one data set. The lock dies with its process, so that a killed build never blocks the next one."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from newspkg.errors import EnvironmentFault


@contextmanager
def only_builder(home: Path) -> Iterator[None]:
    """Hold the folder `home` for this process. Raises EnvironmentFault where another build holds it."""
    handle = _open(home)
    try:
        try:
            _take(handle)
        except OSError as fault:
            advice = "nothing was published. Run it again when that one is done"
            raise EnvironmentFault(f"{home}: another build is publishing here; {advice}") from fault
        yield
    finally:
        os.close(handle)


if sys.platform == "win32":  # no folder can be opened there: a file in it is locked instead
    import msvcrt

    def _open(home: Path) -> int:
        return os.open(home / ".lock", os.O_RDWR | os.O_CREAT)

    def _take(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _open(home: Path) -> int:
        return os.open(home, os.O_RDONLY)

    def _take(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
