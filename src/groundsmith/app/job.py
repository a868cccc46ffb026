"""A recipe's run from its inputs to its output folder: the same steps for every recipe.

    read → plan → write → judge → curate and export

Each step leaves its work in the ledger, so that the same command after a kill repeats nothing that
was finished. Reading and planning, and later curating and exporting, are done by one process at a
time; items are shared by all that work on the run.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import (
    contextmanager,
)
from dataclasses import asdict, dataclass, field, replace
from functools import partial
from pathlib import Path

from groundsmith.app.intake import Intake, Reading
from groundsmith.app.judging import Judging
from groundsmith.app.loop import run_async
from groundsmith.app.meter import Meter, metered
from groundsmith.app.opened import OpenedRun
from groundsmith.app.progress import told
from groundsmith.app.publish import Facts, publish
from groundsmith.app.reload import LiveSettings
from groundsmith.app.staff import Staff, staffed
from groundsmith.errors import BudgetBreach, BudgetReached, Interrupted, ModelNeeded, RunStopped
from groundsmith.events import Emit, PhaseStarted, Planned
from groundsmith.export.folder import FolderSummary
from groundsmith.ops.logs import tagged
from groundsmith.records import EVERYTHING, ItemState, Json, Selection, fingerprint
from groundsmith.runs.engine import Engine, Performed
from groundsmith.runs.ledger import Ledger
from groundsmith.runs.stop import Stop
from groundsmith.seams import Kit, Recipe
from groundsmith.settings import hidden, secrets_of
from groundsmith.store.items import LeasedItem, PlannedItem


@dataclass(frozen=True, slots=True, kw_only=True)
class JobRequest:
    """What a person asks for on the command line.

    Attributes:
        selection: Which items of the plan are worked on and exported.
        retry_failed: Try items again that failed before.
        fresh: Write everything anew, as a new generation; deletes nothing.
        resumed: Goes on with the inputs of last time; standard input is not read again.
    """

    recipe: str
    inputs: tuple[str, ...]
    out: Path
    selection: Selection = EVERYTHING
    retry_failed: bool = False
    fresh: bool = False
    split_tiers: bool = False
    resumed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How a run ended: what it read, what became of its items, and what was exported."""

    recipe: str
    intake: Intake
    items: dict[ItemState, int]
    folder: FolderSummary
    exit_code: int

    def as_json(self) -> dict[str, Json]:
        """For `--json`."""
        return {
            "out": str(self.folder.out),
            "records": self.folder.record_count,
            "rejected": self.folder.rejected_count,
            "tiers": dict(self.folder.tiers),
            "items": {state.value: count for state, count in self.items.items()},
            "sources": self.intake.source_count,
            "skipped": [asdict(skip) for skip in self.intake.skipped],
            "exit_code": self.exit_code,
        }


@dataclass(slots=True, kw_only=True)
class Job:
    """One execution of a run.

    Attributes:
        live: The run's settings as they are now; in `run` they are as they were at its start.
        asked: Hears of every call that this execution makes.
    """

    request: JobRequest
    run: OpenedRun
    live: LiveSettings
    ledger: Ledger
    emit: Emit
    asked: Meter
    stop: Stop
    started_at: float
    durations_s: dict[str, float] = field(default_factory=dict)

    def work(self) -> Outcome:
        """All steps; what an earlier execution left done is not done again."""
        with self.ledger.exclusive("plan", self.check):
            with self.step("read"):
                intake = self.read()
            with self.step("plan"):
                self.plan()
        with staffed(self.run) as staff:
            with self.step("write"), self.stopping() as stopped:
                run_async(self.write(staff))
            with self.step("judge"), self.stopping() as stopped_judging:
                run_async(self.judging.all(staff, self.request.selection, self.check))
        with self.ledger.exclusive("export", self.check), self.step("export"):
            folder = self.publish(intake)
        if stops := stopped + stopped_judging:
            raise stops[0]
        items = self.ledger.counts()
        return Outcome(
            recipe=self.request.recipe,
            intake=intake,
            items=items,
            folder=folder,
            exit_code=self._exit_code(intake, items, folder),
        )

    def read(self) -> Intake:
        """Brings the ledger's documents up to date with the inputs."""
        reading = Reading(self.run, emit=self.emit, resumed=self.request.resumed)
        return reading.read(self.check)

    def plan(self) -> None:
        """Brings the recipe's items into the ledger."""
        superseded = self.ledger.plan(self._planned())
        if self.request.retry_failed:
            self.ledger.retry_failed()
        counts = self.ledger.counts()
        self.emit(
            Planned(
                item_count=sum(counts.values()),
                pending_count=counts.get(ItemState.PENDING, 0),
                reused_count=counts.get(ItemState.DONE, 0),
                superseded_count=superseded,
                selection=self.request.selection,
                made_of=hidden(self.run.hashes.made_of, secrets_of()),
            )
        )

    @property
    def judging(self) -> Judging:
        """How its drafts are judged."""
        writes = self.run.model
        writer = None if writes is None else lambda: self.live.model or writes
        return Judging(run=self.run, ledger=self.ledger, emit=self.emit, writer=writer)

    async def write(self, staff: Recipe | Staff) -> None:
        """Writes every item that is not written yet, with the run's model if it has one."""
        chosen, workers = self.run.model, self.run.settings.run.workers
        if chosen is None:
            await self._drive(staff, self.run.kit, lambda: self._in_flight * workers)
            return
        asking = self.run.asking(lambda: self.live.model or chosen, self.ledger, self.emit)
        async with asking as model:
            # Items whose call waits for its next attempt hold a place here and none there; those
            # that wait for a batch must all be here, or it would go out before it is full.
            batch = chosen.settings.batch.calls_max if chosen.batched else 0
            async with told(self.run.database, self.run.out.run, self.emit):
                kit = replace(self.run.kit, model=model)
                await self._drive(staff, kit, lambda: max(batch, 2 * self._in_flight))
        self._require_an_answer(chosen.name)

    @property
    def _in_flight(self) -> int:
        return self.live.settings.run.in_flight

    async def _drive(self, staff: Recipe | Staff, kit: Kit, in_flight: Callable[[], int]) -> None:
        def watching() -> int:
            self.live.look()
            return in_flight()

        engine = Engine(
            self.ledger,
            partial(self._perform, staff, kit),
            in_flight=in_flight(),
            emit=self.emit,
            stop=self.stop,
            watching=watching,
        )
        await engine.work()

    def publish(self, intake: Intake) -> FolderSummary:
        """Curates and exports what is stored."""
        facts = Facts(
            request_inputs=self.request.inputs,
            started_at=self.started_at,
            items=self.ledger.counts(),
            skipped=tuple(intake.skipped),
            durations_s=self.durations_s,
        )
        return publish(
            self.run,
            facts,
            selection=self.request.selection,
            split_tiers=self.request.split_tiers,
            emit=self.emit,
        )

    def check(self) -> None:
        """Raises Interrupted where the run was asked to stop."""
        if self.stop.requested:
            counts = self.ledger.counts()
            done = counts.get(ItemState.DONE, 0)
            raise Interrupted(done, sum(counts.values()) - done)

    @contextmanager
    def stopping(self) -> Iterator[list[RunStopped]]:
        """Keeps what stopped the run for want of money or of a model: what is done is exported."""
        stopped: list[RunStopped] = []
        try:
            yield stopped
        except (BudgetReached, BudgetBreach, ModelNeeded) as error:
            stopped.append(error)

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Announces a step and takes its time."""
        self.emit(PhaseStarted(phase=name))
        started = time.monotonic()
        yield
        self.durations_s[name] = round(time.monotonic() - started, 3)

    def _require_an_answer(self, model: str) -> None:
        """Raises ModelNeeded where all calls of this execution failed and items failed of it."""
        asked = self.asked
        failed = self.ledger.counts().get(ItemState.FAILED, 0)
        if failed and asked.failed_calls and not asked.calls and not asked.cache_hits:
            raise ModelNeeded(
                f"{model}: none of {asked.failed_calls} calls was answered "
                f"({asked.last_failure}); once it answers: the same command with --retry-failed"
            )

    def _planned(self) -> Iterator[PlannedItem]:
        recipe = self.run.recipe
        for ordinal, item in enumerate(recipe.plan(self.run.corpus)):
            self.check()
            yield PlannedItem(
                name=item.name,
                ordinal=ordinal,
                fingerprint=fingerprint(
                    recipe=recipe.name,
                    version=recipe.version,
                    settings_sha256=self.run.hashes.write,
                    inputs=item.inputs,
                    template=item.template,
                ),
                payload=self.run.passages.pack(item.inputs, item.template),
                needs=item.needs,
                category=item.category,
                priority=item.priority,
            )

    async def _perform(self, staff: Recipe | Staff, kit: Kit, lease: LeasedItem) -> Performed:
        started = time.monotonic()
        with tagged(item=lease.name), metered() as meter:
            if lease.needs:
                kit = replace(kit, needs=self.ledger.needed_drafts(lease.needs))
            item = self.run.item(lease.name, lease.category, lease.payload, kit)
            made = await staff.write(item, kit)
        provenance = {
            "run": self.run.out.run,
            "written_at": time.time(),
            "attempts": lease.attempt,
            "latency_s": round(time.monotonic() - started, 6),
            **meter.as_json(),
            **({"needs": dict(lease.needs)} if lease.needs else {}),
        }
        return Performed(drafts=made, provenance=provenance)

    def _exit_code(self, intake: Intake, items: dict[ItemState, int], folder: FolderSummary) -> int:
        allowed = self.run.settings.run.max_rejected
        draft_count = folder.record_count + folder.rejected_count
        too_many = allowed is not None and folder.rejected_count > allowed * draft_count
        failed = items.get(ItemState.FAILED, 0) + items.get(ItemState.BLOCKED, 0)
        return int(bool(intake.failed or failed or too_many))
