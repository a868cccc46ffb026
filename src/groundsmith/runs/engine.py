"""Works a ledger's items off: claim, perform, store; at most `in_flight` at a time.

It knows keyed items and one async function that performs them, so it is tested with integers. Items
are claimed in groups and finished one by one, each in a transaction of its own that the writer
commits together with its neighbours'. An expected failure of one item is decided by `decide`;
anything unexpected fails that item alone and is kept as its dead letter.
"""

import asyncio
import time
import traceback
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass

from groundsmith.errors import Interrupted, ItemError
from groundsmith.events import Emit, ItemFinished
from groundsmith.records import Draft, ItemState, Json
from groundsmith.runs.decide import Next, decide
from groundsmith.runs.ledger import Ledger
from groundsmith.runs.room import Room
from groundsmith.runs.stop import Stop
from groundsmith.store.items import LeasedItem

_WATCH_S = 0.5
_TRACE_CHARS = 4000


@dataclass(frozen=True, slots=True, kw_only=True)
class Performed:
    """What performing an item gave: its drafts, and how they came about."""

    drafts: Sequence[Draft]
    provenance: Mapping[str, Json]


Perform = Callable[[LeasedItem], Awaitable[Performed]]


class Engine:
    """Drives one ledger to its end, or to the first request to stop.

    Args:
        in_flight: Items in work at once, to begin with.
        watching: Called about twice a second; says how many may be in work from then on.
    """

    def __init__(
        self,
        ledger: Ledger,
        perform: Perform,
        *,
        in_flight: int,
        emit: Emit,
        stop: Stop,
        watching: Callable[[], int] | None = None,
    ) -> None:
        self._ledger = ledger
        self._perform = perform
        self._room = Room(in_flight)
        self._queue: asyncio.Queue[LeasedItem] = asyncio.Queue(maxsize=in_flight)
        self._open_count = 0
        self._ended = asyncio.Event()
        self._workers: list[asyncio.Task[None]] = []
        self._watching = watching or (lambda: in_flight)
        self._emit = emit
        self._stop = stop
        self._halted: Exception | None = None

    async def work(self) -> None:
        """Returns when no item is left to do; raises what halted the run, or Interrupted."""
        self._fill_the_room()
        watch = asyncio.create_task(self._watch())
        try:
            await self._feed()
            await self._queue.join()
        finally:
            tasks = (watch, *self._workers)
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
        if self._halted is not None:
            raise self._halted
        if self._stop.requested:
            raise self._interrupted()

    async def _feed(self) -> None:
        """Claims while there is room; waits for others' items where none of ours is left.

        Whatever of ours ends may be what another item needs, so it is looked again at once.
        """
        while not self._ending():
            self._ended.clear()
            leased = await self._ledger.claim(limit=self._room.limit)
            for item in leased:
                self._open_count += 1
                await self._queue.put(item)
            if leased:
                continue
            if self._open_count:
                await self._ended.wait()
                continue
            if not self._ledger.is_open():
                return
            self._ledger.free_the_dead()
            await asyncio.sleep(_WATCH_S)

    async def _worker(self) -> None:
        while True:
            item = await self._queue.get()
            try:
                async with self._room:
                    if not self._ending():
                        await self._attempt(item)
            except Exception as error:  # the ledger itself failed: nothing can go on
                self._halt(error)
            finally:
                self._open_count -= 1
                self._ended.set()
                self._queue.task_done()

    async def _attempt(self, item: LeasedItem) -> None:
        started = time.monotonic()
        try:
            performed = await self._perform(item)
            took = time.monotonic() - started
            await self._ledger.finish(item, performed.drafts, performed.provenance, took)
        except Exception as error:  # decide() knows the expected ones; others fail this item alone
            await self._after_failure(item, error, time.monotonic() - started)
        else:
            self._report(item, ItemState.DONE, len(performed.drafts), took)

    async def _after_failure(self, item: LeasedItem, error: Exception, took: float) -> None:
        reason = str(error) or type(error).__name__
        match decide(error):
            case Next.HALT:
                self._halt(error)
            case Next.DROP:
                pass
            case Next.FAIL:
                await self._ledger.fail(item, reason, _dead_letter(error, reason), took)
                self._report(item, ItemState.FAILED, 0, took, reason)

    async def _watch(self) -> None:
        """Keeps the leases alive, makes room as it is told, and looks for a cancelled run."""
        beat = time.monotonic()
        while True:
            await asyncio.sleep(_WATCH_S)
            try:
                if self._ledger.cancel_requested():
                    self._stop.request("the run was cancelled")
                if time.monotonic() - beat > self._ledger.heartbeat_s:
                    beat = time.monotonic()
                    await self._ledger.extend()
                self._room.allow(self._watching())
                self._fill_the_room()
            except Exception as error:  # without leases the work would be done twice
                self._halt(error)

    def _fill_the_room(self) -> None:
        """As many workers as may be at work; where there are more already, some wait."""
        while len(self._workers) < self._room.limit:
            self._workers.append(asyncio.create_task(self._worker()))

    def _ending(self) -> bool:
        return self._stop.requested or self._halted is not None

    def _halt(self, error: Exception) -> None:
        self._halted = self._halted or error

    def _interrupted(self) -> Interrupted:
        counts = self._ledger.counts()
        done = counts.get(ItemState.DONE, 0)
        return Interrupted(done, sum(counts.values()) - done)

    def _report(
        self, item: LeasedItem, state: ItemState, drafts: int, took: float, reason: str = ""
    ) -> None:
        self._emit(
            ItemFinished(
                item=item.name,
                category=item.category,
                state=state,
                draft_count=drafts,
                duration_s=took,
                reason=reason,
            )
        )


def _dead_letter(error: Exception, reason: str) -> dict[str, Json]:
    """All that is known of a failure, for the ledger."""
    known = error.dead_letter if isinstance(error, ItemError) else {}
    trace = "".join(traceback.format_exception(error))[-_TRACE_CHARS:]
    return {"error": type(error).__name__, "message": reason, "trace": trace, **known}
