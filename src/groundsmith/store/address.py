"""Where a ledger lies: as people write it, as it may be written down, and with its login again.

Only user, host, port and database are ever written down. The password is asked of the settings
each time, and is sent to no server but the one that it was given for.
"""

from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from groundsmith.errors import RequestError

Address = Path | URL
"""A SQLite file, or a PostgreSQL database."""

_SERVER = ("host", "hostaddr", "port")
_PORT = 5432


def address(place: Path | str) -> Address:
    """A path, or a PostgreSQL URL; raises RequestError for any other URL, naming no password."""
    if isinstance(place, Path):
        return place
    if "://" not in place and "\0" not in place:
        return Path(place)
    if not place.isprintable():
        raise RequestError("database.url: it holds a character that no URL has")
    try:
        url = make_url(place)
    except (ArgumentError, ValueError) as error:
        raise RequestError("database.url: this is no URL") from error
    kind = url.get_backend_name()
    if kind == "sqlite" and url.database:
        return Path(url.database)
    if kind in ("postgresql", "postgres"):
        return _unambiguous(url)
    raise RequestError(
        f"database.url: no ledger can be kept at {kind}://; "
        "use postgresql://user:password@host/database, or leave it out for a SQLite file"
    )


def written(place: Address) -> str:
    """The address as it may be written down: no password, no option but where the server is."""
    if isinstance(place, Path):
        return str(place)
    shown = URL.create(
        "postgresql",
        username=place.username,
        host=place.host,
        port=place.port,
        database=place.database,
        query={name: value for name, value in place.query.items() if name in _SERVER},
    )
    return shown.render_as_string()


def with_login(place: Address, given: Address) -> Address:
    """`place` with user, password and options of `given`, if that is on the same server.

    Elsewhere `place` itself: the driver may find a login in ~/.pgpass or PGPASSWORD.
    """
    if isinstance(place, URL) and isinstance(given, URL) and _server(place) == _server(given):
        return given.set(database=place.database)
    return place


def _unambiguous(url: URL) -> URL:
    """`url`, unless what would be written down of it were wrong, or a part of the password."""
    if "user" in url.query or "dbname" in url.query or not url.database:
        raise RequestError(
            "database.url: user and database belong into the address itself, "
            "as in postgresql://user:password@host/database"
        )
    if any("@" in str(part) for part in (url.host, url.database, *map(url.query.get, _SERVER))):
        raise RequestError("database.url: in a user or password, @ is written %40")
    return url


def _server(url: URL) -> tuple[object, ...]:
    return (
        (url.host or "").lower(),
        url.port or _PORT,
        *(url.query.get(name) for name in _SERVER),
    )
