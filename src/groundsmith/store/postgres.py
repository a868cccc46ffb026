"""The ledger in a PostgreSQL database, shared by many machines (`postgres` extra).

A commit whose connection breaks is neither lost nor done twice: each transaction knows its number,
and after the restart the server is asked what became of it. `durability="power"` insists on
synchronous commits where the server's default may be laxer.
"""

import logging
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, text
from sqlalchemy.exc import TimeoutError as PoolExhausted

from groundsmith.errors import (
    GroundsmithError,
    RequestError,
    StateCorrupt,
    StateUnreachable,
    StorageFull,
)
from groundsmith.store.backend import Durability

try:
    import psycopg
    from psycopg.abc import Buffer
    from psycopg.types.string import StrDumperUnknown
except ImportError as error:
    raise RequestError(
        "database.url: PostgreSQL needs its driver; pip install 'groundsmith[postgres]'"
    ) from error

# What a lost connection means is said by our errors; without a handler it would also be printed.
for _name in ("psycopg", "sqlalchemy"):
    logging.getLogger(_name).addHandler(logging.NullHandler())

_OLDEST_SERVER = 130000
_WRITER_LOCK = 0x67726F756E64
"""Key of the advisory lock: "ground" in ASCII."""

# https://www.postgresql.org/docs/current/errcodes-appendix.html; a prefix stands for its class.
_PASSING = ("08", "40", "25006", "25P03", "53300", "57P01", "57P02", "57P03", "57P05")
_CORRUPT = ("XX001", "XX002", "42P01", "42703")
_FULL = "53100"

_SESSION = {"lock_timeout": "60s", "idle_in_transaction_session_timeout": "60s"}
"""A process that was stopped in mid-write is cut off, so that the others can go on."""

_NETWORK = {
    "connect_timeout": 10,
    "keepalives_idle": 30,
    "keepalives_interval": 10,
    "keepalives_count": 3,
    "application_name": "groundsmith",
}


class StorableText(StrDumperUnknown):
    """Text as PostgreSQL can hold it: NUL, which it cannot, becomes U+FFFD."""

    def dump(self, obj: str) -> Buffer | None:
        """The bytes that are sent."""
        return super().dump(obj.replace("\0", "\ufffd"))


class PostgresServer:
    """The backend for a database URL."""

    errors: tuple[type[Exception], ...] = (psycopg.Error, OSError, PoolExhausted)

    def __init__(self, url: URL, durability: Durability) -> None:
        self._url = url.set(drivername="postgresql+psycopg")
        self._session = _SESSION | ({"synchronous_commit": "on"} if durability == "power" else {})

    @property
    def where(self) -> str:
        """The address without user, password and options."""
        shown = URL.create(
            "postgresql", host=self._url.host, port=self._url.port, database=self._url.database
        )
        return shown.render_as_string()

    def readers(self) -> Engine:
        """Connections that are tried before they are used, for the server may have restarted."""
        engine = self._engine(pool_size=4, max_overflow=16, pool_pre_ping=True)
        return engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)

    def writer(self) -> Engine:
        """One connection; it sees what was committed before each statement."""
        return self._engine(pool_size=1, max_overflow=0, isolation_level="READ COMMITTED")

    def take_turn(self, connection: Connection) -> str:
        """The transaction's number; the lock is released by its end, however it comes."""
        row = connection.exec_driver_sql(
            f"SELECT pg_current_xact_id()::text, pg_advisory_xact_lock({_WRITER_LOCK})"
        ).one()
        return str(row[0])

    def is_committed(self, connection: Connection, transaction: str) -> bool:
        """What the server says; asked with the lock held, so that it is over either way."""
        asked = text("SELECT pg_xact_status(CAST(:number AS xid8))")
        return connection.execute(asked, {"number": transaction}).scalar() == "committed"

    def is_passing(self, error: Exception) -> bool:
        """A lost or refused connection, a restart, a deadlock with something that is not ours."""
        if not isinstance(error, psycopg.Error):
            return False
        if error.sqlstate is None:  # the connection itself: no server was there to give a code
            return isinstance(error, psycopg.OperationalError)
        return error.sqlstate.startswith(_PASSING)

    def translate(self, error: Exception) -> GroundsmithError:
        """No space, damage, or out of reach."""
        code = getattr(error, "sqlstate", None) or ""
        words = " ".join(str(error).split())
        if code == _FULL or "No space left" in words:
            return StorageFull(self.where)
        if code in _CORRUPT:
            return StateCorrupt(self.where, words)
        return StateUnreachable(self.where, words)

    def _engine(self, **options: Any) -> Engine:
        engine = create_engine(self._url, connect_args=_NETWORK, **options)

        @event.listens_for(engine, "connect")
        def configure(connection: "psycopg.Connection[Any]", _: object) -> None:
            self._refuse_unfit(connection)
            connection.adapters.register_dumper(str, StorableText)
            chosen = ", ".join("set_config(%s, %s, false)" for _ in self._session)
            values = [word for pair in self._session.items() for word in pair]
            connection.execute(f"SELECT {chosen}", values)
            connection.commit()

        return engine

    def _refuse_unfit(self, connection: "psycopg.Connection[Any]") -> None:
        if connection.info.server_version < _OLDEST_SERVER:
            raise RequestError(f"{self.where}: the ledger needs PostgreSQL 13 or later")
        encoding = connection.info.parameter_status("server_encoding")
        if encoding != "UTF8":
            raise RequestError(
                f"{self.where}: its encoding is {encoding}; create the database "
                "with ENCODING 'UTF8'"
            )
