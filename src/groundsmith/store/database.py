"""The ledger's database: opened, migrated, read from any thread, written through one.

SQLite by default, in WAL mode: readers never wait for the writer, and a killed process leaves
nothing to repair. `durability="process"` survives kill −9 (synchronous=NORMAL), `"power"` a power
cut (FULL). Vendor exceptions are translated here and nowhere else.
"""

import asyncio
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal, TypeVar

from sqlalchemy import Connection, create_engine, event, inspect, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

from groundsmith.errors import (
    GroundsmithError,
    NewerState,
    StateCorrupt,
    StateUnreachable,
    StorageFull,
)
from groundsmith.store import schema
from groundsmith.store.writer import Writer

T = TypeVar("T")
Durability = Literal["process", "power"]

_LOCK_WAIT_MS = 60_000
_NO_SPACE_BYTES = 1 << 20


class Database:
    """One open ledger. Close it: what was submitted is committed first."""

    def __init__(self, path: Path, durability: Durability = "process") -> None:
        self.path = path
        self._durability = durability
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise self.translate(error) from error
        self._readers = self._engine("BEGIN", pool_size=8)
        self._writing = self._engine("BEGIN IMMEDIATE", pool_size=1)
        with self.translated():
            self._migrate()
        self._writer = Writer(self._writing, self.translate)

    def __enter__(self) -> "Database":
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def close(self) -> None:
        """Commits what was submitted and lets go of the file."""
        self._writer.close()
        self._readers.dispose()
        self._writing.dispose()

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection on one consistent snapshot."""
        with self.translated(), self._readers.connect() as connection:
            yield connection

    def write(self, work: Callable[[Connection], T]) -> T:
        """Result of `work`, committed."""
        return self._writer.submit(work).result()

    async def write_soon(self, work: Callable[[Connection], T]) -> T:
        """Result of `work`, committed, without blocking the event loop."""
        return await asyncio.wrap_future(self._writer.submit(work))

    @contextmanager
    def translated(self) -> Iterator[None]:
        """Vendor exceptions inside become ours."""
        try:
            yield
        except (DBAPIError, sqlite3.Error, OSError) as error:
            raise self.translate(error) from error

    def translate(self, error: Exception) -> Exception:
        """Our error for a vendor's; anything else passes unchanged."""
        if isinstance(error, GroundsmithError):
            return error
        cause: object = error.orig if isinstance(error, DBAPIError) else error
        if not isinstance(cause, (sqlite3.Error, OSError)):
            return error
        words = str(cause)
        if "full" in words or getattr(cause, "errno", None) == 28 or self._no_space():
            return StorageFull(self.path.parent)
        if "malformed" in words or "not a database" in words or "no such" in words:
            return StateCorrupt(self.path, words)
        return StateUnreachable(self.path, words)

    def _no_space(self) -> bool:
        try:
            return shutil.disk_usage(self.path.parent).free < _NO_SPACE_BYTES
        except OSError:
            return False

    def _engine(self, begin: str, pool_size: int) -> Any:
        engine = create_engine(
            f"sqlite:///{self.path}",
            poolclass=QueuePool,
            pool_size=pool_size,
            max_overflow=0 if pool_size == 1 else 64,
            connect_args={"check_same_thread": False, "isolation_level": None},
        )
        synchronous = "FULL" if self._durability == "power" else "NORMAL"

        @event.listens_for(engine, "connect")
        def configure(connection: Any, _: object) -> None:
            # The lock wait comes first: a second process may be switching to WAL right now.
            connection.execute(f"PRAGMA busy_timeout={_LOCK_WAIT_MS}")
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute(f"PRAGMA synchronous={synchronous}")
            connection.execute("PRAGMA cache_size=-16384")

        @event.listens_for(engine, "begin")
        def begin_transaction(connection: Connection) -> None:
            connection.exec_driver_sql(begin)

        return engine

    def _migrate(self) -> None:
        with self._writing.begin() as connection:
            revision = revision_of(connection)
            if revision == schema.HEAD:
                return
            # Imported here: a ledger that is up to date never pays for it (0.2 s).
            from groundsmith.store.migrations import upgrade

            upgrade(connection, revision, str(self.path))


def revision_of(connection: Connection) -> str | None:
    """The schema revision of an open database; `None` for a new one."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    row = connection.execute(text("SELECT version_num FROM alembic_version")).first()
    return str(row[0]) if row else None


__all__ = ["Database", "Durability", "NewerState", "revision_of"]
