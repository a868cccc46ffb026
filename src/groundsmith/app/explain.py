"""Why an item was made, or made again: what differs between what its drafts were made of and are.

Compared are the four things that enter a fingerprint: the passages it is written from, its
template, the outputs of what it needs, and what holds for the whole run (settings of phases plan
and write, models, the recipe's version, the generation of answers).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from groundsmith.app.corpus import Packed, Passages
from groundsmith.errors import RequestError
from groundsmith.records import ItemState, Json
from groundsmith.store import corpus, drafts, events, remakes
from groundsmith.store.database import Database
from groundsmith.store.remakes import Made, Remade

_SHOWN_CHARS = 80
_ENDED = frozenset({ItemState.DONE, ItemState.FAILED, ItemState.BLOCKED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """How an item stands, and each reason for which it was made as it is."""

    item: str
    state: ItemState
    reasons: tuple[str, ...]

    def as_json(self) -> dict[str, Json]:
        """For `--json`."""
        return {"item": self.item, "state": self.state.value, "reasons": list(self.reasons)}


def explain(database: Database, run: str, item: str) -> Explanation:
    """Why `item` was made, or made again; raises RequestError where the run has none such."""
    with database.read() as connection:
        found = remakes.of_item(connection, run, item)
        if found is None:
            raise RequestError(f"{item}: the run {run} has no item of this name")
        return Explanation(
            item=item, state=found.state, reasons=tuple(_reasons(connection, run, found))
        )


def _reasons(connection: Connection, run: str, found: Remade) -> Iterator[str]:
    if found.reason and found.state in _ENDED:
        yield found.reason
    before = found.before
    if before is None:
        yield (
            "made once; nothing that it depends on has changed since"
            if found.now.provenance
            else "not made yet"
        )
        return
    why = [
        *_inputs(connection, before, found.now),
        *_template(before, found.now),
        *_needs(connection, before, found.now),
        *_settings(connection, run, before, found.now),
    ]
    yield from why or ["made of the same as before, which was not there any more"]


def _inputs(connection: Connection, before: Made, now: Made) -> Iterator[str]:
    """Passages that are new, gone, or say something else."""
    old, new = (_texts(connection, made.payload) for made in (before, now))
    for name in dict.fromkeys((*old, *new)):
        if name not in new:
            yield f"input gone: {name}"
        elif name not in old:
            yield f"input new: {name}"
        elif old[name] != new[name]:
            yield f"input changed: {name}: {_change(old[name], new[name])}"


def _texts(connection: Connection, payload: bytes) -> dict[str, str]:
    passages: Packed = Passages.unpacked(payload)
    texts = {held: corpus.text(connection, held) or "" for _, _, held, *_ in passages}
    return {name: texts[held][start:stop] for name, _, held, start, stop, *_ in passages}


def _change(old: str, new: str) -> str:
    """The first lines that differ."""
    lines = zip([*old.splitlines(), ""], [*new.splitlines(), ""], strict=False)
    one, other = next(((a, b) for a, b in lines if a != b), (old, new))
    return f"{_short(one)} → {_short(other)}"


def _template(before: Made, now: Made) -> Iterator[str]:
    old, new = Passages.template(before.payload), Passages.template(now.payload)
    if old != new:
        yield f"template changed: {old or 'none'} → {new or 'none'}"


def _needs(connection: Connection, before: Made, now: Made) -> Iterator[str]:
    """Needs that are new, gone, or gave other drafts; nothing where they are not there yet."""
    if before.provenance is None or now.provenance is None:
        return
    old, new = (made.get("needs", {}) for made in (before.provenance, now.provenance))
    for name in dict.fromkeys((*old, *new)):
        outputs = [
            drafts.output_sha256(connection, made[name]) if name in made else None
            for made in (old, new)
        ]
        if outputs[0] != outputs[1]:
            word = "gone" if name not in new else "new" if name not in old else "changed"
            yield f"need {word}: {name}"


def _settings(connection: Connection, run: str, before: Made, now: Made) -> Iterator[str]:
    """What holds for the whole run and was another when the drafts before were written."""
    old, new = (_made_of(connection, run, made) for made in (before, now))
    for key in sorted(old.keys() | new.keys()):
        if old.get(key) != new.get(key):
            yield f"setting changed: {key}: {_short(old.get(key))} → {_short(new.get(key))}"


def _made_of(connection: Connection, run: str, made: Made) -> dict[str, Json]:
    """By dotted key what held when these were written, or holds now for what is not written."""
    origin = made.provenance or {}
    planned = events.latest(
        connection, str(origin.get("run", run)), "Planned", origin.get("written_at")
    )
    return dict(_flat(planned.get("made_of", {}), "")) if planned else {}


def _flat(value: Mapping[str, Json], prefix: str) -> Iterator[tuple[str, Json]]:
    for name, inner in value.items():
        if isinstance(inner, dict):
            yield from _flat(inner, f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}", inner


def _short(value: Json) -> str:
    text = " ".join(str(value).split())
    shown = text if len(text) <= _SHOWN_CHARS else f"{text[:_SHOWN_CHARS]}…"
    return repr(shown) if isinstance(value, str) else shown
