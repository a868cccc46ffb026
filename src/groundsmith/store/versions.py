"""Rows of `versions`: what stood accepted under an item's name, each text that ever did.

A version is the item's records together, since a person works on an item. Rows are only added: the
same content again is no new version, an earlier content that comes back is. Bodies are compressed:
the versions of a long text differ by a few words, and nobody reads most of them.
"""

import time
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Row, Select, and_, func, insert, select

from groundsmith.records import Citation, Json
from groundsmith.store.codec import dump, load
from groundsmith.store.schema import items, versions


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One record of a version; `claims` are the texts of its claims."""

    record: str
    content: Mapping[str, Json]
    citations: tuple[Citation, ...]
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Making:
    """What made a version: the run's writer, or a person who asked for something.

    Attributes:
        writer: `model:NAME`, `extractive`, or `facts`.
        instruction: What was asked for; empty where the run wrote it.
        who: Who asked; empty where the run wrote it.
    """

    writer: str
    instruction: str = ""
    who: str = ""

    @property
    def by(self) -> str:
        """`run` or `revise`."""
        return "revise" if self.instruction else "run"


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """What stands accepted under an item's name now; `sha256` is of what a reader sees."""

    item: str
    sha256: str
    made: Making
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A version as it was kept; numbers count from 1, `at` is in Unix seconds."""

    item: str
    number: int
    sha256: str
    at: float
    made: Making
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Latest:
    """The last version of an item, without its text."""

    item: str
    number: int
    at: float
    made: Making


def keep(connection: Connection, run: str, offered: Sequence[Offered]) -> int:
    """How many of these are new versions, and were added."""
    known = _last(connection, run, [one.item for one in offered])
    rows = [
        {
            "run": run,
            "item": one.item,
            "number": known.get(one.item, (0, ""))[0] + 1,
            "sha256": one.sha256,
            "at": time.time(),
            "made": dump(one.made),
            "body": zlib.compress(dump(one.pieces)),
        }
        for one in offered
        if known.get(one.item, (0, ""))[1] != one.sha256
    ]
    if rows:
        connection.execute(insert(versions), rows)
    return len(rows)


def of_item(connection: Connection, run: str, item: str) -> list[Version]:
    """All versions of an item, the first one first."""
    chosen = select(versions).where(versions.c.run == run, versions.c.item == item)
    return [_version(row) for row in connection.execute(chosen.order_by(versions.c.number))]


def latest(connection: Connection, run: str) -> Iterator[Latest]:
    """The last version of each item that has any, in the order of the plan."""
    newest = _newest(run).subquery()
    chosen = (
        select(versions.c.item, versions.c.number, versions.c.at, versions.c.made)
        .join(newest, and_(newest.c.item == versions.c.item, newest.c.last == versions.c.number))
        .join(items, and_(items.c.run == run, items.c.name == versions.c.item), isouter=True)
        .where(versions.c.run == run)
        .order_by(items.c.ordinal, versions.c.item)
    )
    for row in connection.execute(chosen):
        yield Latest(item=row.item, number=row.number, at=row.at, made=load(Making, row.made))


def followed(connection: Connection, run: str) -> frozenset[str]:
    """The items that have versions."""
    chosen = select(versions.c.item).where(versions.c.run == run).distinct()
    return frozenset(connection.execute(chosen).scalars())


def number_of(connection: Connection, run: str, item: str) -> int | None:
    """The number of an item's last version; `None` where it has none."""
    chosen = select(func.max(versions.c.number))
    found = chosen.where(versions.c.run == run, versions.c.item == item)
    return connection.execute(found).scalar()


def _last(connection: Connection, run: str, names: Sequence[str]) -> dict[str, tuple[int, str]]:
    """Number and hash of the last version of each of these items that has one."""
    newest = _newest(run).where(versions.c.item.in_(names)).subquery()
    chosen = (
        select(versions.c.item, versions.c.number, versions.c.sha256)
        .join(newest, and_(newest.c.item == versions.c.item, newest.c.last == versions.c.number))
        .where(versions.c.run == run)
    )
    return {row.item: (row.number, row.sha256) for row in connection.execute(chosen)}


def _newest(run: str) -> "Select[tuple[str, int]]":
    """Number of the last version of each item that has any."""
    last = func.max(versions.c.number).label("last")
    return select(versions.c.item, last).where(versions.c.run == run).group_by(versions.c.item)


def _version(row: Row[tuple[object, ...]]) -> Version:
    return Version(
        item=row.item,
        number=row.number,
        sha256=row.sha256,
        at=row.at,
        made=load(Making, row.made),
        pieces=load(tuple[Piece, ...], zlib.decompress(row.body)),
    )
