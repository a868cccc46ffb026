"""Exports a run again as it stands, after somebody changed something in it by hand."""

from collections.abc import Mapping
from pathlib import Path

import orjson

from groundsmith.app.opened import OpenedRun
from groundsmith.app.publish import Facts, publish
from groundsmith.errors import OutputError
from groundsmith.events import Emit
from groundsmith.export.folder import FolderSummary
from groundsmith.export.manifest import NAME as MANIFEST
from groundsmith.records import Json, Selection, Skipped, Tier
from groundsmith.runs.ledger import Ledger
from groundsmith.store import events


def republish(run: OpenedRun, ledger: Ledger, *, started_at: float, emit: Emit) -> FolderSummary:
    """Writes the output folder anew, with the selection and the tier files that it has.

    Raises OutputError where no export is there yet.
    """
    manifest = _manifest(run.out.path)
    with run.database.read() as connection:
        planned = events.latest(connection, run.out.run, "Planned") or {}
    named = {file["name"] for file in manifest["files"]}
    facts = Facts(
        request_inputs=run.out.locations,
        started_at=started_at,
        items=ledger.counts(),
        skipped=tuple(Skipped(**one) for one in manifest["skipped"]),
        durations_s=manifest["durations_s"],
    )
    with ledger.exclusive("export", lambda: None):
        return publish(
            run,
            facts,
            selection=Selection.of(planned.get("selection", {})),
            split_tiers=f"{Tier.PREMIUM.value}.jsonl" in named,
            emit=emit,
        )


def _manifest(out: Path) -> Mapping[str, Json]:
    file = out / MANIFEST
    try:
        held: Mapping[str, Json] = orjson.loads(file.read_bytes())
    except (OSError, ValueError) as error:
        raise OutputError(
            f"{file}: no export to bring up to date; run its command first"
        ) from error
    return held
