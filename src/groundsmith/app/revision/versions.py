"""The versions of a run's items: listed, and set side by side."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from time import gmtime, strftime

from groundsmith.app.out import open_out
from groundsmith.app.recipes import recipe_kind
from groundsmith.app.revision.difference import Difference, Told, difference
from groundsmith.app.state import open_ledger_of
from groundsmith.app.verdicts.shelf import Shelf
from groundsmith.errors import OutputError, RequestError
from groundsmith.records import Item, Json, Selection
from groundsmith.settings import Loaded
from groundsmith.store import versions as rows
from groundsmith.store.versions import Latest, Making, Version

_SHOWN = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """Two versions of one item, and what differs."""

    item: str
    a: Version
    b: Version
    difference: Difference

    def as_json(self) -> dict[str, Json]:
        """For `--json`."""
        return {
            "item": self.item,
            "a": self.a.number,
            "b": self.b.number,
            **self.difference.as_json(),
        }


def latest(out: Path, loaded: Loaded) -> list[Latest]:
    """The last version of each item of the run in `out` that has any, in plan order."""
    folder = open_out(out)
    with open_ledger_of(folder, loaded) as database:
        return database.fetch(lambda c: list(rows.latest(c, folder.run)))


def listed(out: Path, item: str, loaded: Loaded) -> list[Version]:
    """Every version of one item, the first one first; raises RequestError where it has none.

    Args:
        item: See `item_named`.
    """
    folder = open_out(out)
    with open_ledger_of(folder, loaded) as database:
        known = [one.item for one in database.fetch(lambda c: list(rows.latest(c, folder.run)))]
        name = item_named(out, item, known)
        return database.fetch(lambda c: rows.of_item(c, folder.run, name))


def compared(out: Path, item: str, loaded: Loaded, *, a: int | None, b: int | None) -> Compared:
    """Versions `a` and `b` of one item side by side; the last two, unless told.

    Raises RequestError where there is no such version, or no two.
    """
    found = listed(out, item, loaded)
    name = found[0].item
    if len(found) == 1 and a is None:
        raise RequestError(f"{name}: has one version only; groundsmith revise makes another")
    newest = found[-1].number
    second = _numbered(found, newest if b is None else b)
    first = _numbered(found, max(1, newest - 1) if a is None else a)
    reading = recipe_kind(open_out(out).recipe).reading
    told = [
        Told(
            text="\n\n".join(reading(piece.content) for piece in one.pieces),
            claims=tuple(claim for piece in one.pieces for claim in piece.claims),
        )
        for one in (first, second)
    ]
    return Compared(item=name, a=first, b=second, difference=difference(*told))


def item_named(out: Path, given: str, known: Iterable[str]) -> str:
    """The one item that is meant: by its name, a pattern or a part of it, or a record's id.

    Raises RequestError where that is none, or several.
    """
    names = list(known)
    if given in names:
        return given
    for pattern in (given, f"*{given}*"):
        wanted = Selection(item=pattern)
        found = [name for name in names if wanted.matches(Item(name=name, inputs=()))]
        if len(found) == 1:
            return found[0]
        if found:
            shown = ", ".join(found[:_SHOWN])
            raise RequestError(f"{given}: {len(found)} items are meant, as {shown}; name one")
    if (name := _item_of_record(out, given)) in names:
        return name
    raise RequestError(
        f"{given[:100]!r}: no item of {out} is called so; groundsmith versions {out} lists them"
    )


def as_json(version: Version) -> dict[str, Json]:
    """For `--json`."""
    return {
        **line_json(version),
        "sha256": version.sha256,
        "records": [
            {"id": piece.record, "content": piece.content, "claims": list(piece.claims)}
            for piece in version.pieces
        ],
    }


def line_json(version: Version | Latest) -> dict[str, Json]:
    """What a list says of a version."""
    return {
        "item": version.item,
        "version": version.number,
        "at": strftime("%Y-%m-%dT%H:%M:%SZ", gmtime(version.at)),
        **_making_json(version.made),
    }


def _making_json(made: Making) -> dict[str, Json]:
    return {
        "by": made.by,
        "writer": made.writer,
        "instruction": made.instruction,
        "who": made.who,
    }


def _numbered(found: list[Version], number: int) -> Version:
    if not 1 <= number <= len(found):
        raise RequestError(
            f"{found[0].item}: has no version {number}; they go from 1 to {len(found)}"
        )
    return found[number - 1]


def _item_of_record(out: Path, given: str) -> str | None:
    """The item of the record whose id begins so; `None` where there is no one such record."""
    try:
        shelf = Shelf(out, rejected=True)
        return shelf.record(shelf.id_of(given)).item
    except (RequestError, OutputError):
        return None
