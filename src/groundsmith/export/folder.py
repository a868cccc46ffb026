"""A run's output folder, all of it, from one pass over the records.

The files are staged side by side and renamed together, the manifest last: whoever opens the folder
meets one export, not two halves. What an earlier export wrote and this one does not (a tier file)
is removed only if it is still, byte for byte, what the earlier manifest says.
"""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import orjson

from groundsmith.export.card import card, describe
from groundsmith.export.croissant import croissant
from groundsmith.export.facts import RunFacts
from groundsmith.export.files import Batch, Written
from groundsmith.export.lineage import lineage
from groundsmith.export.lines import json_line, line
from groundsmith.export.manifest import NAME as MANIFEST
from groundsmith.export.manifest import PROVENANCE, RECORDS, REJECTED, as_json, manifest
from groundsmith.export.report_page import Exhibits, report_page
from groundsmith.export.tally import Tally
from groundsmith.records import Json, Record, Tier
from groundsmith.seams import Report

_ACCEPTED_TIERS = (Tier.PREMIUM, Tier.STANDARD, Tier.BASIC)


Provenance = Callable[[Record], Mapping[str, Json]]
"""When, by whom and at what cost a record was made; its id is added here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderSummary:
    """What was written, in a few numbers; `files` holds all of them, the manifest last.

    Attributes:
        table: The one that the recipe's report has to show, if any.
    """

    out: Path
    record_count: int
    rejected_count: int
    tiers: Mapping[str, int]
    files: tuple[Written, ...]
    table: Mapping[str, Json] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Collected:
    """What is learnt from the records as they pass."""

    tally: Tally
    exhibits: Exhibits
    report: Report

    def add(self, record: Record) -> None:
        self.tally.add(record)
        self.exhibits.add(record)
        self.report.add(record)


def write_folder(
    out: Path,
    facts: RunFacts,
    records: Iterable[Record],
    *,
    provenance: Provenance,
    report: Report,
    split_tiers: bool = False,
) -> FolderSummary:
    """Writes the whole folder; memory does not grow with the number of records.

    Raises StorageFull or OutputError; the folder then holds what it held before.
    """
    tally = Tally(source.path for source in facts.sources)
    collected = _Collected(tally=tally, exhibits=Exhibits(), report=report)
    tiers = _ACCEPTED_TIERS if split_tiers else ()
    with Batch(out) as batch:
        _write_records(batch, records, collected, provenance, tiers)
        figures = report.as_dict()
        _write_descriptions(batch, facts, collected, figures, tiers)
        batch.put(MANIFEST, as_json(manifest(facts, tally, figures, batch.written)))
        earlier = _earlier_files(out)
        batch.publish()
        _remove_stale(out, earlier, {file.name for file in batch.written})
    return FolderSummary(
        out=out,
        record_count=tally.accepted_count,
        rejected_count=tally.rejected_count,
        tiers=dict(tally.tiers),
        files=batch.written,
        table=figures.get("table"),
    )


def _write_records(
    batch: Batch,
    records: Iterable[Record],
    collected: _Collected,
    provenance: Provenance,
    tiers: Iterable[Tier],
) -> None:
    """Stages the files that hold records, in one pass."""
    accepted, rejected = batch.open(RECORDS), batch.open(REJECTED)
    origins = batch.open(PROVENANCE)
    by_tier = {tier: batch.open(f"{tier.value}.jsonl") for tier in tiers}
    for record in records:
        collected.add(record)
        body = line(record)
        if not record.accepted:
            rejected.write(body)
            continue
        accepted.write(body)
        origins.write(json_line({"id": record.id, **provenance(record)}))
        if (own := by_tier.get(record.assessment.tier)) is not None:
            own.write(body)


def _write_descriptions(
    batch: Batch,
    facts: RunFacts,
    collected: _Collected,
    figures: Mapping[str, Json],
    tiers: tuple[Tier, ...],
) -> None:
    """Stages what describes the records, for machines and for people."""
    tally = collected.tally
    counts = {RECORDS: tally.accepted_count, REJECTED: tally.rejected_count}
    counts |= {f"{tier.value}.jsonl": tally.tiers[tier] for tier in tiers}
    data = [(file, counts[file.name]) for file in batch.written if file.name in counts]
    event = lineage(batch.folder, facts, tally, data)
    about = croissant(facts, tally, describe(facts, tally), data[0][0])
    page = report_page(facts, tally, collected.exhibits, figures)
    batch.put("lineage.json", as_json(event))
    batch.put("croissant.json", as_json(about))
    batch.put("README.md", card(facts, tally, tiers).encode("utf-8", "replace"))
    batch.put("report.html", page.encode("utf-8", "replace"))


def _earlier_files(out: Path) -> dict[str, str]:
    """SHA-256 by name of what the manifest in `out` says; empty where there is none to trust."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        files = orjson.loads((out / MANIFEST).read_bytes())["files"]
        return {file["name"]: file["sha256"] for file in files}
    return {}


def _remove_stale(out: Path, earlier: Mapping[str, str], present: set[str]) -> None:
    """Removes the tier files that this export did not write and nobody has touched since."""
    for name in {f"{tier.value}.jsonl" for tier in _ACCEPTED_TIERS} - present:
        with suppress(OSError), (out / name).open("rb") as file:
            if hashlib.file_digest(file, "sha256").hexdigest() == earlier.get(name):
                (out / name).unlink()
