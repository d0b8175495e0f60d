"""A CSV file as frames of texts, a block at a time, several at once where it is long."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

import polars as pl

from newspkg.check.csvfile.blocks import Block, Rest, cut, header_end
from newspkg.check.csvfile.load import loads
from newspkg.check.csvfile.shape import Loaded, Shape
from newspkg.check.csvfile.tally import Tally
from newspkg.errors import EnvironmentFault

BLOCK = 8 * 1024 * 1024  # bytes read at a time
RECORD = 8 * 1024 * 1024  # bytes of the longest record
WORKERS = min(4, os.cpu_count() or 1)
T = TypeVar("T")
U = TypeVar("U")


def batches(shape: Shape, tally: Tally) -> Iterator[tuple[int, pl.DataFrame]]:
    """The records below the header as frames with the number of records before each; cells that mean null are null.

    Raises Unreadable, EnvironmentFault.
    """
    return ((before, frame) for before, frame, _ in looked_at(shape, tally, lambda frame: None))


def looked_at(shape: Shape, tally: Tally, look: Callable[[pl.DataFrame], T]) -> Iterator[tuple[int, pl.DataFrame, T]]:
    """The same, with what a look at each frame came to; looks are taken on several threads, results come in order."""

    def work(load: Callable[[], Loaded]) -> tuple[Loaded, tuple[T] | None]:
        loaded = load()
        return loaded, (look(loaded.frame),) if len(loaded.frame) else None

    try:
        several = shape.path.stat().st_size > BLOCK
        for loaded, told in _in_order(work, loads(_pieces(shape, tally), shape, max(BLOCK, RECORD)), several=several):
            if not loaded.goes_on:
                tally.begin(loaded.start, is_lined=loaded.is_lined)
            before = tally.add(len(loaded.frame), loaded.lines, loaded.ragged)
            if told is not None:
                yield before, loaded.frame, told[0]
    except OSError as fault:
        raise EnvironmentFault(f"{shape.path}: can't be read ({fault.strerror or fault})") from fault


def _pieces(shape: Shape, tally: Tally) -> Iterator[Block | Rest]:
    delimiter = shape.delimiter.encode()
    start = header_end(shape.path, delimiter) if len(delimiter) == 1 else 0
    if not start:
        yield Rest(0)
        return
    tally.lines = 1
    yield from cut(shape.path, start, BLOCK, delimiter)


def _in_order(work: Callable[[T], U], jobs: Iterable[T], *, several: bool) -> Iterator[U]:
    if not several:
        yield from map(work, jobs)
        return
    from concurrent.futures import Future, ThreadPoolExecutor

    with ThreadPoolExecutor(WORKERS) as pool:
        waiting: deque[Future[U]] = deque()
        for job in jobs:
            waiting.append(pool.submit(work, job))
            if len(waiting) > WORKERS:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
