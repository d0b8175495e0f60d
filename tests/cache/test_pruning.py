"""What a store keeps: not what no build used for a season, and no more than was asked for."""

from __future__ import annotations

from pathlib import Path
from threading import Barrier, Thread

import pytest

from newspkg.cache import open_store, pruning

DAY = 20_000


@pytest.fixture
def on(monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    def set_day(day: int) -> None:
        monkeypatch.setattr(pruning.time, "time", lambda: day * pruning.DAY + 5)

    set_day(DAY)
    return set_day


def keep(folder: Path, *keys: str, size: int = 10) -> None:
    store = open_store(folder)
    store.put([(key, b"x" * size) for key in keys])
    store.close()


def kept(folder: Path, *keys: str) -> set[str]:
    """Without using any: only `get` does."""
    store = open_store(folder)
    found = store.known(keys)
    store._drop()
    return found


def test_what_no_build_used_for_a_season_goes(tmp_path: Path, on) -> None:  # type: ignore[no-untyped-def]
    keep(tmp_path, "old", "used")
    on(DAY + 60)
    store = open_store(tmp_path)
    assert set(store.get(["used"])) == {"used"}
    store.close()
    on(DAY + pruning.MOST_DAYS)
    keep(tmp_path, "new")
    assert kept(tmp_path, "old", "used", "new") == {"used", "new"}


def test_a_clock_that_was_wrong_keeps_nothing_for_ever(tmp_path: Path, on) -> None:  # type: ignore[no-untyped-def]
    on(DAY + 99_999)
    keep(tmp_path, "far")
    on(DAY)
    keep(tmp_path, "now")
    assert kept(tmp_path, "far", "now") == {"far", "now"}
    on(DAY + pruning.MOST_DAYS)
    keep(tmp_path, "later")
    assert kept(tmp_path, "far", "now", "later") == {"later"}


def test_of_too_much_the_longest_unused_goes(tmp_path: Path, on, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setenv("NEWSPKG_CACHE_MIB", "1")
    for day in range(30):
        on(DAY + day)
        keep(tmp_path, f"k{day}", size=60_000)
    found = kept(tmp_path, *(f"k{day}" for day in range(30)))
    assert "k29" in found and "k28" in found and "k0" not in found
    assert 600_000 < 60_000 * len(found) <= 1 << 20
    assert sum(each.stat().st_size for each in tmp_path.glob("*.sqlite")) < 2 << 20  # what is free is used again


@pytest.mark.parametrize("told", ["", "lots", "-3", "9" * 30])
def test_a_size_that_is_none_is_the_usual(told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSPKG_CACHE_MIB", told)
    assert pruning.most_bytes() == pruning.MOST_MIB << 20


def test_two_builds_prune_at_once(tmp_path: Path, on, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    keep(tmp_path, *(f"old{at}" for at in range(200)), size=5_000)
    on(DAY + 1)
    monkeypatch.setenv("NEWSPKG_CACHE_MIB", "1")
    ready, faults = Barrier(4), []

    def build(name: str) -> None:
        try:
            store = open_store(tmp_path)
            ready.wait()
            for at in range(20):
                store.put([(f"{name}-{at}", b"y" * 5_000)])
                assert len(store.get([f"{name}-{at}"])) <= 1
            store.close()
        except Exception as fault:
            faults.append(fault)

    builds = [Thread(target=build, args=(f"b{number}",)) for number in range(4)]
    for each in builds:
        each.start()
    for each in builds:
        each.join()
    assert not faults
    assert len(kept(tmp_path, *(f"b{number}-{at}" for number in range(4) for at in range(20)))) == 80


def test_a_store_that_an_earlier_version_made_is_used_on(tmp_path: Path) -> None:
    keep(tmp_path, "a", "b")
    store = open_store(tmp_path)
    assert store._connection is not None
    store._connection.execute("DROP TABLE uses")
    store._connection.execute("PRAGMA user_version = 0")
    store._drop()
    keep(tmp_path, "c")
    assert kept(tmp_path, "a", "b", "c") == {"a", "b", "c"}
