"""What people say of a run's records, and how published ones were received: given, imported."""

import getpass
import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from groundsmith.app.json_lines import json_object, numbered_lines
from groundsmith.app.out import open_out
from groundsmith.app.revision.versions import item_named
from groundsmith.app.state import open_ledger_of
from groundsmith.app.verdicts.shelf import Shelf
from groundsmith.errors import RequestError
from groundsmith.records import Json, Record
from groundsmith.settings import Loaded
from groundsmith.store import feedback as rows
from groundsmith.store import receptions, versions
from groundsmith.store.database import Database
from groundsmith.store.feedback import Feedback, Opinion, Seen, standing
from groundsmith.store.receptions import Reception

__all__ = [
    "RATINGS",
    "VERDICTS",
    "Feedback",
    "Imported",
    "Opinion",
    "as_json",
    "give",
    "import_file",
    "listed",
    "opinion_on",
    "whoami",
]

VERDICTS = tuple(opinion.value for opinion in Opinion)
RATINGS = range(1, 6)
_PAGE = 500
_MOST_SEEN = 2**53
"""More views than any text ever had, and exact in JSON."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What an import came to; `faults` has one line for each line that was not taken.

    Attributes:
        reception_count: How many of the lines were reports of how a text was received.
    """

    count: int
    reception_count: int
    faults: tuple[str, ...]


def whoami() -> str:
    """The name of whoever works at this terminal."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no name for this user, as in a bare container
        return "somebody"


def give(
    out: Path,
    record: str,
    claim: int | None,
    verdict: Opinion,
    loaded: Loaded,
    *,
    who: str,
    note: str = "",
    rating: int | None = None,
) -> Feedback:
    """The verdict, as it was stored; raises RequestError for a record or claim there is not.

    Args:
        record: Its id, or the beginning of it; or its item, where that has one record alone.
        claim: Counted from 0, as in the record; `None` is the whole record.
        rating: From 1 to 5, for a comment and for nothing else.
    """
    shelf, folder = Shelf(out, rejected=True), open_out(out)
    found = shelf.record(_id_of(record, shelf, out))
    given = opinion_on(found, claim, verdict, who=who, note=note, rating=rating)
    with open_ledger_of(folder, loaded) as database:
        given = _on_version(given, found, database, folder.run)
        database.write(lambda c: rows.add(c, folder.run, [given]))
    return given


def listed(out: Path, loaded: Loaded, *, history: bool = False) -> list[Feedback]:
    """What stands; with `history` every row, in the order in which they were given."""
    folder = open_out(out)
    with open_ledger_of(folder, loaded) as database:
        found = database.fetch(lambda c: rows.every(c, folder.run))
    return found if history else standing(found)


def import_file(out: Path, file: Path, loaded: Loaded, *, who: str) -> Imported:
    """Takes verdicts and reports from lines of JSON; lines that are neither are told.

    A verdict is `{record|id, claim?, verdict, rating?, by?, note?}`, a report of how a published
    text was received `{item|record, version?, impressions, reactions, by?}`.

    Args:
        who: Whose they are where a line does not say `by`.
    """
    shelf, folder = Shelf(out, rejected=True), open_out(out)
    given: list[Feedback] = []
    received: list[Reception] = []
    faults: list[str] = []
    with open_ledger_of(folder, loaded) as database:
        for number, line in numbered_lines(file):
            try:
                value = json_object(line)
                if "impressions" in value or "reactions" in value:
                    received.append(_reception(value, shelf, out, database, folder.run, who))
                else:
                    given.append(_from_line(value, shelf, database, folder.run, who))
            except RequestError as error:
                faults.append(f"{file}:{number}: {error}")
        for start in range(0, len(given), _PAGE):
            page = given[start : start + _PAGE]
            database.write(lambda c, page=page: rows.add(c, folder.run, page))  # type: ignore[misc]  # a default binds it
        database.write(lambda c: receptions.add(c, folder.run, received))
    return Imported(
        count=len(given) + len(received), reception_count=len(received), faults=tuple(faults)
    )


def opinion_on(
    record: Record,
    claim: int | None,
    verdict: Opinion,
    *,
    who: str,
    note: str = "",
    inclusion: float | None = None,
    sampling: str = "",
    rating: int | None = None,
) -> Feedback:
    """The verdict with all that it is on; raises RequestError where there is no such claim."""
    _check_rating(verdict, claim, rating)
    if claim is not None and not 0 <= claim < len(record.claims):
        most = len(record.claims) - 1
        raise RequestError(f"record {record.id}: no claim {claim}; they go from 0 to {most}")
    judged = None if claim is None else record.claims[claim]
    documents = dict.fromkeys(citation.document for citation in record.citations)
    return Feedback(
        record=record.id,
        claim=claim,
        verdict=verdict,
        who=_stored(who),
        note=_stored(note),
        at=time.time(),
        seen=Seen(
            text=judged.text if judged else "",
            documents=tuple(documents),
            score=judged.score if judged else None,
            judge=judged.judge if judged else "",
            inclusion=inclusion,
            sampling=sampling,
        ),
        rating=rating,
    )


def as_json(given: Feedback) -> dict[str, Json]:
    """For `--json`, and as `feedback import` takes it back."""
    return {
        "record": given.record,
        "claim": given.claim,
        "verdict": given.verdict.value,
        "by": given.who,
        "note": given.note,
        "rating": given.rating,
        "version": given.version,
        "at": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(given.at)),
        "text": given.seen.text,
        "documents": list(given.seen.documents),
        "score": given.seen.score,
        "judge": given.seen.judge,
        "sampling": given.seen.sampling,
        "inclusion": given.seen.inclusion,
    }


def _from_line(
    value: Mapping[str, Json], shelf: Shelf, database: Database, run: str, who: str
) -> Feedback:
    name, claim = value.get("record", value.get("id")), value.get("claim")
    by, note = value.get("by", who), value.get("note", "")
    if not isinstance(name, str):
        raise RequestError("record: missing; it names the record by its id")
    if claim is not None and not _is_whole(claim):
        raise RequestError("claim: not a number; leave it out for the whole record")
    if (verdict := value.get("verdict")) not in VERDICTS:
        raise RequestError(f"verdict: none of {', '.join(VERDICTS)}")
    if (rating := value.get("rating")) is not None and not _is_whole(rating):
        raise RequestError("rating: not a number from 1 to 5")
    if not isinstance(by, str) or not isinstance(note, str):
        raise RequestError("by, note: not text")
    record = shelf.record(shelf.id_of(name))
    given = opinion_on(record, claim, Opinion(verdict), who=by, note=note, rating=rating)
    return _on_version(given, record, database, run)


def _reception(
    value: Mapping[str, Json], shelf: Shelf, out: Path, database: Database, run: str, who: str
) -> Reception:
    name, by = value.get("item", value.get("record")), value.get("by", who)
    if not isinstance(name, str) or not isinstance(by, str):
        raise RequestError("item, by: not text; item names what was published")
    for key in ("impressions", "reactions"):
        if not _is_whole(value.get(key)) or not 0 <= value[key] <= _MOST_SEEN:
            raise RequestError(f"{key}: not a whole number from 0")
    if value["reactions"] > value["impressions"]:
        raise RequestError("reactions: more than impressions")
    known = database.fetch(lambda c: [one.item for one in versions.latest(c, run)])
    item = item_named(out, name, known)
    newest = database.fetch(lambda c: versions.number_of(c, run, item)) or 1
    version = value.get("version", newest)
    if not _is_whole(version) or not 1 <= version <= newest:
        raise RequestError(f"version: {item} has versions 1 to {newest}")
    return Reception(
        item=item,
        version=version,
        impressions=value["impressions"],
        reactions=value["reactions"],
        who=_stored(by),
        at=time.time(),
    )


def _id_of(given: str, shelf: Shelf, out: Path) -> str:
    """The id of the record that is meant: by its beginning, or by the item that it is alone in."""
    try:
        return shelf.id_of(given)
    except RequestError as error:
        by_item: dict[str, list[str]] = {}
        for record in shelf.records():
            by_item.setdefault(record.item, []).append(record.id)
        try:
            (found,) = by_item[item_named(out, given, by_item)]
        except (RequestError, ValueError):
            raise error from None
        return found


def _on_version(given: Feedback, record: Record, database: Database, run: str) -> Feedback:
    """The verdict with the version that it is on, where versions of the item are kept."""
    number = database.fetch(lambda c: versions.number_of(c, run, record.item))
    return replace(given, version=number)


def _check_rating(verdict: Opinion, claim: int | None, rating: int | None) -> None:
    """Raises RequestError for an impression of a claim, and a rating where it does not belong."""
    if verdict.is_impression and claim is not None:
        raise RequestError(f"{verdict.value}: is said of a whole text, not of one claim")
    if verdict is Opinion.COMMENT and rating not in RATINGS:
        raise RequestError("comment: wants a rating from 1 to 5")
    if verdict is not Opinion.COMMENT and rating is not None:
        raise RequestError(f"{verdict.value}: has no rating; a comment has one")


def _is_whole(value: Json) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _stored(text: str) -> str:
    """The text as any database can hold it."""
    return text.encode("utf-8", "replace").decode().replace("\0", "\N{REPLACEMENT CHARACTER}")
