"""One run's wallet and answers, as the calls of this process see them.

Whoever finds no room waits in a queue of which only the head asks again: when something is closed
in this process, and now and then for what other processes close. Waiting calls would otherwise
crowd the ledger with questions. The queue is fair, so a dear call is not overtaken for ever.
"""

import asyncio
from collections.abc import Callable

from groundsmith.errors import BudgetReached
from groundsmith.records import Answer, Completion, in_dollars
from groundsmith.seams import Clock
from groundsmith.store import answers, wallet
from groundsmith.store.database import Database
from groundsmith.store.wallet import MustWait, NoRoom, Reserved

_ASK_AGAIN_S = 0.1


class RunWallet:
    """Seams Wallet and Answers over the ledger; belongs to one event loop.

    Args:
        owner: This process, as the ledger knows it; after its death others book what it held.
        limit: The run's lifetime total as the settings have it now; `None` is none.
        waiting: Called while a call waits: to find out whether another owner died.
    """

    def __init__(
        self,
        database: Database,
        run: str,
        owner: str,
        *,
        limit: Callable[[], int | None],
        clock: Clock,
        waiting: Callable[[], None],
    ) -> None:
        self._database = database
        self._run = run
        self._owner = owner
        self._limit = limit
        self._clock = clock
        self._waiting = waiting
        self._head = asyncio.Lock()
        self._closed = asyncio.Event()

    async def reserve(self, worst_case: int) -> str:
        """A committed reservation's id; raises BudgetReached where nothing open can make room."""
        reserved = None if self._head.locked() else await self._asked(worst_case)
        if reserved is None:
            async with self._head:
                while reserved is None:
                    self._closed.clear()
                    reserved = await self._asked(worst_case)
                    if reserved is None:
                        await self._something_closed()
        return str(reserved.reservation)

    async def settle(self, reservation: str, cost: int | None, answer: Answer | None) -> None:
        """Books `cost`, or the worst case where it is unknown, and stores the answer with it."""
        number, now = int(reservation), self._clock.now()
        try:
            if answer is not None:
                await self._database.write_soon(
                    lambda c: answers.answer_and_settle(c, self._run, answer, number, cost, now)
                )
            elif cost is not None:
                await self._database.write_soon(lambda c: wallet.settle(c, number, cost, now))
            else:
                await self._database.write_soon(lambda c: wallet.unsettle(c, number, now))
        finally:
            self._closed.set()

    async def find(self, key: str) -> Completion | None:
        """The stored answer.

        Read by the writer: in its group a look costs less than on a connection of its own, and
        the event loop does not wait for it.
        """
        return await self._database.write_soon(lambda c: answers.get(c, key))

    async def _asked(self, worst_case: int) -> Reserved | None:
        """The reservation; `None` where there may be room later."""
        limit, now = self._limit(), self._clock.now()
        asked = self._database.write_soon(
            lambda c: wallet.reserve(c, self._run, self._owner, worst_case, limit, now)
        )
        try:
            outcome = await asyncio.shield(asked)
        except asyncio.CancelledError:
            asked.add_done_callback(self._give_back)
            raise
        if isinstance(outcome, NoRoom):
            raise BudgetReached(in_dollars(outcome.booked), in_dollars(outcome.limit))
        return outcome if isinstance(outcome, Reserved) else None

    def _give_back(self, asked: "asyncio.Future[Reserved | MustWait | NoRoom]") -> None:
        """Books nothing for a reservation whose call was cancelled before it was made."""
        if asked.cancelled() or asked.exception() is not None:
            return
        outcome, now = asked.result(), self._clock.now()
        if isinstance(outcome, Reserved):
            self._database.write_soon(lambda c: wallet.settle(c, outcome.reservation, 0, now))
            self._closed.set()

    async def _something_closed(self) -> None:
        try:
            await asyncio.wait_for(self._closed.wait(), _ASK_AGAIN_S)
        except TimeoutError:
            self._waiting()
