"""What a run tells its export: plain values, so that this room asks no other room anything.

Everything here may change from one export to the next (times, machines, money); nothing of it
enters `records.jsonl`. A zero is a count that was taken; what was not measured is `None`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from groundsmith.records import Json, Skipped


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFact:
    """One source of the run, and what became of it.

    Attributes:
        state: `read`, `skipped`, `failed`, or `removed`.
        reason: Why, where it is not `read`.
        privacy: What its owner said of it; `None` where nobody said anything.
    """

    path: str
    uri: str
    sha256: str
    size_bytes: int
    media_type: str
    reader: str
    state: str = "read"
    reason: str = ""
    privacy: str | None = None
    document_count: int = 0
    chunk_count: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Spending:
    """Calls and what they cost, in integer pico-dollars; all zero where nothing was asked."""

    call_count: int = 0
    input_tokens: int = 0
    output_tokens: int = 0
    cost_pico_usd: int = 0
    unsettled_pico_usd: int = 0

    @property
    def cost_usd(self) -> str:
        """The cost in dollars, with as many digits as it takes."""
        dollars, rest = divmod(self.cost_pico_usd, 10**12)
        return f"{dollars}.{f'{rest:012d}'.rstrip('0').ljust(2, '0')}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """How the corpus was cut: the chunks, and how many sections they were merged from."""

    document_count: int
    chunk_count: int
    unmerged_chunk_count: int

    @property
    def saved_ratio(self) -> float | None:
        """Share of items that merging small sections saved."""
        if self.unmerged_chunk_count == 0:
            return None
        return round(1 - self.chunk_count / self.unmerged_chunk_count, 4)


@dataclass(frozen=True, slots=True, kw_only=True)
class RunFacts:
    """All that an export says about the run it comes from, the records themselves apart.

    Attributes:
        export_id: Names this export; a new one each time.
        title: What to call the dataset, for people; usually the name of its folder.
        inputs: The INPUT arguments as given.
        settings: The effective settings, secrets masked.
        settings_sha256: Their hashes by phase.
        finished_at: When this export began, so that `finished_at - started_at` is the run.
        versions: What made it (`groundsmith`, `python`, `platform`).
        items: How many items stand in which state.
        skipped: What was not read, sources and parts of sources alike.
        durations_s: Seconds by phase (`read`, `plan`, `write`, `judge`, `curate`).
        spending: In total; `spending_by_model` and `spending_by_source` split it.
        license: SPDX identifier of the dataset's licence; `None` where nobody stated one.
        tasks: Task categories of the recipe, as the Hugging Face hub names them.
    """

    export_id: str
    run: str
    title: str
    recipe: str
    recipe_version: int
    inputs: tuple[str, ...]
    settings: Mapping[str, Json]
    settings_sha256: Mapping[str, str]
    started_at: datetime
    finished_at: datetime
    versions: Mapping[str, str]
    items: Mapping[str, int]
    sources: tuple[SourceFact, ...]
    skipped: tuple[Skipped, ...]
    durations_s: Mapping[str, float]
    cut: Cut
    spending: Spending = Spending()
    spending_by_model: Mapping[str, Spending] = field(default_factory=dict)
    spending_by_source: Mapping[str, Spending] = field(default_factory=dict)
    peak_memory_bytes: int | None = None
    license: str | None = None
    tasks: tuple[str, ...] = ()
