"""Bytes by key in one SQLite file. Whatever is wrong with it, a build goes on without: a cache is never the cause of anything.

What was not used for long, or is the longest unused where there is too much, is removed when a build is done with the store.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from newspkg.cache.pruning import note, prune

WAIT = 10.0  # seconds that one build waits for another's write
MOST = 500  # keys that one query asks for
NAME = "readings-1.sqlite"  # of this form; another form would be another file


def default_folder() -> Path:
    """NEWSPKG_CACHE, else newspkg's folder among the user's caches (XDG_CACHE_HOME, ~/.cache)."""
    if named := os.environ.get("NEWSPKG_CACHE"):
        return Path(named)
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "newspkg"


def open_store(folder: Path | None) -> Store:
    """The store in a folder; one that holds nothing where `folder` is None or can't be used."""
    if folder is None:
        return Store(None)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return Store(_opened(folder / NAME))
    except (OSError, sqlite3.Error, RuntimeError):
        return Store(None)


def _opened(path: Path) -> sqlite3.Connection:
    """The file, made anew where it is damaged."""
    for _ in range(2):
        connection = sqlite3.connect(path, timeout=WAIT, isolation_level=None)
        try:
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute("PRAGMA synchronous=NORMAL")
            connection.execute("CREATE TABLE IF NOT EXISTS readings (key TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID")
            connection.execute("CREATE TABLE IF NOT EXISTS uses (key TEXT PRIMARY KEY, day INTEGER NOT NULL) WITHOUT ROWID")
            return connection
        except sqlite3.OperationalError:  # locked or not writable: not ours to remove
            connection.close()
            raise
        except sqlite3.DatabaseError:
            connection.close()
            path.unlink(missing_ok=True)
    raise RuntimeError(f"{path}: no store can be made there")


class Store:
    """Keeps bytes by key. Two builds may use one store at once; both may write the same key, with the same bytes.

    What one of them removes the other reads anew.
    """

    def __init__(self, connection: sqlite3.Connection | None) -> None:
        self._connection = connection
        self._used: list[str] = []

    @property
    def is_open(self) -> bool:
        return self._connection is not None

    def known(self, keys: Sequence[str]) -> set[str]:
        """Those of the keys that are kept."""
        return {row[0] for row in self._select("key", keys)}

    def get(self, keys: Sequence[str]) -> dict[str, bytes]:
        """What is kept of the keys."""
        found = {key: bytes(value) for key, value in self._select("key, value", keys)}
        self._used += found
        return found

    def put(self, items: Iterable[tuple[str, bytes]]) -> None:
        """Keep some, all or none of them; a full disk or a lock that lasts closes the store for this build."""
        if self._connection is None:
            return
        given = list(items)
        try:
            with self._connection:
                self._connection.execute("BEGIN")
                self._connection.executemany("INSERT OR IGNORE INTO readings VALUES (?, ?)", given)
                note(self._connection, (key for key, _ in given))
        except sqlite3.Error:
            self._drop()

    def close(self) -> None:
        """Note what was used, and remove what has not been for long."""
        if self._connection is not None:
            with suppress(sqlite3.Error):  # another build is at it, or the disk is full: the next one will do it
                prune(self._connection, self._used)
        self._drop()

    def _drop(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _select(self, what: str, keys: Sequence[str]) -> Iterator[tuple[str, bytes]]:
        for at in range(0, len(keys), MOST):
            some = keys[at : at + MOST]
            query = f"SELECT {what} FROM readings WHERE key IN ({','.join('?' * len(some))})"  # noqa: S608
            try:
                rows = self._connection.execute(query, some).fetchall() if self._connection else []
            except sqlite3.Error:
                self._drop()
                return
            yield from rows
