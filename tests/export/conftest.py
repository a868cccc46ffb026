"""Records, facts and a source to hold them against: the small corpus of the export's tests."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from groundsmith.export.facts import Cut, RunFacts, SourceFact
from groundsmith.export.folder import FolderSummary, write_folder
from groundsmith.records import (
    Assessment,
    Citation,
    Confidence,
    Finding,
    Json,
    JudgedClaim,
    MadeBy,
    Record,
    Tier,
    Verdict,
    sha256,
)

TEXT = (
    "The visa fee is 80 euros and is paid once. "
    "An appeal must be filed within fourteen days of the decision.\n"
    "Students may work for twenty hours a week. The visa fee is never returned."
)
PATH = "visa.md"
_ANSWERS = (
    "The visa fee is 80 euros",
    "within fourteen days of the decision",
    "twenty hours a week",
    "The visa fee is never returned.",
)


def make_record(number: int, *, tier: Tier = Tier.PREMIUM, overall: float = 0.95) -> Record:
    """A record whose answer stands in TEXT."""
    answer = _ANSWERS[number % len(_ANSWERS)]
    start = TEXT.index(answer)
    findings: tuple[Finding, ...] = ()
    if tier is Tier.REJECTED:
        findings = (Finding(stage="duplicate", code="near", message="as before", advice="drop"),)
    return Record(
        id=f"r{number:03d}",
        recipe="qa",
        item=f"{PATH}#part/{number // 2}",
        content={
            "question": f"What is said of number {number}?",
            "answer": answer,
            "kind": "factual",
            "language": "en",
            "context": {"start": 0, "stop": len(TEXT)},
        },
        citations=(
            Citation(
                document=PATH,
                sha256=sha256(TEXT),
                text_sha256=sha256(TEXT),
                reader="text@1",
                start=start,
                stop=start + len(answer),
                quote=answer,
            ),
        ),
        claims=(
            JudgedClaim(text=answer, verdict=Verdict.SUPPORTED, score=1.0, judge="embedded@1"),
        ),
        assessment=Assessment(
            tier=tier,
            confidence=Confidence.MEDIUM,
            overall=overall,
            stages={"format": 1.0, "relevancy": None},
            unchecked={"relevancy": "no embedding model is chosen: checks.dense"},
            findings=findings,
        ),
        made_by=MadeBy(
            recipe_version=1,
            writer="extractive",
            prompt_sha256=None,
            parameters={"pattern": "definition"},
            settings_sha256="0" * 64,
        ),
    )


def make_facts(**changes: Json) -> RunFacts:
    """Facts of a run over one source."""
    at = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
    source = SourceFact(
        path=PATH,
        uri="file:///data/visa.md",
        sha256=sha256(TEXT),
        size_bytes=len(TEXT),
        media_type="text/markdown",
        reader="text@1",
        document_count=1,
        chunk_count=4,
    )
    facts = RunFacts(
        export_id="e1",
        run="run-1",
        title="visa",
        recipe="qa",
        recipe_version=1,
        inputs=("visa.md",),
        settings={"qa": {"min_overall": 0.7}},
        settings_sha256={"write": "a" * 64},
        started_at=at,
        finished_at=at,
        versions={"groundsmith": "0.1.0", "python": "3.11.7"},
        items={"DONE": 4},
        sources=(source,),
        skipped=(),
        durations_s={"read": 0.5},
        cut=Cut(document_count=1, chunk_count=4, unmerged_chunk_count=8),
        tasks=("question-answering",),
    )
    return replace(facts, **changes)


@dataclass
class PlainReport:
    """A recipe's report with one tip."""

    def add(self, record: Record) -> None:
        """Needs nothing of the records."""

    def as_dict(self) -> dict[str, Json]:
        """One tip."""
        return {"tips": [{"text": "Ask for less.", "figure": "1 of 5 was turned away"}]}


def provenance(record: Record) -> Mapping[str, Json]:
    """When a record was made."""
    return {"run": "run-1", "created_at": "2026-01-02T03:04:05Z", "calls": 0}


@pytest.fixture(scope="session")
def record() -> Callable[..., Record]:
    """Makes the record with a number."""
    return make_record


@pytest.fixture(scope="session")
def facts() -> Callable[..., RunFacts]:
    """Makes facts, with changes."""
    return make_facts


@pytest.fixture
def records() -> list[Record]:
    """Four accepted records and a rejected one."""
    tiers = (Tier.PREMIUM, Tier.STANDARD, Tier.REJECTED, Tier.BASIC, Tier.PREMIUM)
    overall = (0.95, 0.8, 0.6, 0.71, 0.99)
    return [
        make_record(number, tier=tier, overall=score)
        for number, (tier, score) in enumerate(zip(tiers, overall, strict=True))
    ]


Export = Callable[..., FolderSummary]


@pytest.fixture
def export(tmp_path: Path) -> Export:
    """Writes records to a folder, `tmp_path/out` unless another is named."""

    def write(
        records: list[Record] | Iterator[Record],
        *,
        out: Path = tmp_path / "out",
        facts: RunFacts | None = None,
        split_tiers: bool = False,
    ) -> FolderSummary:
        return write_folder(
            out,
            facts or make_facts(),
            records,
            provenance=provenance,
            report=PlainReport(),
            split_tiers=split_tiers,
        )

    return write
