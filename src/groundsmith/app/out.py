"""The output folder's own memory: which run it is, where its state lies, how its inputs are named.

`OUT/.groundsmith/run.json` is written before anything else, so that the same command finds the run
again after a kill at any moment, and a different recipe, or a folder of somebody's own files, is
refused before a byte is touched.
"""

import json
import os
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from groundsmith.errors import OutputError, RequestError, StateCorrupt, StorageFull
from groundsmith.store.address import Address, address, written
from groundsmith.store.table import is_table, table_at

STDIN = "-"
_FOLDER = ".groundsmith"


@dataclass(frozen=True, slots=True, kw_only=True)
class OutFolder:
    """A run's output folder as its `run.json` describes it.

    Attributes:
        ledger: Where the ledger lies that holds the run's state, without any password.
        state: The state folder, for the logs; the ledger lies there where it is a file.
        labels: Label of each input ever used, by location; the first has the empty one.
        locations: The inputs of the present command, in order.
        exists: Whether a run has begun here before.
        logins: The locations that were given with a login, as they were; never written down.
    """

    path: Path
    run: str
    recipe: str
    ledger: Address
    state: Path
    labels: dict[str, str]
    locations: tuple[str, ...]
    exists: bool
    logins: Mapping[str, str] = field(default_factory=dict)

    @property
    def inputs(self) -> list[tuple[str, str]]:
        """`(label, location)` of the present inputs, in order."""
        return [(self.labels[location], location) for location in self.locations]

    def save(self) -> None:
        """Writes `run.json`, atomically; raises OutputError where the folder cannot be written."""
        values = {
            "run": self.run,
            "recipe": self.recipe,
            "ledger": written(self.ledger),
            "state": str(self.state),
            "labels": self.labels,
            "locations": self.locations,
        }
        target = _run_file(self.path)
        draft = target.with_suffix(f".{os.getpid()}.tmp")
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            draft.write_text(json.dumps(values, indent=2, ensure_ascii=True) + "\n", "utf-8")
            draft.replace(target)
        except OSError as error:
            if error.errno == 28:  # ENOSPC
                raise StorageFull(self.path) from error
            raise OutputError(
                f"{self.path}: cannot write here ({error.strerror}); choose another --out"
            ) from error


def is_out(path: Path) -> bool:
    """Whether a run has begun in this folder."""
    return _run_file(path).is_file()


def open_out(path: Path) -> OutFolder:
    """The run that made `path`; raises OutputError where no run did."""
    found = _load(path)
    if found is None:
        raise OutputError(f"{path}: not an output folder of Groundsmith (no {_FOLDER}/run.json)")
    return found


def prepare_out(
    path: Path, recipe: str, inputs: Sequence[str], *, ledger: Address, state: Path
) -> OutFolder:
    """The run for this command: the one that made `path`, or a new one; nothing is written yet.

    Args:
        ledger: Where a new run keeps its ledger; an existing one always keeps its own.
        state: The state folder of a new run; see `OutFolder`.

    Raises:
        OutputError: `path` belongs to another recipe, or holds files no run of ours made.
    """
    # Imported here: it takes all recipes, and most commands open a folder that is there already.
    from groundsmith.app.finding import canonical

    locations = tuple(canonical(recipe, location) for location in inputs)
    found = _load(path)
    if found is None:
        _refuse_foreign(path)
        run = uuid.uuid4().hex[:12]
        found = OutFolder(
            path=path,
            run=run,
            recipe=recipe,
            ledger=address(written(ledger)),
            state=state,
            labels={},
            locations=(),
            exists=False,
        )
    if found.recipe != recipe:
        raise OutputError(
            f"{path}: made by the recipe {found.recipe!r}; choose another --out for {recipe!r}"
        )
    logins = {at: given for at, given in zip(locations, inputs, strict=True) if is_table(given)}
    labels = labelled(found.labels, locations)
    return replace(found, labels=labels, locations=locations, logins=logins)


def _load(path: Path) -> OutFolder | None:
    file = _run_file(path)
    try:
        values = json.loads(file.read_text("utf-8"))
        ledger = address(values["ledger"])
        return OutFolder(
            path=path,
            run=values["run"],
            recipe=values["recipe"],
            ledger=ledger,
            state=Path(values.get("state") or Path(values["ledger"]).parent),
            labels=dict(values["labels"]),
            locations=tuple(values["locations"]),
            exists=True,
        )
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise OutputError(f"{file}: cannot be read ({error.strerror})") from error
    except (ValueError, KeyError, TypeError, AttributeError, RequestError) as error:
        raise StateCorrupt(file, "run.json does not hold what a run wrote") from error


def _run_file(path: Path) -> Path:
    return path / _FOLDER / "run.json"


def _refuse_foreign(path: Path) -> None:
    """Raises OutputError where `path` is a file, or a folder with files that are not ours."""
    if path.exists() and not path.is_dir():
        raise OutputError(f"{path}: is a file; --out names a folder")
    try:
        foreign = path.is_dir() and any(entry.name != _FOLDER for entry in path.iterdir())
    except OSError as error:
        raise OutputError(f"{path}: cannot be read ({error.strerror})") from error
    if foreign:
        raise OutputError(
            f"{path}: holds files that no run made; name a new or an empty folder with --out"
        )


def labelled(known: dict[str, str], locations: Sequence[str]) -> dict[str, str]:
    """Labels for all locations: known ones stay, the very first is empty, others are unique."""
    labels = dict(known)
    for location in locations:
        if location in labels:
            continue
        name = table_at(location).table if is_table(location) else Path(location).name
        stem = Path(name).stem or "input"
        label = "" if not labels else stem
        number = 1
        while label in labels.values():
            number += 1
            label = f"{stem}-{number}"
        labels[location] = label
    return labels
