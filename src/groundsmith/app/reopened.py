"""A run that is there already, opened as it was left: with its own settings, not today's.

What was judged under its settings is found under them alone, so whoever looks at a finished run, or
works on one of its texts, goes by those that the ledger keeps. Keys and passwords are not among
them: they come from the environment, as always. Whoever goes on with a run may say on the command
line what is to be another way, and how the work is done is for today's file and variables to say.
"""

from collections.abc import Mapping
from functools import reduce

from groundsmith.app.models import chosen_model
from groundsmith.app.opened import OpenedRun, opened
from groundsmith.app.out import OutFolder
from groundsmith.errors import StateCorrupt
from groundsmith.events import Emit, silent
from groundsmith.records import Json, Phase
from groundsmith.settings import MASK, Loaded, load, masked, settings_model
from groundsmith.store import runs
from groundsmith.store.database import Database
from groundsmith.store.runs import RunRow

_MODELS = "models"


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


def resumed(row: RunRow, today: Loaded) -> tuple[Loaded, tuple[str, ...]]:
    """The settings to go on with, and what today's file or variables say in vain, with its place.

    The command line wins over the run's own; so do the file and the variables of today in settings
    of phase run, which change nothing that comes out, and in where models are.
    """
    now, working = masked(today.settings), today.settings.of_phases((Phase.RUN,))
    chosen: dict[str, Json] = {}
    vain: list[str] = []
    for key, own in _known(row).items():
        place = today.origins.get(key, "default")
        is_said = place != "default" and not place.startswith("preset")
        if place == "command line":
            chosen[key] = reduce(getattr, key.split("."), today.settings)
        elif not (is_said and (_holds(working, key) or key == _MODELS)) and MASK not in repr(own):
            chosen[key] = own
            vain += [f"{key} ({place})"] if is_said and now[key] != own else []
    return load(today.file, overrides=chosen), tuple(vain)


def _holds(tree: Json, key: str) -> bool:
    """Whether a tree has a value under a dotted key."""
    for part in key.split("."):
        if not isinstance(tree, dict) or part not in tree:
            return False
        tree = tree[part]
    return True


def _row(folder: OutFolder, database: Database) -> RunRow:
    with database.read() as connection:
        row = runs.one(connection, folder.run)
    if row is None:
        raise StateCorrupt(database.where, f"it does not know the run {folder.run}")
    return row


def _loaded(row: RunRow, others: Mapping[str, Json]) -> Loaded:
    return load(overrides={**_known(row), **others}, environ={})


def _known(row: RunRow) -> dict[str, Json]:
    """The stored settings; a plug-in that was there then may be gone, and its section with it."""
    sections = settings_model().model_fields
    return {key: value for key, value in row.settings.items() if key.partition(".")[0] in sections}
