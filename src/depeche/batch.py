"""Many dispatches: one process or several, the same records in the same order; a dispatch that fails stops no other."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context

from depeche.errors import DepecheError, Failure, Reason, SourceError
from depeche.pipeline import load, read_dispatch
from depeche.record import Record
from depeche.sources import Dispatch

AHEAD = 8
"""Dispatches handed to each process before their turn, so that none waits and memory stays small."""


def read_all(found: Iterable[Dispatch | SourceError], *, processes: int = 1) -> Iterator[Record | Failure]:
    """A record or a failure for each input, in their order.

    Dispatches are read one by one, never as a batch of the network, whose last digits depend on what else is in it: so the
    bytes are the same on one process and on many.

    Raises:
        DepecheError: the pipeline cannot be loaded, or a process was killed.
    """
    inputs = (_failed(item) if isinstance(item, SourceError) else item for item in found)
    if processes == 1:
        yield from map(_read, inputs)
        return
    load()
    waiting: deque[Future[Record | Failure]] = deque()
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn"), initializer=_leave_interrupts) as pool:
        try:
            for item in islice(inputs, AHEAD * processes):
                waiting.append(pool.submit(_read, item))
            while waiting:
                yield waiting.popleft().result()
                for item in islice(inputs, 1):
                    waiting.append(pool.submit(_read, item))
        except BrokenProcessPool as exc:
            raise DepecheError("a reading process was killed (out of memory?): try fewer --processes") from exc
        finally:
            for future in waiting:
                future.cancel()


def _leave_interrupts() -> None:
    """Ctrl-C reaches every process of a terminal: only the one that prints answers it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


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
