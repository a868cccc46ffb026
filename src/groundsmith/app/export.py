"""Any finished or running run, in any format its recipe knows."""

from collections.abc import Iterator
from pathlib import Path

from groundsmith.app.opened import OpenedRun, opened
from groundsmith.app.out import open_out
from groundsmith.app.recipes import formats_of
from groundsmith.app.state import open_ledger_of
from groundsmith.errors import RequestError, StateCorrupt
from groundsmith.events import silent
from groundsmith.export.files import atomic
from groundsmith.records import Record
from groundsmith.seams import PassageText
from groundsmith.settings import Loaded, load
from groundsmith.store import runs


def export(out: Path, name: str, to: Path, loaded: Loaded) -> int:
    """Writes the accepted records of the run in `out` to the file `to`; how many they are.

    Records are made from the ledger with the settings the run has, so a run that still works
    exports what it has judged so far.
    """
    folder = open_out(out)
    known = formats_of(folder.recipe)
    if name not in known:
        raise RequestError(f"{name}: no such format; there is {', '.join(sorted(known))}")
    with open_ledger_of(folder, loaded) as database:
        with database.read() as connection:
            row = runs.one(connection, folder.run)
        if row is None:
            raise StateCorrupt(database.where, f"it does not know the run {folder.run}")
        settings = load(overrides=row.settings, environ={}).settings
        run = opened(folder, database, settings, model=None, generation=row.generation, emit=silent)
        with atomic(to) as file:
            return known[name].write(_accepted(run), _text_of(run), file)


def _accepted(run: OpenedRun) -> Iterator[Record]:
    return (record for record in run.curation().records() if record.accepted)


def _text_of(run: OpenedRun) -> PassageText:
    def text(text_sha256: str, start: int, stop: int) -> str:
        return run.corpus.text(text_sha256)[start:stop]

    return text
