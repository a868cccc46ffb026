"""An account that commands without a run pay a model from.

All commands of its name that keep their state in one place share it: its budget is a wall over
every process that asks at the same time, and over its whole life, as a run's is. It stands among
the runs, so `status` shows what was spent. Answers are stored beside it, each in one commit with
its cost, so a process that is killed pays again for what was in flight and nothing else.
"""

from collections.abc import Awaitable, Callable
from contextlib import closing
from dataclasses import dataclass
from typing import Generic, TypeVar

from groundsmith.app.booking import booked
from groundsmith.app.loop import run_async
from groundsmith.app.meter import Meter
from groundsmith.app.models import ChosenModel, asking
from groundsmith.app.state import open_own_ledger, state_of
from groundsmith.errors import GroundsmithError
from groundsmith.runs.ledger import Ledger
from groundsmith.seams import Model
from groundsmith.settings import Loaded
from groundsmith.store import wallet
from groundsmith.store.database import Database

_VERSION = 1

T = TypeVar("T")
Work = Callable[[Model, Database, Meter], Awaitable[tuple[T, GroundsmithError | None]]]
"""What asks: gives what it found, and what stopped it before its end, if anything did."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paid(Generic[T]):
    """What came of asking, and what it took.

    Attributes:
        asked: By this command.
        spent: Of the account over its whole life, in pico-dollars; `budget` is its limit.
        stopped: What ended the asking before its end.
    """

    found: T
    asked: Meter
    spent: int
    budget: int | None
    stopped: GroundsmithError | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """The row among the runs that money is booked under.

    Attributes:
        id: Its id there.
        command: The command that goes on with it.
    """

    id: str
    command: str

    def pay(self, work: Work[T], chosen: ChosenModel, loaded: Loaded) -> Paid[T]:
        """What `work` finds with a model; how it was stopped is booked, and given back."""
        paid: Paid[T] | None = None
        with open_own_ledger(loaded) as database:
            try:
                with (
                    booked(
                        database,
                        run=self.id,
                        out=state_of(loaded),
                        recipe=(self.command, _VERSION),
                        inputs=[],
                        settings=loaded.settings,
                    ),
                    closing(
                        Ledger(database, self.id, lease_s=loaded.settings.run.lease_s)
                    ) as ledger,
                ):
                    paid = run_async(self._paid(work, chosen, database, ledger))
                    if paid.stopped:
                        raise paid.stopped  # to be booked as how it ended
            except GroundsmithError as error:
                if paid is None or error is not paid.stopped:
                    raise
        return paid

    async def _paid(
        self, work: Work[T], chosen: ChosenModel, database: Database, ledger: Ledger
    ) -> Paid[T]:
        asked = Meter()
        async with asking(
            lambda: chosen,
            database,
            self.id,
            ledger.owner,
            generation=0,
            emit=asked.add,
            waiting=ledger.free_the_dead,
        ) as model:
            found, stopped = await work(model, database, asked)
        money = database.fetch(lambda connection: wallet.totals(connection, self.id))
        return Paid(
            found=found,
            asked=asked,
            spent=money.booked if money else 0,
            budget=chosen.budget,
            stopped=stopped,
        )
