"""What a store keeps, and for how long: at most so many bytes, and nothing that no build used for a season."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterable

MOST_DAYS = 90
MOST_MIB = 4_096  # some 500,000 articles
ENOUGH = 0.8  # of the most bytes: what is left when there was too much
DAY = 86_400


def most_bytes() -> int:
    """NEWSPKG_CACHE_MIB, a number of MiB, else 4 GiB."""
    told = os.environ.get("NEWSPKG_CACHE_MIB", "")
    return (int(told) if told.isdecimal() and len(told) < 10 else MOST_MIB) << 20


def note(connection: sqlite3.Connection, used: Iterable[str]) -> None:
    """Note that the keys were used today. Raises sqlite3.Error."""
    today = _today()
    connection.executemany("INSERT OR REPLACE INTO uses VALUES (?, ?)", ((key, today) for key in used))


def _today() -> int:
    return int(time.time() // DAY)


def prune(connection: sqlite3.Connection, used: Iterable[str]) -> None:
    """Note that the keys were used today; remove what was not for MOST_DAYS and, where there is too much, what was longest unused.

    What is old is looked for once a day.
    All in one transaction, so that of two builds one waits for the other. The file does not shrink: what becomes free in it is used for
    what comes. The clock decides only what is kept, never what is read. Raises sqlite3.Error.
    """
    today = _today()
    with connection:
        connection.execute("BEGIN IMMEDIATE")
        note(connection, used)
        if connection.execute("PRAGMA user_version").fetchone()[0] != today:
            _remove_old(connection, today)
        if _bytes(connection) > most_bytes():
            _remove_oldest(connection)


def _remove_old(connection: sqlite3.Connection, today: int) -> None:
    """What was not used for long. A day that is yet to come, told by a clock that was wrong, must not keep anything for ever."""
    connection.execute("UPDATE uses SET day = ? WHERE day > ?", (today, today))
    # What an earlier version of newspkg kept begins to count today.
    connection.execute("INSERT OR IGNORE INTO uses SELECT key, ? FROM readings", (today,))
    _remove(connection, "SELECT key FROM uses WHERE day <= ?", today - MOST_DAYS)
    connection.execute(f"PRAGMA user_version = {today}")


def _bytes(connection: sqlite3.Connection) -> int:
    """Of the file, without what is free in it."""
    pages, free, size = (connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "freelist_count", "page_size"))
    return int((pages - free) * size)


def _remove_oldest(connection: sqlite3.Connection) -> None:
    """The longest unused, until ENOUGH is left."""
    left = int(ENOUGH * most_bytes())
    told = (
        "SELECT key FROM (SELECT key, sum(length(value) + 200) OVER (ORDER BY day DESC, key) AS size FROM readings JOIN uses USING (key))"
        " WHERE size > ?"
    )
    _remove(connection, told, left)


def _remove(connection: sqlite3.Connection, which: str, *values: int) -> None:
    connection.execute("CREATE TEMP TABLE IF NOT EXISTS gone (key TEXT PRIMARY KEY) WITHOUT ROWID")
    connection.execute("DELETE FROM gone")
    connection.execute(f"INSERT INTO gone {which}", values)
    for table in ("readings", "uses"):
        connection.execute(f"DELETE FROM {table} WHERE key IN (SELECT key FROM gone)")  # noqa: S608
