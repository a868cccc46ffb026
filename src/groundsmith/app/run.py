"""Opens what a run needs, runs it, and books how it ended."""

import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from groundsmith.app.booking import booked
from groundsmith.app.job import Job, JobRequest, Outcome
from groundsmith.app.listeners import RunLog, everyone, into_ledger
from groundsmith.app.meter import Meter, count
from groundsmith.app.opened import opened
from groundsmith.app.out import OutFolder, open_out
from groundsmith.app.recipes import build_recipe
from groundsmith.app.reload import LiveSettings
from groundsmith.app.state import open_ledger_of, out_for
from groundsmith.events import Emit
from groundsmith.ops.logs import Logs, tagged
from groundsmith.runs.ledger import Ledger
from groundsmith.runs.stop import Stop
from groundsmith.settings import Loaded, secrets_of


def run_job(request: JobRequest, loaded: Loaded, *, emit: Emit, stop: Stop) -> Outcome:
    """Runs a recipe into its output folder, or goes on where an earlier run of it stopped.

    What it needs, `preflight` has seen before.
    """
    out = out_for(request.out, request.recipe, request.inputs, loaded)
    recipe = build_recipe(request.recipe, loaded.settings)
    with open_ledger_of(out, loaded) as database:
        out.save()
        with (
            _logged(out, loaded) as log,
            tagged(run=out.run),
            booked(
                database,
                run=out.run,
                out=out.path,
                recipe=(recipe.name, recipe.version),
                inputs=[list(pair) for pair in out.inputs],
                settings=loaded.settings,
                fresh=request.fresh,
            ) as generation,
        ):
            asked = Meter()
            listening = everyone(emit, log, count, asked.add, into_ledger(database, out.run))
            live = LiveSettings(loaded, emit=listening, apply=lambda now: log.keep(now.logs.level))
            run = opened(
                out,
                database,
                loaded.settings,
                model=live.model,
                generation=generation,
                emit=listening,
            )
            lease_s = loaded.settings.run.lease_s
            with closing(
                Ledger(database, out.run, lease_s=lease_s, selection=request.selection)
            ) as ledger:
                job = Job(
                    request=request,
                    run=run,
                    live=live,
                    ledger=ledger,
                    emit=listening,
                    asked=asked,
                    stop=stop,
                    started_at=time.time(),
                )
                return job.work()


@contextmanager
def _logged(out: OutFolder, loaded: Loaded) -> Iterator[RunLog]:
    """The log in the state folder that the run keeps its state in."""
    settings = loaded.settings.logs
    with Logs(
        out.state / "logs",
        level=settings.level,
        mask=secrets_of().mask,
        console=settings.format == "console",
    ) as logs:
        yield RunLog(logs)


def resume_request(path: Path, *, retry_failed: bool) -> JobRequest:
    """The request that goes on with the run in `path`, with the inputs it had last."""
    out = open_out(path)
    return JobRequest(recipe=out.recipe, inputs=out.locations, out=path, retry_failed=retry_failed)
