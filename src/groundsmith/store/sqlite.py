"""The ledger in a SQLite file, in WAL mode: readers never wait for the writer.

A killed process leaves nothing to repair. `durability="process"` survives kill −9
(synchronous=NORMAL), `"power"` a power cut (FULL).
"""

import errno
import shutil
import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from groundsmith.errors import GroundsmithError, StateCorrupt, StateUnreachable, StorageFull
from groundsmith.store.backend import Durability

_LOCK_WAIT_MS = 60_000
_READER_CACHE_KIB = 2 << 10
_WRITER_CACHE_KIB = 16 << 10
_CHECKPOINT_PAGES = 16_000
"""Pages in the log (64 MiB) before they move to the database; every call waits while they do."""
_NO_SPACE_BYTES = 1 << 20


class SqliteFile:
    """The backend for a path; its folder is made where it is missing."""

    errors: tuple[type[Exception], ...] = (sqlite3.Error, OSError)

    def __init__(self, path: Path, durability: Durability) -> None:
        self.path = path
        self._synchronous = "FULL" if durability == "power" else "NORMAL"
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise self.translate(error) from error

    @property
    def where(self) -> str:
        """The file's path."""
        return str(self.path)

    def readers(self) -> Engine:
        """Connections that begin to read at their first statement."""
        engine = self._engine(_READER_CACHE_KIB, pool_size=8, max_overflow=64)

        @event.listens_for(engine, "begin")
        def begin(connection: Connection) -> None:
            connection.exec_driver_sql("BEGIN")

        return engine

    def writer(self) -> Engine:
        """One connection; `take_turn` begins its transactions."""
        return self._engine(_WRITER_CACHE_KIB, pool_size=1, max_overflow=0)

    def take_turn(self, connection: Connection) -> str:
        """Begins to write; the transaction needs no name, for its commit is never in doubt."""
        driver: Any = connection.connection.dbapi_connection
        driver.execute("BEGIN IMMEDIATE")  # bare: through SQLAlchemy it costs like three inserts
        return ""

    def is_committed(self, connection: Connection, transaction: str) -> bool:
        """Never: what failed was rolled back."""
        return False

    def is_passing(self, error: Exception) -> bool:
        """Never: whoever waited a minute for the lock has waited enough."""
        return False

    def translate(self, error: Exception) -> GroundsmithError:
        """No space, damage, or out of reach."""
        words = str(error)
        if "full" in words or getattr(error, "errno", None) == errno.ENOSPC or self._no_space():
            return StorageFull(self.path.parent)
        if "malformed" in words or "not a database" in words or "no such" in words:
            return StateCorrupt(self.path, words)
        return StateUnreachable(self.path, words)

    def _no_space(self) -> bool:
        try:
            return shutil.disk_usage(self.path.parent).free < _NO_SPACE_BYTES
        except OSError:
            return False

    def _engine(self, cache_kib: int, *, pool_size: int, max_overflow: int) -> Engine:
        engine = create_engine(
            f"sqlite:///{self.path}",
            poolclass=QueuePool,
            pool_size=pool_size,
            max_overflow=max_overflow,
            pool_use_lifo=True,  # one warm cache and not eight
            connect_args={"check_same_thread": False, "isolation_level": None},
        )

        @event.listens_for(engine, "connect")
        def configure(connection: Any, _: object) -> None:
            # Its own folds the letters of English alone.
            connection.create_function("lower", 1, str.lower, deterministic=True)
            # The lock wait comes first: a second process may be switching to WAL right now.
            connection.execute(f"PRAGMA busy_timeout={_LOCK_WAIT_MS}")
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute(f"PRAGMA synchronous={self._synchronous}")
            connection.execute(f"PRAGMA cache_size=-{cache_kib}")
            connection.execute(f"PRAGMA wal_autocheckpoint={_CHECKPOINT_PAGES}")

        return engine
