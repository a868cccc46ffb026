"""Many small wishes, done in one piece of work.

While the writer is busy with a commit, tasks go on wishing; the next piece of work takes all that
came in the meantime. So a batch is as large as the load makes it, a lone wish waits for nobody,
and what was wished is done whether or not its task, or its event loop, still lives. A batch that
fails is done again wish by wish, so that a bad one fails alone.
"""

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from sqlalchemy import Connection

from groundsmith.store.database import Database

A = TypeVar("A")
R = TypeVar("R")


class _Batch(Generic[A, R]):
    """What one piece of work has taken; kept, for the work may run twice."""

    def __init__(self) -> None:
        self.taken: list[tuple[A, asyncio.Future[R]]] = []
        self.begun = False


class Gather(Generic[A, R]):
    """Has `work` done for whatever was added; it returns one result for each, in their order."""

    def __init__(
        self, database: Database, work: Callable[[Connection, Sequence[A]], Sequence[R]]
    ) -> None:
        self._database = database
        self._work = work
        self._waiting: deque[tuple[A, asyncio.Future[R]]] = deque()
        self._handed_in = False

    def add(self, wish: A) -> "asyncio.Future[R]":
        """The result for `wish`, once it is committed; for a task of the running loop."""
        future: asyncio.Future[R] = asyncio.get_running_loop().create_future()
        self._waiting.append((wish, future))
        if not self._handed_in:
            self._handed_in = True
            batch: _Batch[A, R] = _Batch()
            done = self._database.write_soon(lambda c: self._run(c, batch))
            done.add_done_callback(lambda told: self._tell(batch, told))
        return future

    def _run(self, connection: Connection, batch: _Batch[A, R]) -> Sequence[R]:
        # In this order: whatever is added from here on either is taken now or finds no work.
        self._handed_in = False
        batch.begun = True
        while self._waiting:
            batch.taken.append(self._waiting.popleft())
        return self._work(connection, [wish for wish, _ in batch.taken]) if batch.taken else ()

    def _tell(self, batch: _Batch[A, R], told: "asyncio.Future[Sequence[R]]") -> None:
        error = told.exception()
        if error is None:
            for (_, future), result in zip(batch.taken, told.result(), strict=True):
                if not future.done():
                    future.set_result(result)
        elif batch.begun and len(batch.taken) > 1:
            for one in batch.taken:
                self._do_alone(one)
        else:
            self._tell_failed(batch, error)

    def _do_alone(self, one: tuple[A, "asyncio.Future[R]"]) -> None:
        batch: _Batch[A, R] = _Batch()
        batch.taken, batch.begun = [one], True
        done = self._database.write_soon(lambda c: self._work(c, [one[0]]))
        done.add_done_callback(lambda told: self._tell(batch, told))

    def _tell_failed(self, batch: _Batch[A, R], error: BaseException) -> None:
        if not batch.begun:  # the database was gone: nobody else will come for those who wait
            self._handed_in = False
            while self._waiting:
                batch.taken.append(self._waiting.popleft())
        for _, future in batch.taken:
            if not future.done():
                future.set_exception(error)
