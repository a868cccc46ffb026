"""A run that is there already, opened as it was left: with its own settings, not today's.

What was judged under its settings is found under them alone, so whoever looks at a finished run, or
works on one of its texts, goes by those that the ledger keeps. Keys and passwords are not among
them: they come from the environment, as always.
"""

from collections.abc import Mapping

from groundsmith.app.models import chosen_model
from groundsmith.app.opened import OpenedRun, opened
from groundsmith.app.out import OutFolder
from groundsmith.errors import StateCorrupt
from groundsmith.events import Emit, silent
from groundsmith.records import Json
from groundsmith.settings import Loaded, load, settings_model
from groundsmith.store import runs
from groundsmith.store.database import Database
from groundsmith.store.runs import RunRow


def reopened(folder: OutFolder, database: Database, *, emit: Emit = silent) -> OpenedRun:
    """The run in `folder`; raises StateCorrupt where its ledger does not know it."""
    row = _row(folder, database)
    settings = _loaded(row, {}).settings
    return opened(
        folder,
        database,
        settings,
        model=chosen_model(settings),
        generation=row.generation,
        emit=emit,
    )


def settings_of(folder: OutFolder, database: Database, others: Mapping[str, Json]) -> Loaded:
    """The settings of the run, with others in their places, by dotted key."""
    return _loaded(_row(folder, database), others)


def _row(folder: OutFolder, database: Database) -> RunRow:
    with database.read() as connection:
        row = runs.one(connection, folder.run)
    if row is None:
        raise StateCorrupt(database.where, f"it does not know the run {folder.run}")
    return row


def _loaded(row: RunRow, others: Mapping[str, Json]) -> Loaded:
    # A plug-in that was there then may be gone; what another recipe wanted is nothing to this.
    sections = settings_model().model_fields
    stored = {
        key: value for key, value in row.settings.items() if key.partition(".")[0] in sections
    }
    return load(overrides={**stored, **others}, environ={})
