"""Where state lies, and the ledger in it, opened."""

from pathlib import Path

from groundsmith.app.out import OutFolder, is_out, open_out
from groundsmith.errors import RequestError, StateUnreachable
from groundsmith.settings import Loaded, state_folder
from groundsmith.store import check
from groundsmith.store.database import Database

_LEDGER = "ledger.db"


def ledger_path(loaded: Loaded) -> Path:
    """Where new runs keep their state; see `settings.state_folder`."""
    return state_folder(None, Path.cwd(), loaded.file) / _LEDGER


def open_ledger(loaded: Loaded) -> Database:
    """The ledger of the working folder's state; raises RequestError where no run has begun."""
    path = ledger_path(loaded)
    if not path.exists():
        raise RequestError(
            f"{path.parent}: no run has begun here; start one, "
            "or name its state folder with GROUNDSMITH_HOME"
        )
    return Database(path, loaded.settings.database.durability)


def open_ledger_for(name: str, loaded: Loaded) -> tuple[Database, str]:
    """The ledger that knows a run, and how the run is named in it.

    An output folder names its own ledger, wherever the command is called; anything else is a
    run's id in the working folder's state.
    """
    if is_out(Path(name)):
        out = open_out(Path(name))
        return open_ledger_of(out, loaded), out.run
    return open_ledger(loaded), name


def open_ledger_of(out: OutFolder, loaded: Loaded) -> Database:
    """The ledger a run keeps its state in; raises StateUnreachable where it is gone."""
    if out.exists and not out.ledger.exists():
        raise StateUnreachable(
            out.ledger, f"bring it back, or remove {out.path} to start anew there"
        )
    return Database(out.ledger, loaded.settings.database.durability)


def check_store(loaded: Loaded) -> tuple[Path, list[str]]:
    """The ledger's path, and one line for each thing that is wrong with it."""
    with open_ledger(loaded) as database, database.read() as connection:
        return database.path, list(check.faults(connection))
