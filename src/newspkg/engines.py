"""Where work is done: in this process, in several of this machine, or on a Ray cluster. The results are the same, in the same order."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import chain, islice
from multiprocessing import get_context
from typing import Any, TypeVar

from newspkg.errors import EnvironmentFault

Given = TypeVar("Given")
Made = TypeVar("Made")
Engine = Callable[[Callable[[Given], Made], Iterable[Given]], Iterator[Made]]

NAMES = ("local", "ray")
RETRIES = 5  # of a piece whose worker dies; one that kills every worker must not be tried for ever
AHEAD = 4  # pieces of work under way for each worker: enough to keep it busy, few enough to keep memory flat
THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


def engine_of(name: str, jobs: int, address: str | None = None, *, is_apart: bool = False) -> Engine[Any, Any]:
    """The engine of that name; `is_apart`: nothing is done in this process, so that the memory that it takes is free afterwards.

    Raises EnvironmentFault where Ray is asked for and is not installed or can't be reached.
    """
    if name == "ray":
        return lambda work, pieces: on_ray(work, pieces, jobs, address)
    return lambda work, pieces: on_machine(work, pieces, jobs, is_apart=is_apart)


def on_machine(work: Callable[[Given], Made], pieces: Iterable[Given], jobs: int, *, is_apart: bool = False) -> Iterator[Made]:
    """What `work` makes of each piece, in order, by `jobs` processes; pieces are asked for as they are needed."""
    waiting = iter(pieces)
    first = list(islice(waiting, 2))
    if not first or (not is_apart and (jobs == 1 or len(first) < 2)):
        yield from map(work, chain(first, waiting))
        return
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_one_thread) as pool:
        under_way: deque[Future[Made]] = deque()
        for piece in chain(first, waiting):
            under_way.append(pool.submit(work, piece))
            if len(under_way) >= AHEAD * jobs:
                yield under_way.popleft().result()
        while under_way:
            yield under_way.popleft().result()


def on_ray(work: Callable[[Given], Made], pieces: Iterable[Given], jobs: int, address: str | None) -> Iterator[Made]:
    """The same on a Ray cluster: that at `address`, else one of `jobs` workers begun here. A piece whose worker dies is done again."""
    try:
        import ray
    except ImportError as fault:
        raise EnvironmentFault("Ray is not installed; pip install 'newspkg[ray]', or build with --engine local") from fault
    cluster: Any = ray
    started = not ray.is_initialized()
    if started:
        _begin(ray, jobs, address)
    try:
        remote = cluster.remote(max_retries=RETRIES)(lambda piece: work(piece))  # a partial is no function to Ray
        workers = max(1, int(cluster.cluster_resources().get("CPU", 1)))
        under_way: deque[Any] = deque()
        for piece in pieces:
            under_way.append(remote.remote(piece))
            if len(under_way) >= AHEAD * workers:
                yield ray.get(under_way.popleft())
        while under_way:
            yield ray.get(under_way.popleft())
    finally:
        if started:
            ray.shutdown()


def _begin(ray: Any, jobs: int, address: str | None) -> None:
    told = {"address": address} if address else {"address": "local", "num_cpus": jobs}
    try:
        ray.init(**told, include_dashboard=False if not address else None, log_to_driver=False, logging_level="ERROR")
    except (ConnectionError, RuntimeError, ValueError) as fault:
        raise EnvironmentFault(f"no Ray cluster at {address or 'this machine'}: {fault}") from fault


def _one_thread() -> None:
    """Processes share the cores already: more threads in each only get in each other's way."""
    os.environ.update(dict.fromkeys(THREADS, "1"))
