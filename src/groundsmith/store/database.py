"""The ledger's database: opened, migrated, read from any thread, written through one.

A file's path opens SQLite, a URL opens PostgreSQL; nothing above this file can tell which. Vendor
exceptions become ours here and nowhere else. A server that restarts is waited for, up to a limit:
a run of many hours should outlive it.
"""

import asyncio
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection, inspect, text
from sqlalchemy.exc import DBAPIError

from groundsmith.errors import GroundsmithError, NewerState
from groundsmith.store import schema
from groundsmith.store.address import Address, address
from groundsmith.store.backend import Backend, Durability
from groundsmith.store.patience import Patience
from groundsmith.store.sqlite import SqliteFile
from groundsmith.store.writer import Writer, vendor_error

T = TypeVar("T")
A = TypeVar("A")

_PATIENCE_S = 60.0


class Database:
    """One open ledger. Close it: what was submitted is committed first.

    Args:
        missing: Raised where there is no ledger yet; `None` makes one.
        patience_s: How long a server that went away is waited for.
    """

    def __init__(
        self,
        place: Address,
        durability: Durability = "process",
        *,
        missing: GroundsmithError | None = None,
        patience_s: float = _PATIENCE_S,
    ) -> None:
        if missing and isinstance(place, Path) and not place.exists():
            raise missing
        self._backend = _backend(place, durability)
        self._patience = Patience(patience_s)
        self._readers = self._backend.readers()
        with self.translated():
            self._migrate(missing)
        self._writer = Writer(self._backend, self.translate, self._patience)

    @classmethod
    def open(
        cls,
        place: Path | str,
        durability: Durability = "process",
        *,
        patience_s: float = _PATIENCE_S,
    ) -> "Database":
        """The ledger at a path or URL as people write it; raises RequestError for other kinds."""
        return cls(address(place), durability, patience_s=patience_s)

    def __enter__(self) -> "Database":
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    @property
    def where(self) -> str:
        """The address as people may see it, without any password."""
        return self._backend.where

    @property
    def path(self) -> Path:
        """The SQLite file; raises TypeError on PostgreSQL, which has none."""
        if not isinstance(self._backend, SqliteFile):
            raise TypeError(f"{self.where} is no file")
        return self._backend.path

    def close(self) -> None:
        """Commits what was submitted and lets go of the database."""
        self._writer.close()
        self._readers.dispose()

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection on one consistent snapshot."""
        with self.translated(), self._connect() as connection:
            yield connection

    def fetch(self, work: Callable[[Connection], T]) -> T:
        """Result of `work` on one snapshot, begun anew where the connection is lost on the way."""
        with self.translated():
            while True:
                try:
                    with self._connect() as connection:
                        return work(connection)
                except Exception as error:
                    if not self._is_worth_waiting(error):
                        raise

    def write(self, work: Callable[[Connection], T]) -> T:
        """Result of `work`, committed."""
        return self._writer.submit(work).result()

    def write_later(self, work: Callable[[Connection], T]) -> "Future[T]":
        """Result of `work`, once it is committed; for a thread that goes on meanwhile."""
        return self._writer.submit(work)

    def write_soon(self, work: Callable[[Connection], T]) -> "asyncio.Future[T]":
        """Result of `work`, once it is committed; for a task to wait on.

        The work is done even where that task is cancelled.
        """
        return self._writer.submit_soon(work)

    def write_together(
        self, work: Callable[[Connection, Sequence[A]], Sequence[T]], wish: A
    ) -> "asyncio.Future[T]":
        """What `work` gives for `wish`, once it is committed; for a task to wait on.

        It is called once for all wishes that share a commit; returns one result each, in order.
        """
        return self._writer.submit_wish(work, wish)

    @contextmanager
    def translated(self) -> Iterator[None]:
        """Vendor exceptions inside become ours."""
        try:
            yield
        except Exception as error:
            ours = self.translate(error)
            if ours is error:
                raise
            raise ours from error

    def translate(self, error: Exception) -> Exception:
        """Our error for a vendor's; anything else passes unchanged."""
        if isinstance(error, GroundsmithError):
            return error
        cause = vendor_error(error)
        return self._backend.translate(cause) if isinstance(cause, self._backend.errors) else error

    def _connect(self) -> Connection:
        while True:
            try:
                connection = self._readers.connect()
            except DBAPIError as error:
                if not self._is_worth_waiting(error):
                    raise
            else:
                self._patience.restore()
                return connection

    def _is_worth_waiting(self, error: Exception) -> bool:
        return self._backend.is_passing(vendor_error(error)) and self._patience.wait()

    def _migrate(self, missing: GroundsmithError | None) -> None:
        engine = self._backend.writer()
        try:
            with engine.begin() as connection:
                self._backend.take_turn(connection)
                revision = revision_of(connection)
                if revision == schema.HEAD:
                    return
                if missing and revision is None:
                    raise missing
                # Imported here: a ledger that is up to date never pays for it (0.2 s).
                from groundsmith.store.migrations import upgrade

                upgrade(connection, revision, self.where)
        finally:
            engine.dispose()


def revision_of(connection: Connection) -> str | None:
    """The schema revision of an open database; `None` for a new one."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    row = connection.execute(text("SELECT version_num FROM alembic_version")).first()
    return str(row[0]) if row else None


def _backend(place: Address, durability: Durability) -> Backend:
    if isinstance(place, Path):
        return SqliteFile(place, durability)
    # Imported here: its driver is an extra, and takes time to load.
    from groundsmith.store.postgres import PostgresServer

    return PostgresServer(place, durability)


__all__ = ["Database", "Durability", "NewerState", "revision_of"]
