"""Any finished or running run, in any format its recipe knows."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, runtime_checkable

from groundsmith.app.opened import OpenedRun
from groundsmith.app.out import open_out
from groundsmith.app.recipes import formats_of, recipe_kind
from groundsmith.app.reopened import reopened
from groundsmith.app.state import open_ledger_of
from groundsmith.errors import RequestError
from groundsmith.export.files import atomic
from groundsmith.records import Record
from groundsmith.seams import Format, PassageText
from groundsmith.settings import Loaded


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """How many records went out, and how many did not for want of an allowance, by its name."""

    record_count: int
    withheld: Mapping[str, int]


@runtime_checkable
class Adjustable(Protocol):
    """A format that can be written in more than one way."""

    def adjusted(self, options: Mapping[str, str]) -> Format:
        """The format under these options; raises RequestError for one that it does not know."""
        ...


def export(
    out: Path,
    name: str,
    to: Path,
    loaded: Loaded,
    *,
    allowed: Collection[str] = (),
    options: Mapping[str, str] | None = None,
) -> Exported:
    """Writes the records of the run in `out` that may go out to the file `to`.

    Records are made from the ledger with the settings the run has, so a run that still works
    exports what it has judged so far. Raises RequestError where all of them are withheld.
    """
    folder = open_out(out)
    known = formats_of(folder.recipe)
    if name not in known:
        raise RequestError(f"{name}: no such format; there is {', '.join(sorted(known))}")
    form = _adjusted(known[name], options or {})
    with open_ledger_of(folder, loaded) as database:
        run = reopened(folder, database)
        withheld: Counter[str] = Counter()
        with atomic(to) as file:
            going = _released(run, frozenset(allowed), withheld)
            count = form.write(going, _text_of(run), file)
            if withheld and not count:
                raise RequestError(_all_withheld(out, withheld))
        return Exported(record_count=count, withheld=dict(withheld))


def _adjusted(form: Format, options: Mapping[str, str]) -> Format:
    if not options:
        return form
    if not isinstance(form, Adjustable):
        raise RequestError(f"{form.name}: takes no --option")
    return form.adjusted(options)


def _released(run: OpenedRun, allowed: frozenset[str], withheld: Counter[str]) -> Iterator[Record]:
    """The records that may go out; what keeps the others is counted."""
    allowances = recipe_kind(run.recipe.name).allowances
    for record in run.curation().records():
        needed = allowances(record)
        if needed is None:
            continue
        if needed <= allowed:
            yield record
        else:
            withheld.update(needed - allowed)


def _all_withheld(out: Path, withheld: Mapping[str, int]) -> str:
    names = ",".join(sorted(withheld))
    return f"{out}: nothing may go out as it is; look at it, then export with --allow {names}"


def _text_of(run: OpenedRun) -> PassageText:
    def text(text_sha256: str, start: int, stop: int) -> str:
        return run.corpus.text(text_sha256)[start:stop]

    return text
