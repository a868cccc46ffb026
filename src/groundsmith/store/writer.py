"""One thread that writes: work handed in while a commit runs is committed together with the next.

A lone write is committed at once. Where several come, a short pause follows their commit, so that
a busy run's writes share the price of the next one. Wishes for the same thing (a reservation, a
finished item) that share a commit are done by one call of its function. Commits keep the order in
which work was handed in: what is committed was preceded by all that was handed in before it.

A group that fails is rolled back and done again one by one, so that one bad write neither takes its
neighbours along nor costs every write a savepoint. A group that lost its database is done again as
a whole once the database is back. What was handed in is done, whether or not its caller still
waits: a settlement whose task was cancelled is money all the same.
"""

import asyncio
import queue
import sys
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future
from contextlib import suppress
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from groundsmith.store.backend import Backend
from groundsmith.store.patience import Patience

T = TypeVar("T")
A = TypeVar("A")
Work = Callable[[Connection, Sequence[Any]], Sequence[Any]]
Translate = Callable[[Exception], Exception]

_GROUP_MAX = 1024
_BUSY_COUNT = 4
"""Writes in one commit from which on more are likely to come."""
_PAUSE_S = 0.002
_TURN_S = 0.0005
"""For which a busy thread keeps the interpreter; the usual 5 ms would be added to every commit."""


class _Entry(NamedTuple):
    """A wish, what grants it, and who waits for it: a thread, or a task of `loop`."""

    work: Work
    wish: Any
    future: "Future[Any] | asyncio.Future[Any]"
    loop: asyncio.AbstractEventLoop | None


class _Failed(NamedTuple):
    """What stands in for a result where there is none."""

    error: Exception


def _called(connection: Connection, works: Sequence[Callable[[Connection], Any]]) -> list[Any]:
    """Grants wishes that are functions."""
    return [work(connection) for work in works]


def vendor_error(error: Exception) -> Exception:
    """The driver's own error inside SQLAlchemy's; any other as it is."""
    inner = error.orig if isinstance(error, DBAPIError) else None
    return inner if isinstance(inner, Exception) else error


class Writer:
    """Takes wishes, returns futures that are done once they are committed; work may run twice."""

    def __init__(self, backend: Backend, translate: Translate, patience: Patience) -> None:
        self._backend = backend
        self._engine = backend.writer()
        self._connection: Connection | None = None
        self._translate = translate
        self._patience = patience
        self._queue: queue.SimpleQueue[_Entry | None] = queue.SimpleQueue()
        sys.setswitchinterval(min(sys.getswitchinterval(), _TURN_S))
        self._thread = threading.Thread(target=self._loop, name="ledger-writer", daemon=True)
        self._thread.start()

    def submit(self, work: Callable[[Connection], T]) -> "Future[T]":
        """A future of `work`'s result, for a thread to wait on."""
        future: Future[T] = Future()
        future.set_running_or_notify_cancel()  # from here on it cannot be cancelled
        self._queue.put(_Entry(_called, work, future, None))
        return future

    def submit_soon(self, work: Callable[[Connection], T]) -> "asyncio.Future[T]":
        """A future of `work`'s result, for a task of the running loop."""
        return self.submit_wish(_called, work)

    def submit_wish(
        self, work: Callable[[Connection, Sequence[A]], Sequence[T]], wish: A
    ) -> "asyncio.Future[T]":
        """A future of what `work` returns for `wish`, for a task of the running loop.

        Args:
            work: Gets all wishes for it that share a commit; returns one result each, in order.
        """
        loop = asyncio.get_running_loop()
        future: asyncio.Future[T] = loop.create_future()
        self._queue.put(_Entry(work, wish, future, loop))
        return future

    def close(self) -> None:
        """Everything handed in is committed; then the thread ends."""
        self._queue.put(None)
        self._thread.join()

    def _loop(self) -> None:
        open_ = True
        while open_:
            group: list[_Entry] = []
            entry = self._queue.get()
            while entry is not None:
                group.append(entry)
                if len(group) == _GROUP_MAX or self._queue.empty():
                    break
                entry = self._queue.get()
            open_ = entry is not None
            if group:
                self._commit(group)
            if len(group) >= _BUSY_COUNT:
                time.sleep(_PAUSE_S)
        self._hang_up()

    def _commit(self, group: list[_Entry]) -> None:
        try:
            results = self._results(group)
        except Exception as error:  # whatever it is, it belongs to whoever waits
            if len(group) > 1 and not self._is_passing(error):
                for entry in group:
                    self._commit([entry])
            else:
                _deliver(group, [_Failed(self._ours(error)) for _ in group])
        else:
            _deliver(group, results)

    def _results(self, group: list[_Entry]) -> list[Any]:
        """What came of each wish, committed; waits for a database that went away."""
        results: list[Any] = []
        unsure = ""
        while True:
            try:
                connection = self._connected()
                with connection.begin():
                    transaction = self._backend.take_turn(connection)
                    if not (unsure and self._backend.is_committed(connection, unsure)):
                        unsure = transaction
                        results = _granted(connection, group)
            except Exception as error:
                if not self._is_passing(error):
                    raise
                self._hang_up()
                if not self._patience.wait():
                    raise
            else:
                self._patience.restore()
                return results

    def _connected(self) -> Connection:
        """The one connection, kept open: taking it from a pool each time costs like a commit."""
        if self._connection is None:
            self._connection = self._engine.connect()
        return self._connection

    def _hang_up(self) -> None:
        if self._connection is not None:
            self._connection.invalidate()
            self._connection.close()
            self._connection = None
        self._engine.dispose()

    def _is_passing(self, error: Exception) -> bool:
        return self._backend.is_passing(vendor_error(error))

    def _ours(self, error: Exception) -> Exception:
        ours = self._translate(error)
        if ours is not error:
            ours.__cause__ = error
        return ours


def _granted(connection: Connection, group: list[_Entry]) -> list[Any]:
    """What came of each wish; those for the same work are granted together."""
    places: dict[Work, list[int]] = {}
    for place, entry in enumerate(group):
        places.setdefault(entry.work, []).append(place)
    results: list[Any] = [None] * len(group)
    for work, alike in places.items():
        granted = work(connection, [group[place].wish for place in alike])
        for place, result in zip(alike, granted, strict=True):
            results[place] = result
    return results


def _deliver(group: list[_Entry], results: list[Any]) -> None:
    """Tells everyone; each event loop is woken once a group and not once a write."""
    by_loop: dict[asyncio.AbstractEventLoop | None, list[tuple[_Entry, Any]]] = {}
    for told in zip(group, results, strict=True):
        by_loop.setdefault(told[0].loop, []).append(told)
    for loop, told_there in by_loop.items():
        if loop is None:
            _resolve(told_there)
            continue
        with suppress(RuntimeError):  # the loop is closed: nobody waits any more
            loop.call_soon_threadsafe(_resolve, told_there)


def _resolve(told: Iterable[tuple[_Entry, Any]]) -> None:
    for entry, result in told:
        if entry.future.cancelled():
            continue
        if isinstance(result, _Failed):
            entry.future.set_exception(result.error)
        else:
            entry.future.set_result(result)
