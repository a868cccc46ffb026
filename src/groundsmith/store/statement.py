"""A statement for the hot path: built from the schema like any other, compiled once, run bare.

Every model call executes a few of these, mostly in small batches, where building and running them
through SQLAlchemy costs several times what the database does (`python benchmarks/ledger.py` prints
both). Values go to the driver as they are: text, numbers and bytes.
"""

from collections.abc import Callable, Mapping, Sequence
from operator import itemgetter
from typing import Any, NamedTuple

from sqlalchemy import ClauseElement, Connection

Row = tuple[Any, ...]


class _Compiled(NamedTuple):
    """What a driver takes: the text, the order of its values, and those that never change."""

    sql: str
    pick: Callable[[Mapping[str, Any]], Any] | None
    fixed: dict[str, Any]

    def bound(self, values: Mapping[str, Any]) -> Any:
        """The values as the driver wants them: in a row, or by name."""
        every = {**self.fixed, **values} if self.fixed else values
        return every if self.pick is None else self.pick(every)


class Statement:
    """A Core statement whose `bindparam` names are the keys of its values."""

    def __init__(self, core: ClauseElement) -> None:
        self._core = core
        self._compiled: dict[str, _Compiled] = {}

    def run(self, connection: Connection, **values: Any) -> Row | None:
        """The first row it brings, where it brings one; inside the open transaction."""
        compiled = self._for(connection)
        cursor = _driver(connection).execute(compiled.sql, compiled.bound(values))
        row: Row | None = cursor.fetchone() if cursor.description else None
        return row

    def every(self, connection: Connection, **values: Any) -> list[Row]:
        """All rows it brings."""
        compiled = self._for(connection)
        rows: list[Row] = (
            _driver(connection).execute(compiled.sql, compiled.bound(values)).fetchall()
        )
        return rows

    def run_each(
        self, connection: Connection, rows: Sequence[Mapping[str, Any]]
    ) -> list[Row | None]:
        """The first row that it brings for each of `rows`; PostgreSQL gets them all at once."""
        compiled = self._for(connection)
        driver = _driver(connection)
        if len(rows) < 2 or connection.dialect.name == "sqlite":
            return [driver.execute(compiled.sql, compiled.bound(row)).fetchone() for row in rows]
        cursor = driver.cursor()
        cursor.executemany(compiled.sql, [compiled.bound(row) for row in rows], returning=True)
        found = [cursor.fetchone()]
        while cursor.nextset():
            found.append(cursor.fetchone())
        return found

    def run_all(self, connection: Connection, rows: Sequence[Mapping[str, Any]]) -> int:
        """How many rows of its table it touched, done for each of `rows`; it may bring none."""
        if not rows:
            return 0
        compiled = self._for(connection)
        cursor = _driver(connection).cursor()
        cursor.executemany(compiled.sql, [compiled.bound(row) for row in rows])
        return int(cursor.rowcount)

    def _for(self, connection: Connection) -> _Compiled:
        known = self._compiled.get(connection.dialect.name)
        if known is None:
            made: Any = self._core.compile(dialect=connection.dialect)
            fixed = {name: value for name, value in made.params.items() if value is not None}
            known = _Compiled(made.string, _picking(made.positiontup), fixed)
            self._compiled[connection.dialect.name] = known
        return known


def _picking(order: Sequence[str] | None) -> Callable[[Mapping[str, Any]], Any] | None:
    """A function that puts values in a row; `None` where the driver takes them by name."""
    if not order:
        return None
    return itemgetter(*order) if len(order) > 1 else lambda values: (values[order[0]],)


def _driver(connection: Connection) -> Any:
    if not connection.in_transaction():
        connection.begin()  # as `execute` does: a reader's statements see one moment
    return connection.connection.dbapi_connection
