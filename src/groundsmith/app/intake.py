"""Reading a run's inputs into its ledger: new and changed sources only, each skip with a reason.

Every source is hashed, since a clock can lie; only what changed, or has a newer reader, is parsed
again. A source that fails to be read keeps what an earlier run made of it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from groundsmith.app.backlog import Backlog
from groundsmith.app.finding import Finder, content, told
from groundsmith.app.opened import OpenedRun
from groundsmith.corpus.inputs import Found, Given
from groundsmith.corpus.read import documents, reader_of
from groundsmith.errors import InputError, SourceError
from groundsmith.events import Emit, SourceRead, SourceSkipped
from groundsmith.records import Document, Skipped, Source
from groundsmith.store import corpus as rows
from groundsmith.store.corpus import SourceRow

Check = Callable[[], None]
"""Raises where the run should end now."""


@dataclass(slots=True)
class Intake:
    """What a reading found."""

    source_count: int = 0
    skipped: list[Skipped] = field(default_factory=list)

    @property
    def failed(self) -> list[Skipped]:
        """Sources, or parts of them, whose reading was tried and went wrong."""
        return [skip for skip in self.skipped if skip.failed]


class Reading:
    """One pass over the inputs of a run."""

    def __init__(self, run: OpenedRun, *, emit: Emit, resumed: bool) -> None:
        self._database = run.database
        self._out = run.out
        self._finder = Finder(recipe=run.recipe.name, settings=run.settings, state=run.out.state)
        self._emit = emit
        self._resumed = resumed
        self._found = Intake()
        self._backlog = Backlog(run.database)

    def read(self, check: Check) -> Intake:
        """Brings the ledger's documents up to date; raises InputError where nothing is readable."""
        run = self._out.run
        with self._database.read() as connection:
            number = rows.next_reading(connection, run)
        for found in self._inputs():
            check()
            if isinstance(found, Skipped):
                self._skip(found)
                if found.failed:
                    self._keep(found.path, number)
            elif isinstance(found, Found) and found.file is None and self._resumed:
                self._keep(found.path, number)
            else:
                self._take(found, number)
        self._backlog.drain()
        if not self._found.source_count:
            raise InputError(nothing_readable(self._out.locations, self._found.skipped))
        self._database.write(lambda c: rows.end_reading(c, run, number))
        return self._found

    def _inputs(self) -> Iterator[Found | Given | Skipped]:
        exclude = (self._out.path.absolute(), self._out.state)
        for label, location in self._out.inputs:
            place = self._out.logins.get(location, location)
            yield from self._finder.sources(place, label or None, exclude=exclude)

    def _take(self, found: Found | Given, number: int) -> None:
        place = self._found.source_count
        try:
            source, data = content(found)
            row, changed = self._store(source, data, number, place)
        except SourceError as error:
            path = found.path if isinstance(found, Found) else found.source.path
            self._skip(Skipped(path=path, reason=error.reason, failed=True))
            self._keep(path, number)
            return
        self._found.source_count += 1
        for part in row.skipped:
            self._skip(part)
        self._emit(SourceRead(path=source.path, changed=changed))

    def _keep(self, path: str, number: int) -> None:
        """Carries over what an earlier reading made of a source, if there was one."""
        run, place = self._out.run, self._found.source_count
        kept = self._database.write(lambda c: rows.keep(c, run, path, number, place))
        self._found.source_count += kept

    def _store(
        self, source: Source, data: bytes, number: int, place: int
    ) -> tuple[SourceRow, bool]:
        """What is stored of a source, and whether it was parsed; the unchanged is carried over."""
        run, reader = self._out.run, reader_of(source)
        known = self._database.fetch(lambda c: rows.source(c, run, source.path))
        if known and known.source == source and known.reader == reader:
            self._backlog.put(lambda c: rows.keep(c, run, source.path, number, place))
            return known, False
        skipped: list[Skipped] = []
        made: list[Document] = list(documents(source, data, skipped.append))
        row = SourceRow(source=source, reader=reader, skipped=tuple(skipped))
        self._backlog.put(
            lambda c: rows.put(c, run, row, made, reading=number, ordinal=place), len(data)
        )
        return row, True

    def _skip(self, skipped: Skipped) -> None:
        self._found.skipped.append(skipped)
        self._emit(SourceSkipped(skipped=skipped))


def nothing_readable(locations: tuple[str, ...], skipped: list[Skipped]) -> str:
    """The line for inputs that gave no document, with the first reasons."""
    where = ", ".join(map(told, locations))
    why = "; ".join(f"{skip.path}: {skip.reason}" for skip in skipped[:3])
    more = f" and {len(skipped) - 3} more" if len(skipped) > 3 else ""
    return f"{where}: nothing readable" + (f" ({why}{more})" if why else " (no files)")
