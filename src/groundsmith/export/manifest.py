"""`manifest.json`: what an export holds, what it was made from, and how to check that it is whole.

It is renamed last and lists every other file, so a folder whose manifest does not fit its files
was interrupted or changed, and `audit` says which.
"""

from collections.abc import Iterable, Mapping
from dataclasses import asdict

import orjson

from groundsmith.export.facts import RunFacts, Spending
from groundsmith.export.files import Written
from groundsmith.export.lines import json_line
from groundsmith.export.tally import Tally
from groundsmith.records import Json

NAME = "manifest.json"
RECORDS, REJECTED, PROVENANCE = "records.jsonl", "rejected.jsonl", "provenance.jsonl"
VERSION = 1


def manifest(
    facts: RunFacts, tally: Tally, report: Mapping[str, Json], files: Iterable[Written]
) -> dict[str, Json]:
    """The manifest's content; money is in pico-dollars, and in dollars as text beside it."""
    return {
        "manifest_version": VERSION,
        "export": facts.export_id,
        "run": facts.run,
        "title": facts.title,
        "recipe": {"name": facts.recipe, "version": facts.recipe_version},
        "inputs": list(facts.inputs),
        "started_at": facts.started_at.isoformat(),
        "finished_at": facts.finished_at.isoformat(),
        "durations_s": dict(facts.durations_s),
        "peak_memory_bytes": facts.peak_memory_bytes,
        "versions": dict(facts.versions),
        "license": facts.license,
        "settings": dict(facts.settings),
        "settings_sha256": dict(facts.settings_sha256),
        "counts": _counts(tally),
        "findings_by_stage": {stage: dict(codes) for stage, codes in tally.findings.items()},
        "report": dict(report),
        "items": dict(facts.items),
        "cut": {**asdict(facts.cut), "saved_ratio": facts.cut.saved_ratio},
        "writers": dict(tally.writers),
        "spending": _spent(facts.spending),
        "models": {name: _spent(spent) for name, spent in facts.spending_by_model.items()},
        "spending_by_source": {
            path: _spent(spent) for path, spent in facts.spending_by_source.items()
        },
        "sources": [asdict(source) for source in facts.sources],
        "skipped": [asdict(skipped) for skipped in facts.skipped],
        "files": [asdict(file) for file in files],
    }


def as_json(value: Json) -> bytes:
    """Indented JSON for people to read, newline at the end; always valid UTF-8."""
    valid = orjson.loads(json_line(value))
    return orjson.dumps(valid, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def _counts(tally: Tally) -> dict[str, Json]:
    return {
        "records": tally.accepted_count,
        "rejected": tally.rejected_count,
        "by_tier": dict(tally.tiers),
        "by_confidence": dict(tally.confidences),
        "by_kind": dict(tally.kinds),
        "by_language": dict(tally.languages),
        "by_source": dict(tally.by_source),
        "unchecked_by_stage": dict(tally.unchecked),
    }


def _spent(spending: Spending) -> dict[str, Json]:
    return {**asdict(spending), "cost_usd": spending.cost_usd}
