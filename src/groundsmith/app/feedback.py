"""People's verdicts on a run's records: given, imported, listed."""

import getpass
import time
from dataclasses import dataclass
from pathlib import Path

from groundsmith.app.json_lines import json_object, numbered_lines
from groundsmith.app.out import open_out
from groundsmith.app.shelf import Shelf
from groundsmith.app.state import open_ledger_of
from groundsmith.errors import RequestError
from groundsmith.records import Json, Record
from groundsmith.settings import Loaded
from groundsmith.store import feedback as rows
from groundsmith.store.feedback import Feedback, Opinion, Seen, standing

__all__ = [
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
_PAGE = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What an import came to; `faults` has one line for each line that was not taken."""

    count: int
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
) -> Feedback:
    """The verdict, as it was stored; raises RequestError for a record or claim there is not.

    Args:
        record: Its id, or the beginning of it.
        claim: Counted from 0, as in the record; `None` is the whole record.
    """
    shelf = Shelf(out, rejected=True)
    found = shelf.record(shelf.id_of(record))
    given = opinion_on(found, claim, verdict, who=who, note=note)
    folder = open_out(out)
    with open_ledger_of(folder, loaded) as database:
        database.write(lambda c: rows.add(c, folder.run, [given]))
    return given


def listed(out: Path, loaded: Loaded, *, history: bool = False) -> list[Feedback]:
    """What stands; with `history` every row, in the order in which they were given."""
    folder = open_out(out)
    with open_ledger_of(folder, loaded) as database:
        found = database.fetch(lambda c: rows.every(c, folder.run))
    return found if history else standing(found)


def import_file(out: Path, file: Path, loaded: Loaded, *, who: str) -> Imported:
    """Takes verdicts from lines `{record|id, claim?, verdict, by?, note?}`; bad lines are told.

    Args:
        who: Whose they are where a line does not say `by`.
    """
    shelf, folder = Shelf(out, rejected=True), open_out(out)
    given: list[Feedback] = []
    faults: list[str] = []
    for number, line in numbered_lines(file):
        try:
            given.append(_from_line(line, shelf, who))
        except RequestError as error:
            faults.append(f"{file}:{number}: {error}")
    with open_ledger_of(folder, loaded) as database:
        for start in range(0, len(given), _PAGE):
            page = given[start : start + _PAGE]
            database.write(lambda c, page=page: rows.add(c, folder.run, page))  # type: ignore[misc]  # a default binds it
    return Imported(count=len(given), faults=tuple(faults))


def opinion_on(
    record: Record,
    claim: int | None,
    verdict: Opinion,
    *,
    who: str,
    note: str = "",
    inclusion: float | None = None,
    sampling: str = "",
) -> Feedback:
    """The verdict with all that it is on; raises RequestError where there is no such claim."""
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
    )


def as_json(given: Feedback) -> dict[str, Json]:
    """For `--json`, and as `feedback import` takes it back."""
    return {
        "record": given.record,
        "claim": given.claim,
        "verdict": given.verdict.value,
        "by": given.who,
        "note": given.note,
        "at": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(given.at)),
        "text": given.seen.text,
        "documents": list(given.seen.documents),
        "score": given.seen.score,
        "judge": given.seen.judge,
        "sampling": given.seen.sampling,
        "inclusion": given.seen.inclusion,
    }


def _from_line(line: bytes, shelf: Shelf, who: str) -> Feedback:
    value = json_object(line)
    name, claim = value.get("record", value.get("id")), value.get("claim")
    by, note = value.get("by", who), value.get("note", "")
    if not isinstance(name, str):
        raise RequestError("record: missing; it names the record by its id")
    if claim is not None and (not isinstance(claim, int) or isinstance(claim, bool)):
        raise RequestError("claim: not a number; leave it out for the whole record")
    if (verdict := value.get("verdict")) not in VERDICTS:
        raise RequestError(f"verdict: none of {', '.join(VERDICTS)}")
    if not isinstance(by, str) or not isinstance(note, str):
        raise RequestError("by, note: not text")
    record = shelf.record(shelf.id_of(name))
    return opinion_on(record, claim, Opinion(verdict), who=by, note=note)


def _stored(text: str) -> str:
    """The text as any database can hold it."""
    return text.encode("utf-8", "replace").decode().replace("\0", "\N{REPLACEMENT CHARACTER}")
