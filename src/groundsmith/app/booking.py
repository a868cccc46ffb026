"""Books in the ledger that something began, and how it ended, so that any process can see it."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from groundsmith.errors import GroundsmithError, RunStopped
from groundsmith.records import Json
from groundsmith.settings import GroundsmithSettings, masked
from groundsmith.store import runs
from groundsmith.store.database import Database


@contextmanager
def booked(
    database: Database,
    *,
    run: str,
    out: Path,
    recipe: tuple[str, int],
    inputs: list[Json],
    settings: GroundsmithSettings,
    fresh: bool = False,
) -> Iterator[int]:
    """Books the start and the end of a run; gives its generation of answers."""
    generation = database.write(
        lambda c: runs.start(
            c,
            run=run,
            out=str(out.absolute()),
            recipe=recipe,
            inputs=inputs,
            settings=masked(settings),
            fresh=fresh,
            now=time.time(),
        )
    )
    state, reason = "DONE", ""
    try:
        yield generation
    except RunStopped as error:
        state, reason = "STOPPED", str(error)
        raise
    except BaseException as error:
        known = isinstance(error, GroundsmithError)
        state, reason = "FAILED", str(error) if known else f"{type(error).__name__}: {error}"
        raise
    finally:
        database.write(lambda c: runs.end(c, run, state, reason, time.time()))
