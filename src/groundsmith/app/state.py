"""Where state lies, and the ledger in it, opened.

A run that has begun keeps its ledger wherever it is called from and whatever the settings say by
then. They only give the login: an output folder may be handed on, a password may not.
"""

from collections.abc import Sequence
from pathlib import Path

from groundsmith.app.out import OutFolder, is_out, open_out, prepare_out
from groundsmith.errors import GroundsmithError, RequestError, StateUnreachable
from groundsmith.settings import Loaded, state_folder
from groundsmith.store import check
from groundsmith.store.address import Address, address, with_login, written
from groundsmith.store.database import Database

_LEDGER = "ledger.db"


def out_for(path: Path, recipe: str, inputs: Sequence[str], loaded: Loaded) -> OutFolder:
    """The run for a command; a new one keeps its state where the settings say."""
    ledger, state = _ledger(loaded), _state(loaded)
    return prepare_out(path, recipe, inputs, ledger=ledger, state=state)


def open_ledger(loaded: Loaded) -> Database:
    """The ledger that the settings name; raises RequestError where no run has begun in it."""
    place = _ledger(loaded)
    missing = RequestError(
        f"{written(place)}: no run has begun here; start one, "
        "or name where its state lies with GROUNDSMITH_HOME or database.url"
    )
    return _opened(place, loaded, missing)


def open_own_ledger(loaded: Loaded) -> Database:
    """The ledger that the settings name, made where there is none yet."""
    return _opened(_ledger(loaded), loaded, None)


def state_of(loaded: Loaded) -> Path:
    """The state folder of what a command keeps without an output folder."""
    return _state(loaded)


def open_ledger_for(name: str, loaded: Loaded) -> tuple[Database, str]:
    """The ledger that knows a run, and how the run is named in it.

    An output folder names its own ledger, wherever the command is called; anything else is a
    run's id in the ledger that the settings name.
    """
    if is_out(Path(name)):
        out = open_out(Path(name))
        return open_ledger_of(out, loaded), out.run
    return open_ledger(loaded), name


class NoLedgerYet(RequestError):
    """Nothing was ever kept at this place."""


def open_ledger_of(out: OutFolder, loaded: Loaded, *, make: bool = True) -> Database:
    """The ledger a run keeps its state in; raises StateUnreachable where it is gone.

    For a new run it is made, or, with `make` off, NoLedgerYet is raised.
    """
    place, where = with_login(out.ledger, _ledger(loaded)), written(out.ledger)
    gone = f"there is no ledger; bring it back, or remove {out.path} to start anew there"
    missing = StateUnreachable(where, gone) if out.exists else None if make else NoLedgerYet(where)
    try:
        return _opened(place, loaded, missing)
    except StateUnreachable as error:
        if isinstance(place, Path) or place is not out.ledger:
            raise
        reason = f"{error.reason}; database.url names no login for this server"
        raise StateUnreachable(where, reason) from error


def check_store(loaded: Loaded) -> tuple[str, list[str]]:
    """The ledger's address, and one line for each thing that is wrong with it."""
    with open_ledger(loaded) as database, database.read() as connection:
        return database.where, list(check.faults(connection))


def _ledger(loaded: Loaded) -> Address:
    """Where new runs keep their ledger: `database.url`, or a file in the state folder."""
    url = loaded.settings.database.url
    place = address(url) if url else _state(loaded) / _LEDGER
    return place.absolute() if isinstance(place, Path) else place


def _state(loaded: Loaded) -> Path:
    """The state folder; see `settings.state_folder`."""
    return state_folder(None, Path.cwd(), loaded.file).absolute()


def _opened(place: Address, loaded: Loaded, missing: GroundsmithError | None) -> Database:
    settings = loaded.settings.database
    return Database(place, settings.durability, missing=missing, patience_s=settings.patience_s)
