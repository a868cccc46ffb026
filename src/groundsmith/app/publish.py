"""Writes a run's output folder: one pass over its curated records, and the facts of the run."""

import platform
import resource
import sys
import time
import uuid
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from groundsmith import __version__
from groundsmith.app.finding import name_of, told
from groundsmith.app.keeping import kept
from groundsmith.app.opened import OpenedRun
from groundsmith.app.out import STDIN
from groundsmith.app.recipes import recipe_kind
from groundsmith.app.spending import spent
from groundsmith.app.verdicts.promise import Promised, promise_of
from groundsmith.events import Curated, Emit
from groundsmith.export.facts import Cut, RunFacts, SourceFact
from groundsmith.export.folder import FolderSummary, write_folder
from groundsmith.records import EVERYTHING, ItemState, Selection, Skipped
from groundsmith.settings import masked, recipe_settings
from groundsmith.store import corpus as rows
from groundsmith.store import items


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What only the execution knows of itself."""

    request_inputs: tuple[str, ...]
    started_at: float
    items: Mapping[ItemState, int]
    skipped: tuple[Skipped, ...]
    durations_s: Mapping[str, float]


def publish(
    run: OpenedRun, facts: Facts, *, selection: Selection, split_tiers: bool, emit: Emit
) -> FolderSummary:
    """Curates and exports what the run has stored; the folder holds the old set or the new one.

    A recipe's own files come after it, from the same records: each of them is old or new.
    """
    curation, promise = run.curation(selection), promise_of(run.settings)
    kind = recipe_kind(run.recipe.name)
    with run.database.read() as connection:
        planned = items.names(connection, run.out.run, selection)
        report = kind.report(planned)
        summary = write_folder(
            run.out.path,
            _run_facts(run, facts),
            kept(curation.records(), run),
            provenance=curation.provenance,
            report=report if promise is None else Promised(report, promise),
            split_tiers=split_tiers,
        )
    if kind.site:
        own = recipe_settings(run.settings, run.recipe.name)
        # All of them: what was not selected this time is no less a part of the site.
        kind.site(run.out.path, run.curation(EVERYTHING).records(), own)
    emit(Curated(accepted_count=summary.record_count, rejected_count=summary.rejected_count))
    return summary


def _run_facts(run: OpenedRun, facts: Facts) -> RunFacts:
    sources, cut = _sources(run)
    money = spent(run, frozenset(source.path for source in sources))
    return RunFacts(
        export_id=uuid.uuid4().hex,
        run=run.out.run,
        title=_title(run.out.locations),
        recipe=run.recipe.name,
        recipe_version=run.recipe.version,
        inputs=tuple(told(at) if at != STDIN else at for at in facts.request_inputs),
        settings=masked(run.settings),
        settings_sha256={
            "write": run.hashes.write,
            "judge": run.hashes.judge,
            "content": run.hashes.content,
        },
        started_at=datetime.fromtimestamp(facts.started_at, UTC),
        finished_at=datetime.fromtimestamp(time.time(), UTC),
        versions={
            "groundsmith": __version__,
            "python": platform.python_version(),
            "platform": platform.platform(),
        },
        items={state.value: count for state, count in facts.items.items()},
        sources=sources,
        skipped=facts.skipped,
        durations_s=facts.durations_s,
        cut=cut,
        spending=money.total,
        spending_by_model=money.by_model,
        spending_by_source=money.by_source,
        peak_memory_bytes=_peak_memory_bytes(),
        tasks=recipe_kind(run.recipe.name).tasks,
    )


def _title(locations: Sequence[str]) -> str:
    """What the dataset is made from, in a few words."""
    names = ["standard input" if at == STDIN else name_of(at) for at in locations]
    return names[0] if len(names) == 1 else f"{names[0]} and {len(names) - 1} more"


def _sources(run: OpenedRun) -> tuple[tuple[SourceFact, ...], Cut]:
    """Each source with what was made of it, and how the corpus was cut."""
    documents: Counter[str] = Counter()
    chunks: Counter[str] = Counter()
    unmerged = 0
    for document in run.corpus.documents():
        leaves, made = run.corpus.savings(document)
        documents[document.source] += 1
        chunks[document.source] += made
        unmerged += leaves
    with run.database.read() as connection:
        found = rows.all_sources(connection, run.out.run)
    facts = tuple(
        SourceFact(
            path=row.source.path,
            uri=row.source.uri,
            sha256=row.source.sha256,
            size_bytes=row.source.size_bytes,
            media_type=row.source.media_type,
            reader=row.reader,
            document_count=documents[row.source.path],
            chunk_count=chunks[row.source.path],
        )
        for row in found
    )
    cut = Cut(
        document_count=documents.total(),
        chunk_count=chunks.total(),
        unmerged_chunk_count=unmerged,
    )
    return facts, cut


def _peak_memory_bytes() -> int:
    """The process's largest resident size so far; Linux counts in KiB, macOS in bytes."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024
