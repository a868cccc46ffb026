"""One run's wallet and answers, as the calls of this process see them.

Whoever finds no room waits in a queue of which only the head asks again: when something is closed
in this process, and now and then for what other processes close. Waiting calls would otherwise
crowd the ledger with questions. The queue is fair, so a dear call is not overtaken for ever.
"""

import asyncio
from collections.abc import Callable, Sequence

from sqlalchemy import Connection

from groundsmith.errors import BudgetReached
from groundsmith.records import Answer, Completion, in_dollars
from groundsmith.seams import Clock
from groundsmith.store import answers, wallet
from groundsmith.store.database import Database
from groundsmith.store.wallet import MustWait, NoRoom, Reserved, Settlement

Outcome = Reserved | MustWait | NoRoom

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
        self._coming: dict[str, Completion] = {}
        self._lost: BaseException | None = None

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
        """Books `cost`, or the worst case where it is unknown, and stores the answer with it.

        It is not waited for, so that the next call need not wait either: whatever builds on the
        answer is committed after it. Where it cannot be booked, no other call is made.
        """
        call = "" if answer is None else answer.key
        settlement = Settlement(reservation=int(reservation), cost=cost, call=call)
        if answer is not None:
            self._coming[call] = answer.completion
        self._hand_in(settlement, answer)

    async def settle_with(
        self, reservation: str, cost: int | None, keep: Callable[[Connection], None]
    ) -> None:
        """Books `cost`, as `settle` does, with what `keep` writes; returns once both are committed.

        It is done even where whoever waits for it is cancelled.
        """
        settlement = Settlement(reservation=int(reservation), cost=cost)

        def work(connection: Connection) -> None:
            wallet.settle(connection, self._run, [settlement], self._clock.now())
            keep(connection)

        await asyncio.shield(self._database.write_soon(work))
        self._closed.set()

    async def find(self, key: str) -> Completion | None:
        """The stored answer, or one that is about to be.

        Read by the writer: in a batch a look costs less than on a connection of its own, and the
        event loop does not wait for it.
        """
        return self._coming.get(key) or await self._database.write_together(answers.get, key)

    async def booked(self) -> None:
        """Returns once all that was settled is booked; raises what kept it from being so."""
        await self._database.write_soon(lambda _: None)
        if self._lost is not None:
            raise self._lost

    def _hand_in(self, settlement: Settlement, answer: Answer | None) -> None:
        booked = self._database.write_together(self._settle, (settlement, answer))
        booked.add_done_callback(lambda done: self._settled(settlement.call, done))

    def _settled(self, call: str, booked: "asyncio.Future[None]") -> None:
        self._coming.pop(call, None)
        self._lost = self._lost or booked.exception()
        self._closed.set()

    async def _asked(self, worst_case: int) -> Reserved | None:
        """The reservation; `None` where there may be room later."""
        if self._lost is not None:
            raise self._lost
        asked = self._database.write_together(self._reserve, worst_case)
        try:
            outcome = await asyncio.shield(asked)
        except asyncio.CancelledError:
            asked.add_done_callback(self._give_back)
            raise
        if isinstance(outcome, NoRoom):
            raise BudgetReached(in_dollars(outcome.booked), in_dollars(outcome.limit))
        return outcome if isinstance(outcome, Reserved) else None

    def _give_back(self, asked: "asyncio.Future[Outcome]") -> None:
        """Books nothing for a reservation whose call was cancelled before it was made."""
        if asked.cancelled() or asked.exception() is not None:
            return
        outcome = asked.result()
        if isinstance(outcome, Reserved):
            self._hand_in(Settlement(reservation=outcome.reservation, cost=0), None)

    async def _something_closed(self) -> None:
        try:
            await asyncio.wait_for(self._closed.wait(), _ASK_AGAIN_S)
        except TimeoutError:
            self._waiting()

    def _reserve(self, connection: Connection, worst_cases: Sequence[int]) -> list[Outcome]:
        limit, now = self._limit(), self._clock.now()
        return wallet.reserve(connection, self._run, self._owner, worst_cases, limit, now)

    def _settle(
        self, connection: Connection, ended: Sequence[tuple[Settlement, Answer | None]]
    ) -> list[None]:
        settlements = [settlement for settlement, _ in ended]
        brought = [answer for _, answer in ended if answer is not None]
        now = self._clock.now()
        answers.answer_and_settle(connection, self._run, settlements, brought, now)
        return [None] * len(ended)
