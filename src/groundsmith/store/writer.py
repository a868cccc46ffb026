"""One thread that writes: work handed in while a commit runs is committed together with the next.

Grouping costs nobody a wait: a lone write is committed at once, and a busy run's writes share the
price of a commit. A batch that fails is rolled back and done again one by one, so that one bad
write neither takes its neighbours along nor costs every write a savepoint.
"""

import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine

T = TypeVar("T")
Work = Callable[[Connection], Any]
Translate = Callable[[Exception], Exception]

_GROUP_MAX = 256


class Writer:
    """Takes work, returns futures that are done once it is committed."""

    def __init__(self, engine: Engine, translate: Translate) -> None:
        self._engine = engine
        self._translate = translate
        self._queue: queue.SimpleQueue[tuple[Work, Future[Any]] | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._loop, name="ledger-writer", daemon=True)
        self._thread.start()

    def submit(self, work: Callable[[Connection], T]) -> "Future[T]":
        """A future of `work`'s result, resolved after its commit; work may run twice."""
        future: Future[T] = Future()
        self._queue.put((work, future))
        return future

    def close(self) -> None:
        """Everything handed in is committed; then the thread ends."""
        self._queue.put(None)
        self._thread.join()

    def _loop(self) -> None:
        open_ = True
        while open_:
            group: list[tuple[Work, Future[Any]]] = []
            entry = self._queue.get()
            while entry is not None:
                group.append(entry)
                if len(group) == _GROUP_MAX or self._queue.empty():
                    break
                entry = self._queue.get()
            open_ = entry is not None
            self._commit(group)

    def _commit(self, group: list[tuple[Work, Future[Any]]]) -> None:
        try:
            with self._engine.begin() as connection:
                results = [work(connection) for work, _ in group]
        except Exception as error:  # whatever it is, it belongs to whoever waits
            if len(group) > 1:
                for entry in group:
                    self._commit([entry])
            elif group:
                group[0][1].set_exception(self._translate(error))
        else:
            for (_, future), result in zip(group, results, strict=True):
                future.set_result(result)
