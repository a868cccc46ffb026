"""Rows of a table that is somebody's own: read in one snapshot, never written.

`sqlite:///file.db?table=items`, `postgresql://user:password@host/database?table=items`, and
`&key=COLUMN` where the table has no primary key. The decision to question: values come as the
driver has them, without the conversions that their columns ask for, so that one date that is none
costs its own row and not the table.
"""

import datetime
import json
import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import (
    JSON,
    URL,
    ColumnClause,
    Engine,
    Inspector,
    column,
    create_engine,
    inspect,
    make_url,
    select,
    table,
)
from sqlalchemy.exc import ArgumentError, SQLAlchemyError
from sqlalchemy.pool import NullPool

from groundsmith.errors import InputError, RequestError
from groundsmith.records import Json

_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{0,31}://")
_TABLES = re.compile(r"(?:sqlite|postgres(?:ql)?)(?:\+\w{1,32})?://", re.IGNORECASE)
_USUAL_KEYS = ("id", "name")
_KEPT = ("host", "hostaddr", "port", "sslmode", "sslrootcert")
"""The options that may be written down; any other may be a password."""
_CONNECT_S = 10
_ROWS_AT_ONCE = 500
_DEEPEST = 32
_EXAMPLE = "as in sqlite:///file.db?table=items or postgresql://host/database?table=items"


@dataclass(frozen=True, slots=True, kw_only=True)
class TableAddress:
    """Where a table is.

    Attributes:
        url: Its database, login included.
        key: The columns that tell its rows apart; none where its primary key does.
    """

    url: URL
    table: str
    key: tuple[str, ...] = ()

    @property
    def where(self) -> str:
        """The address without user, password and options."""
        return self._of_table(self._shown())

    @property
    def written(self) -> str:
        """The address as it may be written down and found again; without the password."""
        kept = {name: value for name, value in self.url.query.items() if name in _KEPT}
        return self._of_table(self._shown(username=self.url.username, query=kept))

    def beside(self, other: str) -> "TableAddress":
        """Another table of the same database, under its primary key."""
        return TableAddress(url=self.url, table=other)

    def _shown(self, **more: Any) -> URL:
        """Where its database is, with no more of the URL than `more`."""
        url = self.url
        return URL.create(
            url.drivername, host=url.host, port=url.port, database=url.database, **more
        )

    def _of_table(self, database: URL) -> str:
        asked = {"table": self.table} | ({"key": ",".join(self.key)} if self.key else {})
        return database.update_query_dict(asked).render_as_string()


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row as text: numbers in the digits they are kept in, JSON and arrays as trees.

    Attributes:
        key: Its key's values, comma between; empty where it has none.
        faults: Why a column cannot be read, by its name.
    """

    key: str
    values: dict[str, Json]
    faults: dict[str, str] = field(default_factory=dict)


def is_url(location: str) -> bool:
    """Whether this names something by URL, be it a table or not."""
    return bool(_URL.match(location))


def is_table(location: str) -> bool:
    """Whether this names a table."""
    return bool(_TABLES.match(location))


def table_at(location: str) -> TableAddress:
    """The table at a URL; raises InputError, naming no password, for what is none."""
    scheme = location.partition("://")[0]
    if not location.isprintable():
        raise InputError(f"{scheme}://…: it holds a character that no URL has")
    try:
        url = make_url(location)
        kind = url.get_backend_name()
    except (ArgumentError, ValueError) as error:
        raise InputError(f"{scheme}://…: this is no address of a table, {_EXAMPLE}") from error
    if kind not in ("sqlite", "postgresql", "postgres"):
        raise InputError(f"{scheme}://…: no catalogue is read from there; name a file or a table")
    if any("@" in str(part) for part in (url.host, url.database)) and kind != "sqlite":
        raise InputError(f"{scheme}://…: in a user or password, @ is written %40")
    asked = url.normalized_query
    name, keys = asked.get("table", ()), asked.get("key", ())
    if len(name) != 1 or not name[0] or not url.database:
        raise InputError(f"{scheme}://…: a database and its table are wanted, {_EXAMPLE}")
    url = url.difference_update_query(["table", "key"])
    if kind == "sqlite":
        url = URL.create("sqlite", database=str(Path(url.database or "").absolute()))
    else:
        url = url.set(drivername="postgresql")
    parts = tuple(part for key in keys for part in key.split(",") if part)
    return TableAddress(url=url, table=name[0], key=parts)


def has_table(address: TableAddress) -> bool:
    """Whether it is there; raises InputError where its database cannot be read."""
    with _Opened(address) as opened:
        return opened.is_there


def rows(address: TableAddress) -> Iterator[Row]:
    """Its rows in the order of their keys; raises InputError where they cannot be read."""
    with _Opened(address) as opened:
        yield from opened.rows()


class _Opened:
    """A table while it is read."""

    def __init__(self, address: TableAddress) -> None:
        self._address = address
        schema, dot, name = address.table.rpartition(".")
        named = dot and address.url.get_backend_name() != "sqlite"
        self._schema: str | None = schema if named else None
        self._name = name if named else address.table
        self._engine = _engine(address)

    def __enter__(self) -> "_Opened":
        try:
            self._looked: Inspector = inspect(self._engine)
        except SQLAlchemyError as error:
            raise self._unreadable(error) from error
        return self

    def __exit__(self, *_: object) -> None:
        self._engine.dispose()

    @property
    def is_there(self) -> bool:
        try:
            return self._looked.has_table(self._name, self._schema)
        except SQLAlchemyError as error:
            raise self._unreadable(error) from error

    def rows(self) -> Iterator[Row]:
        if not self.is_there:
            raise InputError(f"{self._address.where}: there is no such table")
        try:
            described = self._looked.get_columns(self._name, self._schema)
            key = self._key([each["name"] for each in described])
            trees = {each["name"] for each in described if isinstance(each["type"], JSON)}
            columns: list[ColumnClause[Any]] = [column(each["name"]) for each in described]
            of_table = select(*columns).select_from(table(self._name, schema=self._schema))
            asked = of_table.order_by(*map(column, key))
            with self._engine.connect() as connection:
                streamed = connection.execution_options(yield_per=_ROWS_AT_ONCE).execute(asked)
                for found in streamed.mappings():
                    yield _row(dict(found), key, trees)
        except SQLAlchemyError as error:
            raise self._unreadable(error) from error

    def _key(self, columns: list[str]) -> list[str]:
        """The columns that tell rows apart; raises InputError where nobody can say which."""
        where = self._address.where
        if missing := [name for name in self._address.key if name not in columns]:
            raise InputError(f"{where}: it has no column {missing[0]!r}; it has {columns}")
        primary = self._looked.get_pk_constraint(self._name, self._schema)["constrained_columns"]
        usual = [name for name in _USUAL_KEYS if name in columns][:1]
        if found := list(self._address.key) or primary or usual:
            return found
        raise InputError(f"{where}: it has no primary key; name one with &key=COLUMN")

    def _unreadable(self, error: SQLAlchemyError) -> InputError:
        """What the driver said, in one line and without the password."""
        said = " ".join(str(getattr(error, "orig", None) or error).split())
        if password := self._address.url.password:
            said = said.replace(str(password), "***")
        return InputError(f"{self._address.where}: cannot be read ({said})")


def _engine(address: TableAddress) -> Engine:
    url = address.url
    if url.get_backend_name() == "sqlite":
        file = Path(url.database or "")
        if not file.is_file():
            raise InputError(f"{address.where}: there is no such file")
        return create_engine("sqlite://", creator=partial(_sqlite, file), poolclass=NullPool)
    try:
        return create_engine(
            url.set(drivername="postgresql+psycopg"),
            poolclass=NullPool,
            json_deserializer=_tree,
            connect_args={"connect_timeout": _CONNECT_S, "application_name": "groundsmith"},
            execution_options={"isolation_level": "REPEATABLE READ", "postgresql_readonly": True},
        )
    except ModuleNotFoundError as error:
        raise RequestError(
            f"{address.where}: PostgreSQL needs its driver; pip install 'groundsmith[postgres]'"
        ) from error


def _sqlite(file: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)
    connection.text_factory = _text
    return connection


def _text(raw: bytes) -> str | bytes:
    """Text, or the bytes that are none."""
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return raw


@dataclass(frozen=True, slots=True)
class _Fault:
    reason: str


def _tree(text: str | bytes) -> Json | _Fault:
    """The value that JSON says, its numbers as they are written."""
    try:
        return json.loads(text, parse_int=str, parse_float=str, parse_constant=str)
    except (ValueError, RecursionError):
        return _Fault("no JSON, or nested too deep")


def _row(found: dict[str, Any], key: list[str], trees: set[str]) -> Row:
    values: dict[str, Json] = {}
    faults: dict[str, str] = {}
    for name, value in found.items():
        told = _tree(value) if name in trees and isinstance(value, str) else value
        kept = _told(told)
        if isinstance(kept, _Fault):
            faults[name] = kept.reason
        elif kept is not None:
            values[name] = kept
    of_key = [values.get(name) for name in key]
    whole = all(isinstance(part, str) and part.strip() for part in of_key)
    return Row(key=",".join(map(str, of_key)) if whole else "", values=values, faults=faults)


def _told(value: Any, depth: int = 0) -> Json | _Fault:
    """A value as text, or a tree of texts; None where there is none."""
    if value is None or isinstance(value, str | _Fault):
        return value
    if depth > _DEEPEST:
        return _Fault(f"nested deeper than {_DEEPEST} levels")
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    if isinstance(value, bytes | bytearray | memoryview):
        return _Fault("holds bytes and no text")
    if isinstance(value, dict):
        parts = {str(name): _told(inner, depth + 1) for name, inner in value.items()}
        return next((part for part in parts.values() if isinstance(part, _Fault)), parts)
    if isinstance(value, list | tuple):
        listed = [_told(inner, depth + 1) for inner in value]
        return next((part for part in listed if isinstance(part, _Fault)), listed)
    return str(value)
