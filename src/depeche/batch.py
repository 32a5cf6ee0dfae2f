"""Many dispatches: one process, several, or a Dask cluster; the same records in the same order; one that fails stops no other."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context
from typing import Any

from depeche.errors import DepecheError, Failure, Reason, SourceError
from depeche.pipeline import load, read_dispatch
from depeche.record import Record
from depeche.sources import Dispatch

AHEAD = 8
"""Dispatches handed to each process before their turn, so that none waits and memory stays small."""


def read_all(
    found: Iterable[Dispatch | SourceError], *, processes: int = 1, cluster: str | None = None
) -> Iterator[Record | Failure]:
    """A record or a failure for each input, in their order.

    Dispatches are read one by one, never as a batch of the network, whose last digits depend on what else is in it: so the
    bytes are the same on one process, on many and on a cluster.

    Args:
        processes: how many processes of this machine read.
        cluster: the address of a Dask scheduler (`tcp://...`), whose workers read instead, each with one
            thread (spaCy is no friend of two) and depeche installed.

    Raises:
        DepecheError: the pipeline cannot be loaded, a process was killed, or the cluster is not there.
    """
    inputs = (_failed(item) if isinstance(item, SourceError) else item for item in found)
    if cluster is not None:
        yield from _read_on_cluster(inputs, cluster)
        return
    if processes == 1:
        yield from map(_read, inputs)
        return
    load()
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn"), initializer=_leave_interrupts) as pool:
        try:
            yield from _in_order(inputs, pool, AHEAD * processes)
        except BrokenProcessPool as exc:
            raise DepecheError("a reading process was killed (out of memory?): try fewer --processes") from exc


def _leave_interrupts() -> None:
    """Ctrl-C reaches every process of a terminal: only the one that prints answers it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _read_on_cluster(inputs: Iterator[Dispatch | Failure], address: str) -> Iterator[Record | Failure]:
    try:
        import distributed
    except ImportError as exc:
        raise DepecheError("a cluster is asked through Dask: pip install 'depeche[cluster]'") from exc
    try:
        client: Any = distributed.Client(address, timeout=10)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as exc:
        raise DepecheError(f"{address}: no Dask scheduler answers there: {exc}") from exc
    with client:
        threads = sum(client.nthreads().values())
        if not threads:
            raise DepecheError(f"{address}: this Dask cluster has no workers")
        try:
            yield from _in_order(inputs, client.get_executor(pure=False), AHEAD * threads)
        except distributed.KilledWorker as exc:
            raise DepecheError(f"{address}: workers were killed while reading (out of memory?): {exc}") from exc


def _in_order(inputs: Iterator[Dispatch | Failure], pool: Executor, ahead: int) -> Iterator[Record | Failure]:
    """The results in the order of the inputs, so many of them under way at a time."""
    waiting: deque[Future[Record | Failure]] = deque(pool.submit(_read, item) for item in islice(inputs, ahead))
    try:
        while waiting:
            yield waiting.popleft().result()
            waiting.extend(pool.submit(_read, item) for item in islice(inputs, 1))
    finally:
        for future in waiting:
            future.cancel()


def _failed(error: SourceError) -> Failure:
    return Failure(error.where, "source", error.reason, error.detail)


def _read(found: Dispatch | Failure) -> Record | Failure:
    """The dispatch boundary: whatever goes wrong in reading one dispatch is that dispatch's failure."""
    if isinstance(found, Failure):
        return found
    load()
    try:
        return read_dispatch(found)
    except Exception as exc:  # noqa: BLE001  a fault in one dispatch must not lose the others
        return Failure(found.where, "read", Reason.INTERNAL, f"a fault of depeche, please report it: {exc!r:.300}")
