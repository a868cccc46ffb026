"""One run's ledger: its plan, its leases, and how each item ended.

Every method is one transaction. A finished item is one: its drafts, its state, and the check that
whoever finished it still held it. The ledger knows items by name and drafts by fingerprint; what
is in them it does not look at.
"""

import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from itertools import islice

from sqlalchemy import Connection

from groundsmith.errors import GroundsmithError, LeaseLost
from groundsmith.records import EVERYTHING, Draft, ItemState, Json, Selection
from groundsmith.runs.owner import is_dead, this_process
from groundsmith.store import drafts, item_leases, items, leases, need_graph, plans, runs, wallet
from groundsmith.store.database import Database
from groundsmith.store.drafts import Written
from groundsmith.store.item_leases import Ended
from groundsmith.store.items import LeasedItem, Needed, PlannedItem

_PLAN_BATCH = 500
_WAIT_S = 0.1

Clock = Callable[[], float]


class Ledger:
    """The ledger of run `run`, worked on by this process.

    Args:
        lease_s: How long a lease holds without a sign of life from this process.
        selection: Which of its items are worked on.
    """

    def __init__(
        self,
        database: Database,
        run: str,
        *,
        lease_s: float,
        selection: Selection = EVERYTHING,
        clock: Clock = time.time,
    ) -> None:
        self.run = run
        self._database = database
        self._lease_s = lease_s
        self._selection = selection
        self._clock = clock
        self._owner = this_process()
        database.write(lambda c: leases.add_owner(c, self._owner))
        self.free_the_dead()

    @property
    def owner(self) -> str:
        """This process, as others see it in the ledger."""
        return self._owner.id

    @property
    def heartbeat_s(self) -> float:
        """How often `extend` must be called for the leases to hold."""
        return self._lease_s / 4

    def close(self) -> None:
        """Gives back whatever this process still holds."""

        def leave(connection: Connection) -> None:
            wallet.bury(connection, self.run, self._owner.id, self._clock())
            item_leases.release(connection, self.run, self._owner.id)
            leases.remove_owner(connection, self._owner.id)

        self._database.write(leave)

    def free_the_dead(self) -> None:
        """Takes back what processes held that no longer live, without waiting for their leases."""
        for owner in self._database.fetch(leases.all_owners):
            if is_dead(owner):
                self._database.write(partial(self._bury, owner=owner.id))

    def _bury(self, connection: Connection, owner: str) -> None:
        """Books and frees what it held in any run: once it is forgotten, nobody else would."""
        for run in {self.run, *runs.all_ids(connection)}:
            wallet.bury(connection, run, owner, self._clock())
            item_leases.release(connection, run, owner)
        leases.remove_owner(connection, owner)

    @contextmanager
    def exclusive(self, what: str, waiting: Callable[[], None]) -> Iterator[None]:
        """The run-level lease for `what`; `waiting` is called while another process has it."""
        name = f"{self.run}/{what}"
        while not self._database.write(
            lambda c: leases.take(c, name, self._owner.id, self._clock(), self._expiry())
        ):
            waiting()
            self.free_the_dead()
            time.sleep(_WAIT_S)
        try:
            with self._beating():
                yield
        finally:
            self._database.write(lambda c: leases.give_back(c, name, self._owner.id))

    @contextmanager
    def _beating(self) -> Iterator[None]:
        """Keeps this process's leases alive from a thread: planning a million items never waits."""
        ended = threading.Event()

        def beat() -> None:
            # A ledger out of reach is met by the work itself, at its next write.
            with suppress(GroundsmithError):
                while not ended.wait(self.heartbeat_s):
                    self._database.write(self._prolong)

        thread = threading.Thread(target=beat, name="lease-heartbeat", daemon=True)
        thread.start()
        try:
            yield
        finally:
            ended.set()
            thread.join()

    def plan(self, planned: Iterable[PlannedItem]) -> int:
        """Brings a whole plan in, a batch in memory at a time; how many items left it."""
        number = self._database.write(lambda c: runs.next_plan(c, self.run))
        stream = iter(planned)
        while batch := list(islice(stream, _PLAN_BATCH)):
            self._database.write(partial(plans.plan, run=self.run, number=number, batch=batch))
        return self._database.write(lambda c: plans.finish_plan(c, self.run, number, self._clock()))

    def retry_failed(self) -> int:
        """How many failed items are tried again."""
        return self._database.write(lambda c: item_leases.retry_failed(c, self.run))

    def counts(self) -> dict[ItemState, int]:
        """How many of the selected items stand in which state."""
        return self._database.fetch(lambda c: items.counts(c, self.run, self._selection))

    def is_open(self) -> bool:
        """Whether any selected item is pending or leased."""
        return self._database.fetch(lambda c: items.is_open(c, self.run, self._selection))

    def cancel_requested(self) -> bool:
        """Whether somebody asked this run to stop."""
        return self._database.fetch(lambda c: runs.cancel_requested(c, self.run))

    async def claim(self, limit: int) -> list[LeasedItem]:
        """At most `limit` items to work on; empty where none is ready now."""
        while True:
            leased, adopted = await self._database.write_soon(
                lambda c: item_leases.claim(
                    c,
                    self.run,
                    owner=self._owner.id,
                    limit=limit,
                    selection=self._selection,
                    now=self._clock(),
                    expires_at=self._expiry(),
                )
            )
            if leased or not adopted:
                return leased

    def needed_drafts(self, wanted: Needed) -> dict[str, tuple[Draft, ...]]:
        """The drafts of what an item needs, by name."""
        return self._database.fetch(lambda c: need_graph.outputs(c, wanted)) if wanted else {}

    async def extend(self) -> None:
        """Prolongs everything this process holds."""
        await self._database.write_soon(self._prolong)

    def _prolong(self, connection: Connection) -> None:
        item_leases.extend(connection, self.run, self._owner.id, self._expiry())
        leases.extend(connection, self._owner.id, self._expiry())

    async def finish(
        self,
        lease: LeasedItem,
        made: Sequence[Draft],
        provenance: Mapping[str, Json],
        duration_s: float,
    ) -> None:
        """Stores an item's drafts and marks it DONE; raises LeaseLost for a stale holder."""
        ended = Ended(lease=lease, state=ItemState.DONE, duration_s=duration_s)
        whole = Written(fingerprint=lease.fingerprint, drafts=made, provenance=provenance)
        if not await self._database.write_together(self._finish, (ended, whole)):
            raise LeaseLost(lease.name)

    def _finish(
        self, connection: Connection, ended: Sequence[tuple[Ended, Written]]
    ) -> Sequence[bool]:
        held = item_leases.finish(connection, self.run, [one for one, _ in ended], self._clock())
        drafts.put(connection, [made for (_, made), done in zip(ended, held, strict=True) if done])
        return held

    async def fail(self, lease: LeasedItem, reason: str, cause: Json, duration_s: float) -> None:
        """Marks an item FAILED, keeps why, and blocks what needs it."""
        ended = Ended(lease=lease, state=ItemState.FAILED, duration_s=duration_s, reason=reason)

        def work(connection: Connection) -> None:
            now = self._clock()
            if not all(item_leases.finish(connection, self.run, [ended], now)):
                raise LeaseLost(lease.name)
            item_leases.add_dead_letter(connection, self.run, lease, cause, now)
            need_graph.block_dependents(connection, self.run, lease.name)

        await self._database.write_soon(work)

    def _expiry(self) -> float:
        return self._clock() + self._lease_s
