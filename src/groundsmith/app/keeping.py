"""Keeps a version of each item whose accepted text is another than before, as its records pass.

Nothing waits for it and memory stays flat: a batch of items is one transaction. A run that is
killed between a version and its export has the version already, and the next export adds none.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from groundsmith.app.opened import OpenedRun
from groundsmith.app.recipes import recipe_kind
from groundsmith.records import Record, digest
from groundsmith.store import revisions, versions
from groundsmith.store.revisions import Revision
from groundsmith.store.versions import Making, Offered, Piece

_TOGETHER = 256


def kept(records: Iterable[Record], run: OpenedRun) -> Iterator[Record]:
    """The records as they come, in plan order; the versions they make are kept behind them."""
    keeper = _Keeper(run)
    if not keeper.follows_any:
        yield from records
        return
    waiting: list[Offered] = []
    for item, of_item in groupby(records, key=lambda record: record.item):
        pieces: list[Record] = []
        for record in of_item:
            if record.accepted:
                pieces.append(record)
            yield record
        if pieces and keeper.follows(item):
            waiting.append(keeper.offered(item, pieces))
        if len(waiting) >= _TOGETHER:
            keeper.keep(waiting)
            waiting = []
    keeper.keep(waiting)


class _Keeper:
    """What is followed in one run, and how a version of it is made."""

    def __init__(self, run: OpenedRun) -> None:
        self._run = run
        self._kind = recipe_kind(run.recipe.name)
        with run.database.read() as connection:
            self._revised = revisions.standing(connection, run.out.run)
            self._known = versions.followed(connection, run.out.run)

    @property
    def follows_any(self) -> bool:
        """Whether any item of the run is followed."""
        return self._kind.versioned or bool(self._revised or self._known)

    def follows(self, item: str) -> bool:
        """Whether the versions of this item are kept."""
        return self._kind.versioned or item in self._revised or item in self._known

    def offered(self, item: str, records: Sequence[Record]) -> Offered:
        """What stands accepted under an item's name."""
        read = [self._kind.reading(record.content) for record in records]
        return Offered(
            item=item,
            sha256=digest(read),
            made=_making(records, self._revised.get(item)),
            pieces=tuple(map(_piece, records)),
        )

    def keep(self, offered: Sequence[Offered]) -> None:
        """Adds what is new among these."""
        if offered:
            self._run.database.write(lambda c: versions.keep(c, self._run.out.run, offered))


def _making(records: Sequence[Record], revision: Revision | None) -> Making:
    writer = "+".join(sorted({record.made_by.writer for record in records}))
    if revision is None:
        return Making(writer=writer)
    return Making(writer=writer, instruction=revision.instruction, who=revision.who)


def _piece(record: Record) -> Piece:
    return Piece(
        record=record.id,
        content=record.content,
        citations=record.citations,
        claims=tuple(claim.text for claim in record.claims),
    )


def keep_one(run: OpenedRun, records: Sequence[Record]) -> None:
    """Keeps what stands accepted under one item's name, before somebody changes it."""
    if records:
        keeper = _Keeper(run)
        keeper.keep([keeper.offered(records[0].item, records)])
