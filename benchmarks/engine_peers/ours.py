"""Groundsmith's whole engine on the common job: ledger, leases, budget, stored answers, events.

The same wiring as a run's, with a recipe of one question an item. Planning is measured too: it is
what the others do when they take their rows in.
"""

from collections.abc import Iterator, Sequence

from engine_peers.stopwatch import MAX_OUTPUT_TOKENS, SYSTEM, Task, Work, run
from groundsmith.app.listeners import everyone, into_ledger
from groundsmith.app.loop import run_async
from groundsmith.app.meter import count, metered
from groundsmith.app.models import ChosenModel, asking
from groundsmith.events import Emit, PhaseStarted
from groundsmith.llm.build import price_of
from groundsmith.llm.settings import ModelSettings
from groundsmith.ops.logs import Logs, as_emit, tagged
from groundsmith.records import PICO, Draft, ItemState, Request, sha256
from groundsmith.runs.engine import Engine, Performed
from groundsmith.runs.ledger import Ledger
from groundsmith.runs.stop import Stop
from groundsmith.seams import Model
from groundsmith.store import runs
from groundsmith.store.database import Database
from groundsmith.store.items import LeasedItem, PlannedItem

RUN = "benchmark"
LEASE_S = 60.0
BUDGET_USD = 1_000


def prepare(task: Task) -> Work:
    """Opens an empty ledger and its log."""
    prompts = task.prompts()
    database = Database.open(str(task.folder / "ledger.db"))
    database.write(
        lambda c: runs.start(
            c, run=RUN, out="", recipe=("qa", 1), inputs=[], settings={}, fresh=False, now=0.0
        )
    )
    logs = Logs(task.folder / "logs", level="info", mask=lambda text: text)
    emit = everyone(as_emit(logs.logger("run")), count, into_ledger(database, RUN))

    def work() -> int:
        delivered = worked(task, database, prompts, emit)
        logs.close()
        database.close()
        return delivered

    return work


def worked(task: Task, database: Database, prompts: Sequence[str], emit: Emit) -> int:
    """How many items are done, after planning and performing them all."""
    ledger = Ledger(database, RUN, lease_s=LEASE_S)
    emit(PhaseStarted(phase="plan"))
    ledger.plan(planned(prompts))
    emit(PhaseStarted(phase="write"))
    run_async(driven(task, database, ledger, emit))
    delivered = ledger.counts().get(ItemState.DONE, 0)
    ledger.close()
    return delivered


async def driven(task: Task, database: Database, ledger: Ledger, emit: Emit) -> None:
    """Performs every item of the plan with the model and its whole stack."""
    chosen = chosen_for(task)
    async with asking(
        lambda: chosen,
        database,
        RUN,
        ledger.owner,
        generation=0,
        emit=emit,
        waiting=ledger.free_the_dead,
    ) as model:

        async def perform(lease: LeasedItem) -> Performed:
            with tagged(item=lease.name), metered() as meter:
                draft = await answered(lease.payload.decode(), model)
            return Performed(drafts=[draft], provenance=meter.as_json())

        in_flight = 2 * task.in_flight  # items, as in a run; the model has its calls
        await Engine(ledger, perform, in_flight=in_flight, emit=emit, stop=Stop()).work()


async def answered(prompt: str, model: Model) -> Draft:
    """One question's draft."""
    request = Request(
        system=SYSTEM,
        messages=(("user", prompt),),
        max_output_tokens=MAX_OUTPUT_TOKENS,
        temperature=0.0,
    )
    completion = await model.complete(request)
    return Draft(part=0, content={"answer": completion.text}, citations=(), writer="model:fake")


def planned(prompts: Sequence[str]) -> Iterator[PlannedItem]:
    """One item a prompt."""
    for ordinal, prompt in enumerate(prompts):
        yield PlannedItem(
            name=f"row-{ordinal}",
            ordinal=ordinal,
            fingerprint=sha256(prompt),
            payload=prompt.encode(),
        )


def chosen_for(task: Task) -> ChosenModel:
    """The provider's model under a budget that it does not reach."""
    settings = ModelSettings.model_validate(
        {
            "provider": "custom",
            "model": "fake",
            "base_url": task.base_url,
            "in_flight": task.in_flight,
            "price": {"input": 1.0, "output": 2.0},
        }
    )
    return ChosenModel(
        name="fake", settings=settings, price=price_of(settings), budget=BUDGET_USD * PICO
    )


if __name__ == "__main__":
    run(["groundsmith", "aiohttp", "uvloop", "SQLAlchemy"], prepare)
